/// The nouns that the lexicon is built from.
enum Nouns {
  /// People: in the singular they need an article.
  static let persons: StaticString = """
    accountant activist actor actress adult agent ambassador analyst artist assistant atheist
    athlete attorney aunt author baby banker barber beginner bishop boss boy boyfriend brother
    builder businessman businesswoman buyer candidate captain carpenter cashier celebrity chef
    child citizen classmate clerk client clown coach colleague colonel comedian consultant
    consumer contractor cook cop counselor cousin coworker customer dancer daughter dealer dentist
    designer detective developer dictator director doctor donor driver economist emperor employee
    employer enemy engineer expert extremist fan farmer father fighter follower fool foreigner
    founder freelancer friend gentleman girl girlfriend governor graduate grandchild granddaughter
    grandfather grandma grandmother grandpa grandparent grandson guest guide guy hero host hostage
    housewife human husband idiot immigrant individual infant inspector instructor interviewer
    inventor investigator investor jerk journalist judge kid king knight lady landlord lawyer
    leader learner lecturer lieutenant listener lover maid man manager mayor mechanic member
    mentor monk mother musician neighbor nephew niece nominee nurse officer operator owner painter
    parent participant passenger patient pedestrian performer person philosopher photographer
    physician pilot pirate player poet policeman politician pope president priest prince princess
    principal professor programmer prosecutor psychologist publisher queen reader recruiter
    relative reporter researcher resident respondent retailer rookie roommate salesman scientist
    secretary seller senator sergeant server shareholder sheriff shopkeeper singer sister smoker
    soldier son speaker specialist spouse stranger student subscriber supervisor supplier
    supporter surgeon survivor taxpayer teacher teammate teen teenager therapist thief toddler
    tourist trainer translator traveler uncle user vegan veteran victim villain visitor volunteer
    voter waiter waitress warrior wife winner witch wizard woman worker writer youngster
    """

  /// Things that are counted: in the singular they need an article.
  static let things: StaticString = """
    academy airline airplane airport alien angel animal ankle ant antibiotic apartment apple arena
    arrow article attempt attitude auction backpack backyard bag bakery ball balloon banana band
    bank bar barn barrel basket bat bathroom battery battlefield beast bedroom bee bell belt bench
    berry bicycle bike bill bird blade blanket boat book boot booth bottle bowl box bracelet
    bracket branch brick bridge bubble bucket buffet bug building bulb bullet burger bus bush
    button cab cabin cabinet cable cafe cage cake calculator calendar camera canal candle cannon
    car career carpet cart cartoon casino castle cat cave ceiling cell cellphone chair chamber
    chapter chart cheek chin chip chunk cigarette cinema circle circus city classroom cliff clinic
    clock closet cloud club cluster coat coin collar colony committee company computer concept
    concert console continent cord costume cottage couch country couple coupon course cow crab
    crowd crown cube cup curb curtain cushion dam daydream deadline decade deck desert desk
    desktop device devil diagram diamond diary dictionary dinosaur discount dish disk dog doll
    dollar dolphin donkey door dorm dragon drawer dream drone drum duck dungeon eagle ear egg
    elbow elephant elevator email embassy empire engine entity envelope essay event exam example
    eye factory fairy farm fence ferry festival field finger fireplace firework fist flag flat
    flaw fleet flower flute folder forest fork fort forum fountain fraction franchise fridge frog
    galaxy gallon game gang garage garden gate gem germ ghost gift glove goat grid grill guild
    guitar gym habit hallway hammer hat hawk headache headline heel helicopter helmet hill hip
    hobby hole holiday horizon horn horse hospital hotel house hurricane icon idea idiom illusion
    inch internship interview island jacket jar jaw jersey jet job joke journal journey jungle key
    keyboard kidney kitchen kitten knee knife lab ladder lake lamp lap laptop lawn lawsuit leaf
    leg legacy lens lesson letter library lid link lion lip list lobby logo lorry lottery machine
    magazine mall mansion map marathon mask match mattress meal meeting memo menu message metaphor
    microphone microwave mirror missile mistake mobile monitor monkey monster month mosque motor
    motorcycle mountain mouse mouth movie museum nail neck necklace needle neighborhood nerve nest
    network newspaper nickname nose notebook novel nut oath ocean office onion opinion orange
    orbit orchestra organ outfit outlet oven owl package page palace pan pandemic parade parcel
    park parliament passport pedal pen pencil penguin penny petition photo photograph piano
    picture pie pig pill pillow pin pipe pistol pit plane planet plate platform playground plug
    pocket poem pond pool porch portal portfolio pot potato pound printer problem product profile
    program project proposal pub pumpkin puppet puppy purse puzzle quest question queue quiz
    rabbit radio ranch rat razor recipe referendum refrigerator region restaurant reunion rifle
    ring ritual river road robot rocket roof room rooster rope roster route rumor saint salary
    sandwich scar scarf scheme screen seat secret section seminar sensor sentence sequel shark
    sheet shelf shell shield ship shirt shoe shop shoulder shower shrine sidewalk sink site skirt
    skull skyscraper slice slide slope slot snack snake sock sofa song spaceship spectrum sphere
    spider spine spoon stadium stair star station statue stick stomach store story straw street
    stunt submarine suit suitcase supermarket swan sweater syndrome table tablet tactic tail tank
    task taxi team telephone telescope temple tent textbook theater thigh thing thread throne
    thumb ticket tide tie tire title toe toilet tomato tongue tool tooth toothbrush topic tornado
    tortoise tour tournament towel tower town toy tractor train tray treadmill tree tribe trilogy
    trip trophy truck tumor tunnel turtle umbrella uniform valley vampire van vase vault vehicle
    venue verdict vessel village visa voucher wall wallet warehouse watch weapon website wedding
    weekend whale wheel wheelchair whistle window word workshop wrist yacht yard zombie zoo
    """

  /// Nouns that are counted in one sense and not in another.
  static let general: StaticString = """
    ability absence absurdity abuse acceptance access accident account accuracy achievement
    acquaintance act action activity ad addiction addition address administration adolescent
    advance advancement advantage adventure advertisement advocate affair age agency agenda
    agreement aim aircraft alarm album alcohol allergy allowance alternative ambition amount
    analysis ancestor angle anniversary announcement answer anxiety apology app apparatus appeal
    appearance application appointment approach approval area argument arm army arrangement art
    aspect assault assembly assessment asset assignment association assumption atmosphere attack
    attendance attention attraction attribute audience authority auto availability average award
    awareness background backup bacteria balance ban bargain barrier base basis bath battle beach
    bed beginning behavior behaviour being belief bend benefit bet bid birth birthday bite blame
    block blog blow board body bomb bone bonus boost border bother bottom boundary bow brain brand
    break breakdown breakfast breath breed brief broadcast budget build burden burn business call
    camp campaign campus cancer capacity capital card care case cast catalog catch category cause
    celebration center century ceremony chain challenge championship chance change channel
    character characteristic charge charity chase chat cheat check checklist chest childhood
    chocolate choice church civilization claim clash class clause click climate climb clue coal
    coalition coast code collapse collection college color column combination comedy comfort
    command comment commission commitment community comparison compensation competition complaint
    complexity component compound comprehension compromise concentration concern conclusion
    condition conduct conference confession confidence conflict confusion connection consensus
    consent consequence conservation consideration constitution construction consumption contact
    contest context contract contrast contribution control convenience conversation conviction
    cookie coordination copy corner corporation correction correlation cost cough council counsel
    count county court cover coverage crash crawl creation creativity creature credit crime crisis
    criterion criticism crop cross crush cry culture cure curiosity currency curriculum curse
    curve cut cycle damage dance danger dare dashboard database date day dead deal death debate
    debt decay decision decline decrease defeat defence defense deficit definition degree delay
    delivery demand democracy department departure dependence deposit depression depth description
    design desire dessert destination destiny destruction detail development diet difference
    difficulty dig dilemma dinner direction disadvantage disagreement disappointment disaster
    discipline discovery discussion disease display dispute distance distraction distribution
    district dive diversity divide division divorce document documentary donation dose doubt
    download draft drag drain drama draw drawback dress drill drink drive drop drought drug dump
    duration duty dynamics dynasty earthquake ease echo economy edge edition editor education
    effect effectiveness efficiency effort elder elderly election electricity element
    embarrassment embrace emergency emission emotion emphasis end endeavor energy engagement
    enterprise entertainment enthusiasm entrance entrepreneur entry environment episode equation
    era error escape escort essence establishment estate estimate ethics evaluation evening evil
    evolution examination exception exchange excitement excuse execution exercise exhibit
    existence exit expansion expectation expense experience experiment explanation exploration
    explosion export exposure expression extension extent extinction extract fabric face facility
    fact factor failure fair fall fame family fantasy fare fashion fate fatigue fault favor fear
    feature fee feed fever fiction fight figure file fill film filter final finance find finding
    finish fire firm fix flame flash flavor flavour flexibility flight flip float flood floor flow
    focus fold folk following food foot footprint force forecast form formation formula fortune
    fossil foundation frame freedom friendship fringe front frustration fuel function fund funeral
    future gain gallery gamble gap gas gasoline gathering gender gene generation genre gesture
    glance glimpse globalization globe glory goal god good gossip government grade grammar grant
    graph greenhouse grin grip grocery ground group growth guarantee guard guess guidance
    guideline gum gun half halt hand handle harbor harbour harm hatch hate head heart heat height
    hell help heritage hide highway hike hint history hit hold home honor hook hope hour household
    hug humanity hunt hurry hurt hygiene hypothesis identity idol ignorance illness image
    imagination immune immunity impact implementation import importance impression improvement
    impulse incentive incident income increase independence index industry inequality inflation
    influence infrastructure ingredient initiative injury innovation input inquiry insect insight
    inspiration instance instinct institute institution instruction instrument insurance intake
    integrity intelligence intention interaction interest interference internet interpretation
    intersection intervention invasion invention investigation investment invitation invoice
    involvement isolation issue item jail jeopardy jog join joint joy judgment jump jury justice
    kick kill kilometer kind kingdom kiss knock knot label labor laboratory labour lack land
    landscape lane language last laugh launch law layer lead leadership league leak leap lease
    leather leave lecture legend leisure length level liberty license lick lie life lifespan
    lifestyle lifetime lift light limit limitation line literature load loan location lock log
    logic look loss lot lounge love luck lunch lung luxury mainstream maintenance majority
    management mandate manner march margin mark market marketing marriage mass master material
    matter maximum means meantime measure measurement mechanism medal media medication medicine
    medium meet memory mental merchandise merge merit metal meter method middle migraine mile mill
    mind mindset mine minimum minister ministry minority minute miss mission mix mixture mode
    model modification moment monument mood moral morning mosquito motion motivation motive move
    movement murder muscle must mystery myth name nation nature necessity need negotiation
    neighbour newcomer night nightmare noise norm note notice notion nuclear number nutrition
    obesity object objective obligation observation obsession obstacle occasion occupation offer
    online openness opera operation opponent opportunity opposition option order organization
    orientation origin outbreak outcome outlook output outrage outsider oxygen pace pack pain
    paint pair panel panic paradise paragraph parking part participation partner partnership party
    pass passage passion past patch path patrol pattern pause pay payment peace peak peer penalty
    pension pepper percent percentage perception performance period permission personality
    perspective pet phase phenomenon philosophy phone phrase pick piece pitch pizza place plan
    planning plant play pleasure pledge plenty plot point poison policy politics poll population
    port portion portrait position possession possibility post potential pour poverty power
    practice practise praise prayer precaution prediction preference pregnancy prejudice
    preparation prescription presence present presentation press pressure prestige prevention
    price pride principle print priority prison privacy privilege prize probability probe
    procedure process producer production profession profit programme promise promotion proof
    property proportion prospect prosperity protection protein protest province psychology public
    publication pull pump punch punishment purchase purpose push quality quantity quarter quote
    race radar raid rail rain raise rally range rank rate rating ratio reach reaction read reality
    reason rebel rebuild recall receipt recession recognition recommendation record recovery
    reduction referee reference reflection reform refugee refund regard regime register
    registration regret regulation rehearsal reign reject relation relationship release relief
    religion remark remedy rent repair repetition replacement reply report representation
    representative reputation request requirement rescue reservation reserve resistance resolution
    resort resource respect response responsibility rest restriction result retail retirement
    retreat return revelation revenge revenue review revolution reward rewards rhythm ride rider
    right riot rip rise risk rival roast role roleplay roll root round routine row ruin rule run
    rush sacrifice sadness safety sail sake salad sale salmon sample satellite satire satisfaction
    sauce save scale scan scandal scare scenario scene schedule scholar scholarship school science
    scope score scratch scream screw script scroll sea seal search season second sector security
    seed selection self sell senate sensation sense separation sequence series service session set
    setting settlement sex shade shadow shake shame shape share shave shelter shift shock shoot
    shopping shortage shot shout show shrimp shrug side sigh sight sign signal silence similarity
    simulation sin sit situation size skeleton sketch skill skin skip sky slam slap slave sleep
    slip slogan smartphone smash smell smile smoke snap sneeze society soda soil solution sort
    soul sound source south space species spectator speech speed spelling spice spill spin spirit
    splash split spoil sponsor sport spot spray spread spring squeeze stability stack stage stain
    stake stakeholder stall stand standard stare start state statement status stay steak steal
    step stereotype sting stir stock stone stop storage storm strain strategy stream strength
    stress stretch strike strip stroke structure struggle study style subject substance substitute
    suburb subway success suck suggestion suicide sum summary summer summit sun sunlight sunset
    sunshine supper supply support surf surface surge surgery surprise surrounding survey survival
    suspect suspension suspicion swap sweat swim swing switch sword symbol symptom system tackle
    tag tale talent talk tape target taste tax tear technique technology temperature tempt
    temptation tendency tension term terrain territory terror terrorism terrorist test testimony
    text texture thanks theme theory therapy thought threat threshold thrill throat throw tick
    tiger tilt time timeline timetable tip tobacco today tolerance tone top torch torture toss
    total touch trace track trade tradition tragedy trail trait transaction transfer transform
    transformation transition translation transport trap trash trauma travel treasure treat
    treatment treaty trend trial trick trigger trim triumph trouble trust truth try tumble turn
    tweet twin twist type uncertainty underground understanding unemployment union uniqueness unit
    universe university update upgrade upload urge urgency usage use vacation vaccine vacuum
    validity value variable variation variety vegetable vendor venture verse version victory video
    view viewpoint violence virtue virus vision visit vitamin vocabulary voice volcano volume vote
    voyage wage wait wake walk war warning warrant warranty wash waste wave way weakness wear web
    week weight welcome welfare west whip whisper wilderness will willingness win wind wing winter
    wish witness wonder wood work workload workplace world worry worth wound wrap wreck year yell
    yield youth zeal zone zoom
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
    agriculture air architecture astronomy bacon baseball basketball beef beer biology bronze
    caffeine capitalism carbon chemistry chess chicken cholesterol clay cocaine coffee communism
    compassion copper corn corruption cotton cricket diesel dignity empathy feeling feminism fish
    football fruit garlic glass golf gravity greed grief hair heroin hockey honesty honey humidity
    hydrogen ice immigration jazz journalism juice laundry linguistics loyalty marijuana math
    mathematics maths meaning meat milk misery nicotine oil painting paper pasta petrol
    photography physics poetry pork racism radiation rubber rugby silk silver slavery snow soap
    soccer soup staff steel stuff sympathy tea television tennis unity volleyball warfare water
    wine writing yoga
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
