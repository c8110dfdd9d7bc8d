/// The small words that hold sentences together, with all that they can be.
enum FunctionWords {
  /// Classes and the words that have them; a word may stand in several rows.
  static let rows: [(WordClass, StaticString)] = [
    ([.article, .indefinite], "a an"),
    ([.article], "the"),
    ([.possessive], "my your his her its our their whose"),
    ([.demonstrative], "this that"),
    ([.demonstratives], "these those"),
    (
      [.several],
      "many several few both various numerous two three four five six seven eight nine ten eleven"
    ),
    ([.several], "twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety fewer"),
    (
      [.number],
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    ),
    ([.number], "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy"),
    ([.number], "eighty ninety hundred thousand million billion dozen half"),
    ([.noun], "hundred thousand million billion dozen one zero"),
    (
      [.ordinal, .adjective],
      "first second third fourth fifth sixth seventh eighth ninth tenth last next"
    ),
    ([.much], "much little less"),
    ([.quantifier], "some any all no more most other such enough what which half least"),
    ([.each], "each every another either neither"),
    ([.subjectI], "i"),
    ([.subjectOne], "he she it"),
    ([.subjectMany], "we they you"),
    ([.object], "me him her us them you it"),
    (
      [.anyone],
      "everyone everybody everything someone somebody something anyone anybody anything nobody"
    ),
    ([.anyone], "nothing"),
    ([.reflexive], "myself yourself himself herself itself ourselves yourselves themselves"),
    ([.possessive], "mine"),
    ([.noun], "yours hers ours theirs none"),
    (
      [.preposition],
      "about above across after against along among around at before behind below beneath beside"
    ),
    (
      [.preposition],
      "besides between beyond by concerning despite down during except for from in inside into like"
    ),
    (
      [.preposition],
      "near of off on onto out outside over past per regarding since through throughout to toward"
    ),
    (
      [.preposition], "towards under underneath unlike until up upon versus via with within without"
    ),
    ([.preposition], "as than amid amongst"),
    (
      [.adverb], "about above across along around before behind below besides beyond down in inside"
    ),
    ([.adverb], "off on out outside over past through under up since as there home ago else"),
    ([.conjunction], "and or but nor yet so plus"),
    (
      [.subordinator],
      "if because although though when while whereas since unless until before after as once that"
    ),
    ([.subordinator], "whether till lest than whenever wherever where cause"),
    (
      [.question], "who whom whose which what when where why how whoever whatever whichever however"
    ),
    (
      [.modal],
      "can could may might must shall should will would cannot can't couldn't mustn't shouldn't"
    ),
    (
      [.modal],
      "won't wouldn't mightn't needn't shan't i'll you'll he'll she'll it'll we'll they'll"
    ),
    ([.modal], "that'll there'll who'll"),
    ([.be], "be am is are was were been being isn't aren't wasn't weren't"),
    ([.have], "have has had having haven't hasn't hadn't"),
    ([.do], "do does did doing done don't doesn't didn't"),
    (
      [.negation],
      "not never isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't"
    ),
    ([.negation], "cannot can't couldn't mustn't shouldn't won't wouldn't"),
    (
      [.adverb],
      "not never very too quite rather pretty really so just even still yet ever much more"
    ),
    ([.adverb], "most less least well only there how enough somewhat better best worse worst far"),
    ([.intensifier], "very too so quite rather pretty really extremely fairly totally absolutely"),
    ([.intensifier], "highly particularly especially incredibly super most"),
    (
      [.frequency, .adverb],
      "always usually often sometimes rarely seldom never generally frequently"
    ),
    ([.frequency, .adverb], "normally hardly occasionally ever also still just already probably"),
    ([.comparative], "better worse more less fewer further farther older elder lesser lower"),
    ([.superlative], "best worst most least furthest farthest"),
    (
      [.adjective],
      "own same own whole few many much little enough such other far further favourite"
    ),
    (
      [.noun, .time],
      "day week month year hour minute second night morning evening afternoon weekend moment"
    ),
    ([.noun, .time], "decade century season summer winter spring autumn"),
    ([.adverb, .noun], "today tomorrow yesterday tonight"),
    ([.name], "monday tuesday wednesday thursday friday saturday sunday january february april"),
    ([.name], "june july september october november december english french german spanish"),
    ([.name], "chinese japanese russian italian american british european african asian christmas"),
    ([.noun], "lot bit kind sort couple number variety rest majority thing matter"),
    ([.verb], "let's gonna wanna gotta"),
    ([.subject], "i'm i've i'd you're you've you'd he's she's it's we're we've we'd they're"),
    ([.subject], "they've they'd he'd she'd it'd"),
    ([.be], "i'm you're he's she's it's we're they're that's there's here's what's who's where's"),
    ([.be], "how's ain't"),
    ([.have], "i've you've we've they've he's she's it's would've could've should've i'd"),
    ([.modal], "i'd you'd he'd she'd we'd they'd it'd would've could've should've might've"),
    ([.adjective], "welcome sorry"),
    ([], "please mr mrs ms dr prof etc e.g i.e vs a.m p.m am pm ok okay o'clock u.s u.k tv pc"),
    ([], "oh hey hi hello yes yeah no nope yep wow hmm um uh bye thanks goodbye sorry welcome"),
  ]

  /// Words of chats: no errors, and a sign that nobody minds capitals and commas here.
  static let casual: StaticString = """
    lol lmao rofl haha hahaha hahahaha hehe omg wtf btw imo imho idk ikr tbh brb ttyl np thx tnx
    ty pls plz gonna wanna gotta kinda sorta lemme gimme dunno cuz coz yeah yea yep yup yeap nope
    nah k kk hiya yo tmrw tmr ppl hmm hm hmmm mmm mm um umm uh uhh uhm er erm ah ahh oh ooh oops
    ouch wow woah whoa yay yikes ugh aww aw meh duh huh eh bye cya xoxo xx bro dude guys omw tho
    thru y'all ya ok okay hey
    """

  /// Words of our time that older dictionaries lack, and abbreviations.
  static let modern: StaticString = """
    app apps wifi blog vlog selfie emoji meme podcast startup startups onboarding roadmap backend
    frontend fullstack dev devs ceo cto cfo hr pr kpi roi saas api ai ui ux b2b ml qa faq pdf url
    email emails online offline webinar login signup workflow workflows upskill hackathon freelancing
    roleplay chatbot covid google facebook youtube whatsapp instagram linkedin tiktok twitter zoom et
    al etc vs ie eg i.e e.g a.m p.m mr mrs ms dr prof st inc ltd co jr sr tvs cd cds dvd asap fyi
    smartphone smartphones don'ts eco cos hi sup mate gosh til till colour realise centre theatre
    """
}
