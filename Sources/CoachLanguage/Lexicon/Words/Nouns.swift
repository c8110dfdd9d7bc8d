/// The nouns that the lexicon is built from.
enum Nouns {
  /// People: in the singular they need an article.
  static let persons: StaticString = """
    accountant actor actress adult agent artist assistant athlete aunt author baby banker barber
    beginner boss boy boyfriend brother builder businessman businesswoman buyer candidate
    captain carpenter cashier chef child citizen classmate clerk client coach colleague
    consultant consumer cook cousin customer dancer daughter dentist designer developer director
    doctor driver employee employer enemy engineer expert fan farmer father fighter foreigner
    founder freelancer friend gentleman girl girlfriend graduate grandfather grandmother
    grandparent guest guide guy hero host housewife human husband immigrant individual
    instructor interviewer inventor investor journalist judge kid king lady lawyer leader
    learner lecturer listener lover maid man manager mechanic member mentor mother musician
    neighbor nephew niece nurse officer operator owner painter parent participant passenger
    patient pedestrian person philosopher photographer pilot player poet policeman politician
    president prince princess principal professor programmer psychologist queen reader recruiter
    relative reporter researcher resident roommate salesman scientist secretary seller server
    shopkeeper singer sister soldier son speaker specialist stranger student subscriber
    supervisor supplier supporter survivor teacher teammate teenager thief tourist trainer
    translator traveler uncle user veteran victim visitor volunteer waiter waitress wife winner
    woman worker writer youngster
    """

  /// Things that are counted: in the singular they need an article.
  static let things: StaticString = """
    airplane airport animal ant apartment apple article attempt attitude bag bakery ball balloon
    banana band bank bar bathroom battery battlefield bedroom bee bicycle bike bill bird blanket
    boat book bottle bowl box bracelet branch bridge bucket bug building bulb bus button cab
    cabin cafe cage calculator calendar camera candle car career cart castle cat ceiling cell
    chair chapter chart cigarette cinema circle city classroom clinic clock cloud club coat coin
    colony committee company computer concept concert continent cottage couch country couple
    course cow crowd cup curtain daydream deadline decade deck desk device diagram dictionary
    discount dish disk doll dollar door drawer dream ear egg elephant elevator email engine
    envelope essay event exam example eye factory farm fence festival field finger flag flat
    flower folder forest fork fridge frog game garage garden gate ghost gift goat guitar gym
    habit hat headache hill hobby hole holiday horse hospital hotel house idea idiom internship
    interview island jacket job joke journey key keyboard kitchen knife lab ladder lake lamp
    laptop leaf leg lesson letter library lid link lion list lorry machine magazine map match
    mattress meal meeting memo menu message microphone mirror mistake mobile monitor monkey
    month mosque motorcycle mountain mouse mouth movie museum nail neck needle neighborhood nest
    network newspaper nose notebook novel ocean office opinion orange orchestra organ oven owl
    package page pan parcel park passport pen pencil photo photograph piano picture pig pill
    pillow pipe plane planet plate platform playground pocket poem pool portfolio potato printer
    problem product profile program project proposal pub puppy purse puzzle question quiz radio
    rat recipe refrigerator region restaurant ring river road robot roof room rope route rumor
    salary sandwich scarf scheme screen seat secret section seminar sentence shelf ship shirt
    shoe shop shower sink site skirt skyscraper slide sofa song spoon stadium stair star station
    stick stomach store story street suit suitcase supermarket sweater table tablet tail task
    taxi team telephone temple tent textbook theater thing ticket tie tire title toilet tomato
    tool tooth toothbrush topic tour toy tractor train tree trip truck tunnel umbrella uniform
    vase vehicle village visa wall wallet watch weapon website wedding weekend wheel window word
    workshop wrist yard zoo
    """

  /// Nouns that are counted in one sense and not in another.
  static let general: StaticString = """
    ability absence absurdity abuse acceptance access accident account accuracy achievement
    acquaintance act action activity ad addition address administration adolescent advance
    advancement advantage adventure advertisement advocate affair age agency agenda agreement
    aim aircraft alarm album alcohol allowance alternative ambition amount analysis ancestor
    angle anniversary announcement answer anxiety apology app apparatus appeal appearance
    application appointment approach area argument arm army arrangement art aspect assembly
    assessment asset assignment association assumption atmosphere attack attendance attention
    attraction attribute audience authority availability average award awareness background
    backup bacteria balance ban bargain barrier base basis bath battle beach bed beginning
    behavior being belief bend benefit bet bid birth birthday bite blame block blog blow board
    body bomb bone bonus boost border bother bottom boundary bow brain brand break breakdown
    breakfast breath breed brief broadcast budget build burden burn business call camp campaign
    campus cancer capacity capital card care case catalog catch category cause celebration
    center century ceremony chain challenge championship chance change channel character
    characteristic charge charity chase chat cheat check checklist childhood choice church claim
    clash class clause click climate climb clue coal coast code collapse collection college
    color column combination comfort command comment commitment community comparison
    compensation competition complaint complexity component compound comprehension compromise
    concentration concern conclusion condition conduct conference confidence conflict confusion
    connection consensus consent consequence conservation construction consumption contact
    contest context contract contrast contribution control convenience conversation conviction
    coordination copy corner corporation correction correlation cost cough council counsel count
    county court cover crash crawl creation creativity creature credit crime crisis criterion
    criticism cross crush cry culture cure curiosity currency curriculum curve cut cycle damage
    dance danger dare dashboard database date day dead deal death debate debt decay decision
    decline decrease defeat deficit definition degree delay delivery demand democracy department
    departure dependence deposit depression depth description design desire destination
    destruction detail development diet difference difficulty dig dilemma dinner direction
    disadvantage disagreement disappointment disaster discipline discovery discussion disease
    display dispute distance distraction district diversity divide division divorce document
    documentary dose doubt download draft drag drain draw drawback dress drink drive drop drug
    duration duty dynamics dynasty earthquake ease economy edge edition editor education effect
    effectiveness efficiency effort elder elderly election electricity element embarrassment
    embrace emergency emission emotion emphasis end endeavor energy engagement enterprise
    entertainment enthusiasm entrance entrepreneur entry environment episode equation era error
    escape essence establishment estate estimate ethics evaluation evening evil evolution
    examination exception exchange excitement excuse exercise exhibit existence exit expansion
    expectation expense experience experiment explanation exploration explosion export exposure
    expression extension extent extinction fabric face facility fact factor failure fair fall
    fame family fashion fate fatigue fault favor fear feature fee feed fight figure file fill
    film filter final finance find finding finish fire firm fix flash flavor flexibility flight
    float flood floor flow focus fold following food foot footprint force forecast form formula
    fortune fossil foundation frame freedom friendship front frustration fuel function fund
    funeral future gain gallery gap gas gasoline gathering gender gene generation genre gesture
    glance globalization globe goal god good government grade grammar grant graph greenhouse
    grin grip ground group growth guarantee guard guess guidance guideline gun half halt hand
    handle harbor harm hate head heart heat height hell help heritage hide highway hike hint
    history hit hold home honor hope hour household hug hunt hurry hurt hygiene hypothesis
    identity idol ignorance illness image imagination immune impact implementation import
    importance impression improvement impulse incentive incident income increase independence
    index industry inequality influence infrastructure ingredient initiative injury innovation
    input inquiry insect insight inspiration instance instinct institute institution instruction
    instrument insurance intake integrity intelligence intention interaction interest
    interference internet interpretation intersection intervention invasion invention investment
    invitation invoice involvement isolation issue item jail jeopardy jog join joint joy
    judgment jump jury justice kick kill kilometer kind kingdom kiss knock knot label labor
    laboratory lack land landscape lane language last laugh launch law layer lead leadership
    league leap leave lecture legend leisure length level liberty license lick lie life lifespan
    lifestyle lifetime lift light limit limitation line literature load loan location lock log
    logic look loss lot love luck lunch lung mainstream maintenance majority management manner
    march margin mark market marketing marriage mass master material matter maximum means
    meantime measure measurement mechanism medal media medicine medium meet memory mental
    merchandise merge merit metal meter method middle mile mill mind mindset mine minimum
    minister ministry minority minute miss mission mix mixture mode model modification moment
    monument mood moral morning mosquito motion motivation motive move movement murder muscle
    must myth name nation nature necessity need negotiation newcomer night nightmare noise norm
    note notice notion nuclear number nutrition obesity object objective obligation observation
    obstacle occasion occupation offer online openness operation opponent opportunity opposition
    option order organization orientation origin outcome outlook output outsider oxygen pace
    pack pain paint pair panel paradise paragraph parking part partner partnership party pass
    passage passion past path pattern pause pay payment peace peer penalty pension percent
    percentage perception performance period permission personality perspective pet phase
    phenomenon philosophy phone phrase pick piece pitch place plan planning plant play pleasure
    pledge plenty plot point poison policy politics poll population port portion portrait
    position possession possibility post potential pour poverty power practice practise praise
    precaution prediction preference prejudice preparation prescription presence present
    presentation press pressure prestige prevention price pride principle print priority prison
    privacy privilege prize probability probe procedure process producer production profession
    profit promise promotion proof property proportion prospect prosperity protection protein
    protest province psychology public publication pull punch punishment purchase purpose push
    quality quantity quarter quote race rain raise range rank rate rating ratio reach reaction
    read reality reason rebel rebuild recall receipt recession recognition recommendation record
    recovery reduction referee reference reflection reform refugee regard register regret
    regulation rehearsal reject relation relationship release relief religion remark remedy rent
    repair repetition replacement reply report representative reputation request requirement
    rescue reserve resolution resort resource respect response responsibility rest restriction
    result retail retirement retreat return revenue review revolution reward rewards rhythm ride
    rider right rise risk rival role roleplay roll root round routine row ruin rule run rush
    sacrifice sadness safety sail sake sale sample satellite satisfaction save scale scan
    scandal scare scenario scene schedule scholar scholarship school science scope score scream
    script sea search season second sector seed selection self sell sensation sense series
    service session set setting settlement sex shade shadow shake shape share shelter shift
    shock shoot shopping shortage shot shout show shrug side sight sign signal silence
    similarity simulation sin sit situation size skeleton sketch skill skin skip sky slave sleep
    slip slogan smartphone smell smile smoke sneeze society soil solution sort soul sound source
    south space species spectator speech speed spelling spill spin spirit split spoil sponsor
    sport spot spread spring stability stage stake stakeholder stand standard stare start state
    statement status stay steal step stereotype sting stir stock stone stop storage storm
    strategy stream strength stress stretch strike structure struggle study style subject
    substance substitute suburb subway success suck suggestion suicide sum summary summer summit
    sun sunlight sunset sunshine supper supply support surf surface surgery surprise surrounding
    survey survival suspect suspicion swap sweat swim swing switch sword symbol symptom system
    tackle tale talent talk target taste tax tear technique technology temperature tempt
    temptation tendency tension term territory terrorism terrorist test text texture thanks
    theme theory therapy thought threat threshold throat throw tiger time timeline
    timetable tip tobacco today tolerance tone top total touch trace track trade tradition
    tragedy trait transaction transfer transform transformation transition translation transport
    trap trash travel treasure treat treatment treaty trend trial trick trigger trouble trust
    truth try turn twin type uncertainty underground understanding unemployment union uniqueness
    unit universe university update upgrade upload urge urgency usage use vacation vaccine
    validity value variable variation variety vegetable vendor venture version victory video
    view viewpoint violence virtue virus vision visit vitamin vocabulary voice volcano volume
    vote voyage wage wait wake walk war warning wash waste wave way weakness wear web week
    weight welcome welfare west whisper wilderness will willingness win wind wing winter wish
    witness wonder wood work workload workplace world worry worth wrap year yell yield youth
    zeal zone zoom
    """

  /// Nouns without a plural.
  static let uncountable: StaticString = """
    accommodation advice anger applause baggage blood bread broccoli butter cash chaos cheese
    clothing courage dust equipment evidence feedback flour footwear fun furniture garbage gold
    grass happiness hardware health homework housework housing hunger information jewelry
    knowledge laughter luggage machinery mail money mud music nonsense patience pollution
    progress publicity research rice rubbish salt sand scenery seafood sightseeing slang
    software spaghetti sugar teamwork tourism traffic training transportation underwear wealth
    weather wheat wildlife wisdom wool
    """

  /// Nouns that are mostly not counted, but can be.
  static let materials: StaticString = """
    air beer chicken coffee feeling fish fruit glass hair ice juice meaning meat milk oil
    painting paper pasta snow soap soup staff steel stuff tea television water wine writing
    """

  /// Singular and plural, a line a noun.
  static let irregular: StaticString = """
    analysis analyses
    basis bases
    businessman businessmen
    businesswoman businesswomen
    child children
    crisis crises
    criterion criteria
    curriculum curricula
    foot feet
    gentleman gentlemen
    goose geese
    half halves
    hero heroes
    hypothesis hypotheses
    knife knives
    leaf leaves
    life lives
    loaf loaves
    man men
    medium media
    mouse mice
    ox oxen
    person people
    phenomenon phenomena
    policeman policemen
    potato potatoes
    salesman salesmen
    scarf scarves
    self selves
    shelf shelves
    thesis theses
    thief thieves
    tomato tomatoes
    tooth teeth
    wife wives
    wolf wolves
    woman women
    """

  /// Nouns whose plural is their singular.
  static let unchanging: StaticString = """
    aircraft crossroads deer fish headquarters means series sheep species
    """
}
