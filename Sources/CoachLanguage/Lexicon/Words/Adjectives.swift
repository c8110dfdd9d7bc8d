/// The adjectives and adverbs that the lexicon is built from.
enum Adjectives {
  /// Adjectives, base forms.
  static let adjectives: StaticString = """
    able abnormal absent absolute abstract absurd abundant academic acceptable accessible
    accidental accountable accurate accustomed active actual acute addictive additional adequate
    adorable advanced affordable afraid aggressive agricultural alive alternative amazing
    ambitious ancient angry annoying annual anonymous anxious apparent appropriate arbitrary
    arrogant artificial artistic ashamed asleep astonishing athletic atomic attractive authentic
    automatic available average awake aware awesome awful awkward bad bald bankrupt bare basic
    beautiful beneficial biased big biological bitter bizarre black blank blind blue boring bossy
    brave brief bright brilliant broad broken brown brutal busy calm capable careful careless
    casual cautious central certain challenging characteristic charming cheap cheerful chemical
    chief chronic civil classic classical clean clear clever clinical close cloudy clumsy cold
    colorful comfortable comic commercial common compact comparable compatible compelling
    competent competitive complete complex complicated comprehensive concise concrete confident
    confidential confused conscious considerable consistent constant constitutional constructive
    contemporary content continuous controversial convenient conventional convincing cool core
    corporate correct costly crazy creative credible creepy criminal critical crucial crude cruel
    cultural curious current cute cynical daily damp dangerous dark dead deaf dear decent deep
    defensive definite deliberate delicate delicious delightful democratic dense dependent
    depressed depressing desirable desperate destructive detailed determined devastating different
    difficult digital diligent diplomatic dirty disabled disappointed disappointing disgusting
    distant distinct distracted diverse domestic dominant double dramatic drastic drunk dry dual
    due dull dumb dusty dynamic eager early eastern easy economic economical educational effective
    efficient elaborate elderly electoral electric electrical electronic elegant elementary
    eligible embarrassed emotional empirical empty endless energetic enjoyable enormous entire
    environmental equal essential eternal ethical ethnic everyday evident evil exact excellent
    excited exciting exclusive exotic expensive experienced explicit explosive extensive external
    extraordinary extreme fabulous fair faithful false familiar famous fancy fantastic fashionable
    fast fat fatal faulty favorable favorite federal female fierce filthy final financial fine
    firm fiscal fit fixed flat flexible fluent fond foolish foreign formal former fortunate foul
    fragile free frequent fresh friendly frozen frustrated frustrating full fun functional
    fundamental funny furious future general generic generous genetic gentle genuine giant gifted
    glad global gloomy golden good gorgeous gradual grand grateful grave gray great greedy green
    gross guilty handsome handy happy hard harmful harmless harsh healthy heavy helpful helpless
    heroic hidden high historic historical holy honest hopeful horrible horrific hostile hot huge
    human humanitarian humble humid hungry hybrid hypothetical icy ideal identical ignorant ill
    illegal imaginary immature immediate immense impatient imperfect imperial implicit important
    impossible impressive inadequate inappropriate incapable inclined incorrect incredible
    independent indirect individual indoor industrial inevitable inexpensive inferior infinite
    influential informal inherent initial inner innocent innovative insane insecure instant
    insufficient intact intellectual intelligent intense interactive interested interesting
    intermediate internal international intriguing invisible ironic irrational irrelevant
    irresponsible jealous joint junior keen kind lame large late latter lazy leading left legal
    legitimate lengthy lethal liable liberal light likely limited linear liquid literary lively
    living local logical lonely long loose lost loud lousy lovely low loyal lucky luxurious mad
    magic magical magnificent main major male mandatory manual marine married massive mature
    maximum meaningful mechanical medical medium memorable mental mere messy metropolitan mighty
    mild military minimal minimum minor miserable missing mixed mobile moderate modern modest
    monthly moral multiple muscular musical mutual mysterious naive naked narrow nasty national
    nationwide native natural naughty naval near neat necessary negative nervous neutral new nice
    noble noisy normal northern notable noticeable novel nuclear numerous obedient obese objective
    obnoxious obscure obvious occasional odd offensive official old online open operational
    opposite optimal optimistic optional oral ordinary organic original outdated outdoor outer
    outgoing outrageous outstanding overall overseas overweight pale parallel paranoid partial
    particular passionate passive pathetic patient peaceful perfect permanent persistent personal
    persuasive pessimistic physical picky pink plain plastic plausible pleasant pleased poetic
    poisonous polite political poor popular portable positive possible potential powerful
    practical precious precise predictable pregnant presidential previous primary prime primitive
    principal prior private probable problematic productive professional profitable profound
    progressive prominent promising proper proud psychological public punctual pure purple
    questionable quick quiet racial racist radical random rapid rare rational raw ready real
    realistic reasonable recent red refreshing regional regular regulatory related relative
    relaxed relevant reliable religious reluctant remarkable remote renewable representative
    residential resilient respectful responsible rich ridiculous right rigid risky robust romantic
    rough round royal rude rural sacred sad safe salty sarcastic satisfied scared scary scientific
    secondary secret secure selfish senior sensible sensitive separate serious severe sexual sexy
    shallow sharp shiny short shy sick significant silent silly similar simple sincere single
    skeptical skilled skillful skinny sleepy slight slim slow small smart smooth sociable social
    soft solar sole solid sophisticated sore sour southern spare special specific spectacular
    spicy spiritual stable standard steady steep stiff straight straightforward strange strategic
    strict strong structural stubborn stupid subjective subsequent substantial subtle successful
    sudden sufficient suitable sunny super superb superior supportive supreme sure surprised
    surprising susceptible suspicious sustainable sweet swift symbolic sympathetic systematic
    talented tall tasty technical technological temporary tender terrible terrific theoretical
    thick thin thirsty thorough thoughtful tidy tight tiny tired total tough toxic traditional
    tragic transparent tremendous tricky tropical true typical ugly ultimate unable unacceptable
    unaware unbelievable uncertain unclear uncomfortable unconscious understandable unemployed
    unexpected unfair unfamiliar unfortunate unhappy unhealthy unique universal unknown unlikely
    unlimited unnecessary unpleasant unpopular unprecedented unpredictable unrealistic
    unreasonable unstable unusual upper upset urban urgent useful useless usual vague valid
    valuable vast vegetarian verbal vertical viable vibrant vicious violent virtual visible visual
    vital vivid voluntary vulnerable warm wary weak wealthy weekly weird western wet white wicked
    wide widespread wild willing wise wonderful wooden worldwide worried worthwhile worthy wounded
    wrong yellow young yummy
    """

  /// Adverbs, of manner, time, degree and attitude.
  static let adverbs: StaticString = """
    aboard abroad absolutely accordingly actually admittedly afterward afterwards again ahead
    allegedly almost alone already also altogether anymore anyway anywhere apart approximately
    arguably aside automatically away back badly barely basically beforehand behind besides
    briefly carefully certainly clearly closely collectively completely consequently considerably
    constantly continually currently daily deeply definitely deliberately directly downstairs
    dramatically drastically easily elsewhere entirely equally especially essentially even
    eventually everywhere evidently exactly extremely fairly finally firstly forever forth
    fortunately forward frankly frequently fully further furthermore generally gently gradually
    greatly halfway happily hardly heavily hence here highly honestly horribly however immediately
    increasingly indeed indoors inevitably inherently instead intentionally ironically jointly
    just largely lastly lately later likewise literally maybe meanwhile merely moreover mostly
    namely naturally nearby nearly necessarily nevertheless newly nonetheless normally notably now
    nowadays nowhere obviously occasionally often online only originally otherwise outdoors
    overall overnight overseas partially particularly partly perfectly perhaps permanently
    personally preferably presumably previously primarily probably properly quickly quietly quite
    rarely rather readily realistically really reasonably recently regularly relatively repeatedly
    respectively roughly secondly seemingly seldom seriously shortly similarly simply
    simultaneously slightly slowly softly someday somehow sometime sometimes somewhat somewhere
    soon specifically statistically still straight strictly strongly subsequently substantially
    successfully suddenly supposedly surely surprisingly technically temporarily terribly
    thankfully then therefore thirdly thoroughly thus today together tomorrow tonight totally
    tremendously truly twice typically ultimately undoubtedly unfortunately upstairs usually
    utterly virtually well whatsoever widely yesterday yet
    """
}
