/// The verbs that the lexicon is built from.
enum Verbs {
  /// Base forms of verbs whose past is formed by rule.
  static let regular: StaticString = """
    abandon abolish absorb abuse accelerate accept access accompany accomplish account
    accumulate accuse achieve acknowledge acquire act adapt add address adjust admire admit
    adopt adore advance advertise advise advocate affect afford age agree aim alarm allege
    allocate allow alter amaze amend amuse analyze announce annoy answer anticipate apologize
    appeal appear apply appoint appreciate approach approve argue arrange arrest arrive ask
    assemble assess assign assist associate assume assure attach attack attempt attend attract
    avoid award back balance ban bargain bark base bath battle beg behave believe belong benefit
    blame bless blink block blog board boil bomb book boost bore borrow bother bounce bow
    breathe brief brush bully burn bury calculate call calm camp cancel capture care carry cater
    cause cease celebrate challenge change charge chase chat cheat check cheer chew claim
    clarify clash classify clean clear click climb close coach collaborate collapse collect
    combine comfort comment commit communicate commute compare compensate compete compile
    complain complete complicate comply compose conceal conceive concentrate concern conclude
    condemn conduct confess confirm confront confuse connect conquer consent consider consist
    construct consult consume contact contain continue contrast contribute control convert
    convince cook cool cooperate cope copy correct correspond cough counsel count cover crash
    crawl create criticize cross crush cry cure damage dance dare date debate debug decay
    deceive decide declare decline decorate decrease dedicate deem defeat defend defer define
    delay delegate delete deliver demand demonstrate deny depend deploy deposit derive describe
    deserve design desire despise destroy detect deteriorate determine develop devote die differ
    diminish direct disable disagree disappear disappoint discard disclose discourage discover
    discriminate discuss dislike dismiss display dispute disrupt dissolve distinguish distribute
    disturb diversify divide dominate donate double doubt download draft drag drain dream dress
    drop drown dry earn ease edit educate elect eliminate email embarrass embrace emerge emit
    emphasize employ empty enable encourage end endanger endorse endure enforce engage enhance
    enjoy enrich enroll ensure enter entertain entitle escape establish estimate evaluate evolve
    exaggerate examine exceed exchange excite exclude excuse execute exercise exert exhaust
    exhibit exist expand expect experience experiment explain explode exploit explore export
    express extend face facilitate fade fail fascinate fasten favor fear feature fetch file fill
    film filter finance finish fire fish fit fix flash float flourish flow focus fold follow
    force forecast form found frame frighten fry fuel fulfill function fund gain gather generate
    google govern grab grade graduate grant greet grip guarantee guard guess guide halt hand
    handle hang happen harm hate haunt head heal heat help hesitate highlight hinder hire honor
    hope host hug hunt hurry identify ignite ignore illustrate imagine imitate impact impair
    implement imply import impose impress improve include increase indicate infect influence
    inform inhabit inherit initiate inject injure innovate insert insist inspect inspire install
    instruct insure integrate intend intensify interact interest interfere interpret interrupt
    interview introduce invade invent invest investigate invite invoke involve iron irritate
    isolate issue jail jog join joke judge jump justify kick kidnap kill kiss knock label lack
    land last laugh launch learn leverage lick lie lift like limit link list listen live load
    lock log look love lower maintain manage manufacture march mark marry master match matter
    maximise maximize measure meditate melt memorize mention merge merit migrate mind minimize
    miss misuse mix monitor motivate move multiply murder name narrow need neglect negotiate
    nominate note notice obey object obligate observe obtain occupy occur offend offer omit open
    operate oppose optimize order organize overlook oversleep owe own pack paint park
    participate pass pause perceive perform persuade phone pick pitch place plan plant play
    plead please pledge point polish pollute ponder portray possess post postpone pour practice
    practise praise pray preach predict prefer prepare prescribe present preserve press pretend
    prevail prevent print privilege probe proceed process produce program progress prohibit
    prolong promise promote pronounce propose prosper protect prove provide provoke publish pull
    punch punish purchase pursue push qualify question quote race rain raise rate reach react
    realize rebel recall receive reckon recognize recommend reconsider record recover recruit
    recycle reduce refer reflect refuse regard register regret regulate rehearse reinforce
    reiterate reject relate relax release relieve rely remain remember remind remove rent repair
    repeat rephrase replace reply report represent request require rescue research resemble
    reserve resign resist resolve respect respond rest restore restrict result resume retain
    retire retreat retrieve return reveal review revise revolve reward risk rob roll rotate ruin
    rule rush sacrifice sail sample satisfy save scan scare schedule score scream search seem
    seize select separate serve settle shape share shelter shift ship shock shop shout shrug
    sign signal simplify sketch ski skim skip slip slow smell smile smoke sneeze soften solve
    sort sound spare specialize specify spell spill spoil sponsor spot stabilize stare start
    starve state stay steer step stimulate stir stop store strengthen stress stretch strive
    struggle study submit substitute succeed suck sue suffer suggest suit summarize summon
    supervise supply support suppose suppress surf surprise surround survive suspect suspend
    sustain swap sweat switch tackle talk target taste tease tempt tend terrify test text thank
    threaten tie tighten tip tire tolerate touch tour trace track trade train transfer transform
    translate transmit transport trap travel treat trigger trust try turn type undermine unite
    unlock update upgrade upload urge use utilize validate vanish vary venture view violate
    visit volunteer vote wait walk wander want warn wash waste watch water weigh welcome whisper
    widen wish wonder work worry worsen wrap yell yield zoom
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
