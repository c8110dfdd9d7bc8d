/// The adjectives and adverbs that the lexicon is built from.
enum Adjectives {
  /// Adjectives, base forms.
  static let adjectives: StaticString = """
    able abnormal absent absolute abstract absurd abundant academic acceptable accessible
    accidental accurate active actual acute additional adequate adorable advanced afraid
    aggressive alive alternative amazing ambitious ancient angry annoying annual anonymous
    anxious apparent appropriate artificial ashamed asleep attractive automatic available
    average awake aware awesome awful awkward bad bald bare basic beautiful beneficial big
    biological bitter black blank blind blue boring bossy brave brief bright brilliant broad
    broken brown busy calm capable careful careless casual central certain challenging
    characteristic charming cheap cheerful chemical chief classic classical clean clear clever
    clinical close cloudy clumsy cold colorful comfortable comic commercial common compact
    comparable compatible competent competitive complete complex complicated comprehensive
    concise concrete confident confidential confused conscious consistent constant constructive
    contemporary content continuous controversial convenient conventional convincing cool core
    corporate correct costly crazy creative creepy criminal critical crucial cruel cultural
    curious current cute daily damp dangerous dark dead deaf dear decent deep defensive
    deliberate delicate delicious delightful democratic dependent desirable desperate detailed
    determined different difficult digital diligent dirty disabled disappointed disappointing
    distant distinct diverse domestic dominant double dramatic drunk dry due dull dumb dusty
    dynamic eager early easy economic economical educational effective efficient elaborate
    elderly electric electrical electronic elegant elementary eligible embarrassed emotional
    empirical empty endless energetic enormous entire environmental equal essential ethical
    ethnic everyday evident evil exact excellent excited exciting exclusive exotic expensive
    experienced explicit extensive external extraordinary extreme fabulous fair faithful false
    familiar famous fancy fantastic fashionable fast fat fatal faulty favorable favorite federal
    female fierce final financial fine firm fit fixed flat flexible fluent fond foolish foreign
    formal former fortunate fragile free frequent fresh friendly frozen full fun functional
    fundamental funny furious future general generic generous genetic gentle genuine giant
    gifted glad global gloomy golden good gorgeous gradual grand grateful grave gray great
    greedy green gross guilty handsome handy happy hard harmful harmless harsh healthy heavy
    helpful helpless hidden high historic historical holy honest hopeful horrible hostile hot
    huge human humble humid hungry icy ideal identical ignorant ill illegal imaginary immediate
    immense impatient imperfect implicit important impossible impressive inadequate incredible
    independent indirect individual indoor industrial inevitable inexpensive inferior infinite
    informal initial inner innocent innovative insane instant insufficient intellectual
    intelligent intense interactive interested interesting intermediate internal international
    invisible irrelevant jealous joint junior keen kind large late latter lazy leading left
    legal legitimate lengthy liable liberal light likely limited linear liquid literary lively
    living local logical lonely long loose lost loud lovely low loyal lucky luxurious mad magic
    main major male mandatory manual marine married massive mature maximum meaningful mechanical
    medical medium mental mere messy mild military minimal minimum minor miserable missing mixed
    mobile moderate modern modest monthly moral multiple muscular mutual mysterious naive narrow
    nasty national native natural naughty near neat necessary negative nervous neutral new nice
    noble noisy normal notable noticeable novel nuclear numerous obedient objective obvious
    occasional odd offensive official old online open operational opposite optimal optimistic
    optional oral ordinary organic original outdoor outer outgoing outstanding overall overseas
    overweight pale parallel partial particular passionate passive patient peaceful perfect
    permanent persistent personal persuasive pessimistic physical pink plain plastic pleasant
    pleased poetic poisonous polite political poor popular portable positive possible potential
    powerful practical precious precise predictable pregnant previous primary prime primitive
    principal prior private probable productive professional profitable profound prominent
    promising proper proud psychological public punctual pure purple quick quiet random rapid
    rare raw ready real realistic reasonable recent red regional regular related relative
    relaxed relevant reliable religious reluctant remarkable remote representative residential
    resilient respectful responsible rich ridiculous right rigid risky romantic rough round rude
    rural sad safe satisfied scared scary scientific secondary secret secure selfish senior
    sensible sensitive separate serious severe sexual shallow sharp shiny short shy sick
    significant silent silly similar simple sincere single skilled skillful sleepy slight slim
    slow small smart smooth sociable social soft solar sole solid sophisticated sore sour spare
    special specific spectacular spicy spiritual stable standard steady steep stiff straight
    strange strategic strict strong structural stubborn stupid subjective subtle successful
    sudden sufficient suitable sunny super superb superior supportive supreme sure surprised
    surprising suspicious sweet swift sympathetic systematic talented tall tasty technical
    technological temporary tender terrible terrific theoretical thick thin thirsty thorough
    thoughtful tidy tight tiny tired total tough traditional tragic transparent tremendous
    tricky tropical true typical ugly ultimate unable unaware uncertain unclear uncomfortable
    unemployed unexpected unfair unfamiliar unfortunate unhappy unhealthy unique universal
    unknown unlikely unnecessary unpleasant unusual upper upset urban urgent useful useless
    usual vague valid valuable vast verbal vertical viable vibrant vicious violent virtual
    visible visual vital vivid voluntary vulnerable warm weak wealthy weekly weird wet white
    wicked wide widespread wild willing wise wonderful wooden worldwide worried worthwhile
    worthy wrong yellow young yummy
    """

  /// Adverbs, of manner, time, degree and attitude.
  static let adverbs: StaticString = """
    abroad absolutely accordingly actually afterwards again ahead almost alone already also
    altogether anyway anywhere apart approximately aside away back badly barely basically behind
    besides briefly carefully certainly clearly closely collectively completely consequently
    constantly currently daily deeply definitely deliberately directly downstairs easily
    elsewhere entirely equally especially essentially even eventually everywhere evidently
    exactly extremely fairly finally firstly forever forth fortunately forward frankly
    frequently fully further furthermore generally gradually greatly happily hardly heavily
    hence here highly honestly however immediately increasingly indeed indoors instead jointly
    just largely lastly lately later likewise literally maybe meanwhile merely moreover mostly
    namely naturally nearby nearly necessarily nevertheless newly nonetheless normally notably
    now nowadays nowhere obviously occasionally often online only originally otherwise outdoors
    overall overseas partially particularly partly perfectly perhaps permanently personally
    previously primarily probably properly quickly quietly quite rarely rather readily really
    recently regularly relatively roughly secondly seldom seriously shortly similarly simply
    simultaneously slightly slowly softly somehow sometime sometimes somewhat somewhere soon
    specifically still straight strictly strongly subsequently successfully suddenly surely
    surprisingly technically temporarily then therefore thirdly thoroughly thus today together
    tomorrow tonight totally truly twice typically ultimately unfortunately upstairs usually
    virtually well widely yesterday yet
    """
}
