/// The verbs that the lexicon is built from.
enum Verbs {
  /// Base forms of verbs whose past is formed by rule.
  static let regular: StaticString = """
    abandon abolish absorb abuse accelerate accept access accommodate accompany accomplish account
    accumulate accuse achieve acknowledge acquire act activate adapt add address adjust admire
    admit adopt adore advance advertise advise advocate affect afford age agree aim alarm allege
    allocate allow alter amaze amend amuse analyze announce annoy answer anticipate apologize
    appeal appear apply appoint appreciate approach approve argue arrange arrest arrive ask
    assault assemble assess assign assist associate assume assure attach attack attempt attend
    attract avoid award back balance ban bargain bark base bath battle beg behave believe belong
    benefit blame bless blink block blog board boil bomb book boost bore borrow bother bounce bow
    breathe brief brush bully burn bury calculate call calm camp cancel capture care carry cater
    cause cease celebrate challenge change charge chase chat cheat check cheer chew claim clarify
    clash classify clean clear click climb close coach collaborate collapse collect combine
    comfort comment commit communicate commute compare compensate compete compile complain
    complete complicate comply compose comprehend conceal conceive concentrate concern conclude
    condemn conduct confess confirm confront confuse connect conquer consent consider consist
    construct consult consume contact contain contend continue contrast contribute control convert
    convict convince cook cool cooperate cope copy correct correlate correspond cough counsel
    count cover crash crawl create criticize crop cross crush cry cure curse damage dance dare
    date debate debug decay deceive decide declare decline decorate decrease dedicate deem defeat
    defend defer define delay delegate delete deliver demand demonstrate deny depend deploy
    deposit derive describe deserve design desire despise destroy detect deteriorate determine
    develop devote dictate die differ diminish direct disable disagree disappear disappoint
    discard disclose discourage discover discriminate discuss dislike dismiss display dispose
    dispute disrupt dissolve distinguish distribute disturb dive diversify divide dodge dominate
    donate double doubt download draft drag drain dream dress drill drop drown dry dump earn ease
    edit educate elect eliminate email embarrass embrace emerge emit emphasize employ empty enable
    encourage end endanger endorse endure enforce engage enhance enjoy enrich enroll ensure enter
    entertain entitle escape escort establish estimate evaluate evolve exaggerate examine exceed
    exchange excite exclude excuse execute exercise exert exhaust exhibit exist expand expect
    experience experiment explain explode exploit explore export expose express extend face
    facilitate fade fail fascinate fasten favor fear feature fetch file fill film filter finance
    finish fire fish fit fix flash flip float flood flourish flow flush focus fold follow force
    forecast form foster found frame frighten frustrate fry fuel fulfill function fund gain gamble
    gather generate glimpse google gossip govern grab grade graduate grant grasp greet grip
    guarantee guard guess guide hail halt hammer hand handle hang happen harm hatch hate haunt
    head heal heat help hesitate highlight hinder hire honor hook hope host hug hunt hurry
    identify ignite ignore illustrate imagine imitate impact impair implement imply import impose
    impress improve include incorporate increase indicate infect influence inform inhabit inherit
    initiate inject injure innovate insert insist inspect inspire install instruct insure
    integrate intend intensify interact interest interfere interpret interrupt intervene interview
    introduce invade invent invest investigate invite invoke involve iron irritate isolate issue
    jail jog join joke judge jump justify kick kidnap kill kiss knock label lack land lap last
    laugh launch leak lean learn lease leverage lick lie lift like limit linger link list listen
    live load locate lock log look love lower maintain manage manufacture march mark marry master
    match matter maximise maximize measure meditate melt memorize mention merge merit migrate mind
    minimize miss misuse mix mock monitor motivate move multiply murder name narrow navigate need
    neglect negotiate nominate note notice obey object obligate observe obtain occupy occur offend
    offer omit open operate oppose optimize orbit order organize overestimate overlook oversleep
    overwhelm owe own pack paint panic parade park participate pass patch patrol pause perceive
    perform persuade petition phone pick pitch place plan plant play plead please pledge plug
    point poke polish pollute ponder portray possess post postpone pour practice practise praise
    pray preach predict prefer prepare prescribe present preserve press pretend prevail prevent
    print privilege probe proceed process produce program progress prohibit prolong promise
    promote pronounce propose prosecute prosper protect protest prove provide provoke publish pull
    pump punch punish purchase pursue push qualify question queue quote race raid rain raise rally
    rate reach react realize rebel recall receive reckon recognize recommend reconsider record
    recover recruit recycle reduce refer reflect refund refuse regard register regret regulate
    rehearse reign reinforce reiterate reject rejoice relate relax release relieve rely remain
    remember remind remove rent repair repeat rephrase replace reply report represent request
    require rescue research resemble reserve resign resist resolve respect respond rest restore
    restrict result resume retain retire retreat retrieve return reveal review revise revolve
    reward rinse rip risk roast rob roll rotate rub ruin rule rush sacrifice sail sample satisfy
    save scan scare scatter schedule score scratch scream screw scroll seal search seem seize
    select separate serve settle shape share shave shelter shift ship shock shop shout shove shrug
    sigh sign signal simplify skate sketch ski skim skip slam slap slaughter slip slow smash smell
    smile smoke snap snatch sneeze soak soften solve sort sound spare specialize specify speculate
    spell spill splash spoil sponsor spot spray squeeze stab stabilize stack stain stall stare
    start starve state stay steer step stimulate stir stop store strain strengthen stress stretch
    strip strive stroke struggle study stumble stun submit subscribe substitute subtract succeed
    suck sue suffer suggest suit summarize summon supervise supply support suppose suppress surf
    surge surprise surround survive suspect suspend sustain swallow swap sweat switch tackle tag
    talk tape target taste tease tempt tend terrify test text thank threaten thrill thrive tick
    tie tighten tilt tip tire tolerate torture toss touch tour towel trace track trade trail train
    transfer transform transition translate transmit transport trap travel treat trend trigger
    trim trust try tumble turn tweet twist type undermine unfold unite unlock update upgrade
    upload urge use utilize validate vanish vary venture verify view violate visit volunteer vote
    wait walk wander want warn wash waste watch water weigh welcome whip whisper whistle widen
    wipe wish wonder work worry worsen wound wrap wreck yell yield zoom
    """

  /// Base, past and participle, a line a verb; forms that stand for one another joined by a comma.
  static let irregular: StaticString = """
    arise arose arisen
    awake awoke awoken
    bear bore born,borne
    beat beat beaten
    become became become
    begin began begun
    bend bent bent
    bet bet bet
    bind bound bound
    bite bit bitten
    bleed bled bled
    blow blew blown
    break broke broken
    breed bred bred
    bring brought brought
    broadcast broadcast broadcast
    build built built
    buy bought bought
    catch caught caught
    choose chose chosen
    cling clung clung
    come came come
    cost cost cost
    creep crept crept
    cut cut cut
    deal dealt dealt
    dig dug dug
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    flee fled fled
    fling flung flung
    fly flew flown
    forbid forbade forbidden
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got got,gotten
    give gave given
    go went gone
    grind ground ground
    grow grew grown
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    hurt hurt hurt
    keep kept kept
    know knew known
    lay laid laid
    lead led led
    leave left left
    lend lent lent
    let let let
    lose lost lost
    make made made
    mean meant meant
    meet met met
    mislead misled misled
    mistake mistook mistaken
    misunderstand misunderstood misunderstood
    outgrow outgrew outgrown
    overcome overcame overcome
    oversee oversaw overseen
    overtake overtook overtaken
    pay paid paid
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    rewrite rewrote rewritten
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shine shone shone
    shoot shot shot
    show showed shown
    shrink shrank shrunk
    shut shut shut
    sing sang sung
    sink sank sunk
    sit sat sat
    sleep slept slept
    slide slid slid
    speak spoke spoken
    spend spent spent
    spin spun spun
    split split split
    spread spread spread
    stand stood stood
    steal stole stolen
    stick stuck stuck
    sting stung stung
    stink stank stunk
    strike struck struck
    string strung strung
    swear swore sworn
    sweep swept swept
    swim swam swum
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    undergo underwent undergone
    understand understood understood
    undertake undertook undertaken
    upset upset upset
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept wept
    win won won
    withdraw withdrew withdrawn
    write wrote written
    """
}
