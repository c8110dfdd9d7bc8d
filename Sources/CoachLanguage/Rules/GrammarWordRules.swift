/// Words taken for one another, comparisons and the order of words.
enum GrammarWordRules {
  static let rules: [Rule] = [
    Rule(
      "their_there", .grammar, .medium,
      "“{}”: “there” is a place, “their” is an owner, “they're” is “they are”.",
      wrong: "Their are two exits.", right: "There are two exits.",
      .patterns(
        """
        [their] is|are|was|were|will|has|have|isn't|aren't|seems|exists => there
        [there] own => their
        in|on|with|of|from|by|to [there] <count!verbal> => their
        ~lose|~use|~do|~make|~change|~improve|~spend|~have [there] <n|ns|mass!verbal|adv> -<finite> => their
        [they're] own|house|car|children|lives|life => their
        over|out [their] $ => there
        """)),
    Rule(
      "its", .grammar, .medium, "“It's” is “it is”; “its” is an owner: “{fix}”.",
      wrong: "Its a good idea.", right: "It's a good idea.",
      .patterns(
        """
        [its] a|an|the|not|been|going|my|your|that => it's
        [its] very|too|really|so <adj> -<n|ns|mass|adj> => it's
        ^ but|and|so|because? [its] <adj> to|that|for|because|when|if|$ => it's
        [its] <adj> $ =>? it's
        ^ [its] <adv!adj|n> <part> -<n|ns|mass|adj|art> => it's
        that|think|because|if|know [its] <adj> to|that|for => it's
        [it's] own => its
        [its's] => it's
        [it's is] => it is
        of [it's] <n|ns> => its
        """)),
    Rule(
      "your_youre", .grammar, .medium, "“You're” is “you are”; “your” is an owner: “{fix}”.",
      wrong: "Your welcome to join.", right: "You're welcome to join.",
      .patterns(
        """
        [your] a|an|the <n|ns|adj|adv> => you're
        [your] welcome $|to => you're
        -<prep> [your] right|wrong $|about|that =>? you're
        [your] very|so <adj> $|to|that -own => you're
        [your] not|always|never|already => you're
        when|if|that|because|think|know|since [your] in|on|at|ready|able|sure|so|too|here|there -<n|ns|mass|adj> => you're
        [your] going to => you're
        [your] kidding|joking $|,|me|right => you're
        [you're] own|house|car|name|family|life|job|opinion => your
        """)),
    Rule(
      "then_than", .grammar, .medium, "A comparison takes “than”: “{fix}”.",
      wrong: "It is cheaper then before.", right: "It is cheaper than before.",
      .patterns(
        """
        <more> [then] -$|, -<subj|finite> => than
        <more> [then] <him|i|they|he> $|<be> => than
        more|less|better|worse _ [then] -$|, -<subj|finite> => than
        rather|other [then] => than
        more|less _? _? [that|then] <art|num|my|this> <n|ns|mass> $ =>? than
        """)),
    Rule(
      "loose_lose", .grammar, .medium, "“Loose” is the opposite of tight; the verb is “{fix}”.",
      wrong: "I don't want to loose my keys.", right: "I don't want to lose my keys.",
      .patterns(
        """
        to|will|can|might|may|would|could|don't|didn't|not|we|they|i|you [loose] -<n|ns> => lose
        to|will|can|might|may|would|could|we|they|i|you [loose] <art|my|some|him|these|n|ns> => lose
        [loosing] => losing
        [looses] <art|my> => loses
        """)),
    Rule(
      "affect_effect", .grammar, .medium,
      "To “affect” is the verb, an “effect” is the noun: “{fix}”.",
      wrong: "It will effect our plans.", right: "It will affect our plans.",
      .patterns(
        """
        will|can|may|might|could|would|not|doesn't|don't|to|also|it|they [effect] <art|my|him|this|ns|mass|n|on> => affect
        it|this|he|she [effects] the|our|my|their|your|his|me|us|people => affects
        [effected] the|our|my|their|your|his|me|us|people => affected
        [a affect] => an effect
        an|the|big|great|bad|negative|positive|huge|harmful [affect] => effect
        the|these|those|bad|negative|positive|many|some|side|harmful [affects] => effects
        """)),
    Rule(
      "noun_for_verb", .grammar, .medium, "“{}” is not the form that fits here: “{fix}”.",
      wrong: "I advice you to go.", right: "I advise you to go.",
      .patterns(
        """
        i|we|they|to|would|will|can|not|don't|you [advice] <him|people|my|art> => advise
        [a|an advise] => some advice
        the|some|good|my|his|her|your|of [advise] => advice
        to|can't|cannot|not|can [breath] => breathe
        i|we|they|to|would|will|can|not|don't|you [belief] <that|in|him|art|it> => believe
        my|his|her|their|this|the|strong|a [believe] -<him> =>? belief
        will|can|could|would|must|should|they|we [success] in|$ => succeed
        to [success] in => succeed
        my|his|the|a|great [succeed] => success
        to|will|can [choice] <art|my|this> => choose
        a|the|my|good|right|wrong|our [choose] => choice
        to|will|can|may|could [growth] <art|adv> =>? grow
        to|will|can|may|could [proof] <art> =>? prove
        to|will|can|may|could [solution] <art> =>? solve
        to|will|can|could|would [analysis] => analyze
        is|are|was|were|be|very|so|becomes [importance] -of => important
        very|so|too [convenience] -store -for => convenient
        is|are|was|were|very|so [difference] from|than|$ => different
        he|she|it|they|we is|are|was|were [danger] $ => dangerous
        he|she|it|they|we is|are|was|were [difficulty] $ => difficult
        he|she|it|they|we is|are|was|were [success] $ => successful
        to|will|can|should|must|not|would|could [rise] the|my|their|your|our|his|taxes|prices|awareness|money => raise
        [borrow] me|him|us|them => lend
        [learn] me|him|us how|to|the|english =>? teach
        will|can|we|they|people|i [life] in|with|here|there|at => live
        my|our|his|her|whole [live] $|,|and|but|is|was|because => life
        very|so|too [danger] => dangerous
        very|so|too [difficulty] => difficult
        very|so|too [confidence] => confident
        very|so|too [success] => successful
        very|so|too [beauty] -<n> => beautiful
        very|so|too [patience] => patient
        very|so|too [health] -<n> => healthy
        very|so|too [safety] -<n> => safe
        very|so|too [independence] => independent
        """)),
    Rule(
      "confused_word", .grammar, .medium, "“{}” is another word: here it is “{fix}”.",
      wrong: "We go there to often.", right: "We go there too often.",
      .patterns(
        """
        is|are|was|were|it's|not|way|far [to] much|many|late|early|expensive|difficult|hard|big|small|long|short|fast|slow|high|old|young -to => too
        [to] much <n|ns|mass> => too
        there|here|go|come|it [to] often|much|late|early => too
        ~look|~seem|~feel|~sound|~become|<be> [to] <adj!v|n|ing> => too
        [weather] or not => whether
        know|ask|decide|wonder|tell|sure|depends [weather] or|they|we|he|she|you|i => whether
        know|ask|decide|wonder [weather] to|it|the => whether
        will|can|to|i|we|they|must|please|cannot|not [except] <art|my|this|him|that|it> => accept
        everyone|everybody|everything|nobody|nothing|all [accept] for => except
        [whose] going|coming to|with => who's
        [who's] <count> => whose
        i|we|they|you|don't|didn't [no] <how|what|that|him|why|where> => know
        [were] are|do|is you|we|the|my => where
        we|they|you [where] <ing|adj|not> => were
        [threw] the|my|this window|door|years|process => through
        <be> not? [aloud] to => allowed
        <be> [quite] $ =>? quiet
        be|keep|is [quit] $ =>? quiet
        [piece] of mind => peace
        [peace] of cake|paper|advice => piece
        please|to|can|must|will|should [right] down => write
        i|we|they|he|she|have [past] the|my exam|exams|test|course|interview => passed
        in the [passed] => past
        i|we|they|you [thing] that|about it|him|you|this =>? think
        i [thing|thik|tink] => think
        he|she|it|there|who|and [want's] => wants
        [thanks you] => thank you
        [hole] day|life|world|time|family|country|city|year|week => whole
        how to [right] => write
        [sea] you|him|them => see
        at [list|lest] <num> =>? least
        one|many|some|most|all|out|lot|instead|because [off] the|them|my|us|people => of
        [form] the|my beginning|start|time|point|past|school|house|country|other|internet|university => from
        come|comes|came|far|away|different|learn|get|benefit|information [form] => from
        [cloth|cloths] to wear|buy => clothes
        wear|buy|wearing|new [cloths|cloth] => clothes
        i|we|they|you|people|to|can [fell] happy|good|bad|sad|better|comfortable|tired => feel
        [thought|through] the years|life|day|window =>? through
        <subj|person> [though|through|tough] me|us|him|them to|how|that|a =>? taught
        to|can|will|please|i|we|must|should [ad] a|the|some|more|another => add
        """)),
    Rule(
      "double_comparative", .grammar, .high, "“{}” compares twice: “{fix}”.",
      wrong: "This one is more cheaper.", right: "This one is cheaper.",
      .patterns(
        """
        [more <more!noun|n>] => $2
        [most <most!noun|n>] => $2
        [more better] than|$ => better
        [more worse] => worse
        """)),
    Rule(
      "comparative_form", .grammar, .medium,
      "“{}”: a short word is compared with -er, -est: “{fix}”.",
      wrong: "My house is more big.", right: "My house is bigger.",
      .patterns(
        """
        [more big|cheap|easy|fast|small|old|young|tall|strong|high|happy|hard|large|long|short|late|early|near|cold|warm|rich|busy|weak|heavy|new|nice] -<n|ns> => $2.er
        the|my|our|his|her [most big|cheap|easy|fast|small|old|young|tall|strong|high|happy|hard|large|long|short] => $3.est
        [more good|well] => better
        [more bad] => worse
        [most good] => best
        <be> [important|expensive|difficult|beautiful|comfortable|useful] than => more $2
        [gooder] => better
        [badder] => worse
        [the more] important|beautiful|difficult|popular thing|city|part|place|problem|country =>? the most
        is|are|was|were [the more <adj>] $|in|, =>? the most $4
        """)),
    Rule(
      "than_comparative", .grammar, .medium,
      "“{}”: “than” compares: it takes “-er” or “more” before it.",
      wrong: "My new room is small than the old one.",
      right: "My new room is smaller than the old one.",
      .patterns(
        """
        is|are|was|were|be|becomes|became|looks|seems -different|other|rather <very>? [<adj!more|n|v|ing|part|adv|ord|num> than]
        is|are|was|were|be <very> [big|cheap|easy|fast|hard|high|good|bad|long|short|large|late|early than]
        -not [as <adj|adv> than] =>? as $3 as
        """)),
    Rule(
      "too_much_adjective", .grammar, .medium, "Before an adjective it is “{fix}”.",
      wrong: "The room is too much small.", right: "The room is too small.",
      .patterns(
        """
        [too much <adj!n|adv|mass>] -<n|ns|mass> => too $3
        [very much <adj!n|adv>] $ => very $3
        [so much <adj!n|adv|mass>] -<n|ns|mass> => so $3
        [enough good|big|old|strong|rich|high|smart|long|fast|clear] => $2 enough
        """)),
    Rule(
      "very_verb", .grammar, .medium, "“{}”: “very” does not go with a verb, “really” does.",
      wrong: "I very like this song.", right: "I really like this song.",
      .patterns(
        """
        [very ~like|~love|~enjoy|~want|~appreciate|~hope|~hate|~help] -<n> =>? really $2
        <subj|ns|n> [very] ~agree|~respect|~think|~believe|~depend|~affect =>? strongly
        """)),
    Rule(
      "feeling_adjective", .grammar, .medium, "“{}”: for what a person feels, use “{fix}”.",
      wrong: "I am very exciting about it.", right: "I am very excited about it.",
      .patterns(
        """
        i am|was|feel|felt|very|so|really [exciting|confusing|tiring|disappointing|surprising|frightening|annoying] -<n|ns> => $3.past
        i am|was|feel|felt very|so|really|too [exciting|confusing|tiring|disappointing|frightening] -<n|ns> => $4.past
        i'm very|so|really [exciting|confusing|tiring|disappointing|frightening] -<n|ns> => $3.past
        i am|was|feel|felt very|so|really? [boring] -<n|ns> => bored
        people|students|children|they|we are|were|feel|get [confusing|tiring|exciting] $ => $3.past
        people|i|we|they ~feel [confusing|tiring|exciting] $ =>? $3.past
        a|the very|so|really? [bored] movie|film|book|lesson => boring
        a|the very|so|really? [excited] movie|film|book|lesson => exciting
        a|the very|so|really? [tired] movie|film|book|lesson|day => tiring
        film|movie|book|lesson|story|game|job|lecture|exam|meeting|trip is|was very|so|really? [bored|interested|excited|confused|tired] $|,|and|but|for|because =>? $4.ing
        """)),
    Rule(
      "collocation", .grammar, .medium, "“{}”: the usual words are “{fix}”.",
      wrong: "I did a mistake.", right: "I made a mistake.",
      .patterns(
        """
        [do a mistake] => make a mistake
        [does a mistake] => makes a mistake
        [did a mistake] => made a mistake
        [do mistakes] => make mistakes
        [doing mistakes] => making mistakes
        [did many? mistakes] => made $2 mistakes
        [make my|the|your? homework] => do $2 homework
        [making my|the|your? homework] => doing $2 homework
        [made my|the homework] => did $2 homework
        [do|make a party] => have a party
        [make sport|sports|exercise] => do $2
        [made sport|sports|exercise] => did $2
        [do a decision] => make a decision
        [do an effort] => make an effort
        [say a lie|lies] => tell $2 $3
        [say <him!my|they|i|he|you|it>] -<finite> =>? tell $2
        [says <him!my|they|i|he|you|it>] -<finite> =>? tells $2
        [said <him!my|they|i|he|you|it>] -<finite> =>? told $2
        [saying <him!my|they|i|he|you|it>] -<finite> =>? telling $2
        [~open the light|lights|tv|television] =>? turn on $2 $3
        [~close the light|lights|tv|television] =>? turn off $2 $3
        [~learn knowledge] =>? gain knowledge
        [make] a? photo|photos|picture|pictures of => take
        [made] a? photo|photos|picture|pictures of => took
        [~win money] from|by|with =>? earn money
        [big|strong rain] => heavy rain
        [high|big possibility] =>? strong possibility
        [do a? progress] => make progress
        [did a? progress] => made progress
        [doing a? progress] => making progress
        [~give exam|exams] =>? take exams
        [do|did|does a decision|choice|suggestion|plan] =>? make a $3
        [made his|her|their|our homework] => did $2 homework
        [make|makes his|her|their|our homework] => do $2 homework
        [did a party] => had a party
        <subj> [lost] the|my|our|his|her bus|train|flight|plane $|,|<conj|prep|sub> => missed
        """)),
    Rule(
      "subject_twice", .grammar, .medium, "“{}” names the subject twice.",
      wrong: "My brother he lives in Rome.", right: "My brother lives in Rome.",
      .patterns(
        """
        ^ my|his|her|our <person> [he|she|they] <finite>
        [which|who it|he|she|they] is|was|are|have|has|can|will =>? $1
        """)),
    Rule(
      "people_which", .grammar, .low, "People are “who”, not “which”.",
      wrong: "I like people which listen.", right: "I like people who listen.",
      .patterns(
        """
        people|students|children|friends|men|women|teachers|workers|employees|parents [which] <finite> => who
        <person> [which] is|are|has|have|was|were|can|will => who
        """)),
    Rule(
      "so_that_adjective", .grammar, .low, "“{}”: before a noun it is “such”.",
      wrong: "They are so nice people.", right: "They are such nice people.",
      .patterns(
        """
        <be> [so <adj!n|v|adv> <ns!n|vs>] => such $3 $4
        <be> [so <adj!n|v|adv> <count!verbal|ns>] $ =>? such a $3 $4
        a|an [so] <adj> <n> =>? such
        """)),
    Rule(
      "because_of", .grammar, .medium,
      "“{}”: “because of” stands before a noun, “because” before a clause.",
      wrong: "We stayed because of it was raining.", right: "We stayed because it was raining.",
      .patterns(
        """
        [because of] i|we|they|he|she -<n> => because
        [because of] it|you|there is|are|was|were|can|will => because
        [because] <art> <n|mass> -<finite|n|adj|prep|ns|sub|wh> $ =>? because of
        [due to] i|we|they|he|she|it <finite> => because
        [despite] i|we|they|he|she <finite> => although
        """)),
    Rule(
      "each_other", .grammar, .low, "“{}”: it is “each other”.",
      wrong: "They help each others.", right: "They help each other.",
      .patterns(
        "[each others] => each other\n[one others] => one another\n[with|to other each] => $1 each other"
      )),
    Rule(
      "would_better", .grammar, .medium, "“{}”: it is “{fix}”.",
      wrong: "You would better go.", right: "You had better go.",
      .patterns(
        """
        [would better] <v> => had better
        [had better to] <v> => had better
        [would rather to] <v> => would rather
        [would like|love <ing!n>] => would $2 to $3.base
        [should better] <v> => had better
        """)),
  ]
}
