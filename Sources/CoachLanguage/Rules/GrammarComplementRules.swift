/// What stands behind verbs and adjectives: an infinitive, an -ing form, a participle, a clause.
enum GrammarComplementRules {
  static let rules: [Rule] = [
    Rule(
      "infinitive_missing", .grammar, .medium, "“{}” lacks its “to”: “{fix}”.",
      wrong: "It is important learn the rules.", right: "It is important to learn the rules.",
      .patterns(
        """
        it is|was|isn't|wasn't <very>? \(judgements) [<v!n|adj|adv|prep|past|part|sub|conj|modal|do>] => to $5
        it's <very>? \(judgements) [<v!n|adj|adv|prep|past|part|sub|conj|modal|do>] => to $4
        <subj|to|don't|doesn't|really|also> ~like|~love|~hate|~prefer [\(pastimes) <art|my|n|ns|mass|name|prep>|to|up] -<be|have|modal> =>? to $3 $4
        <subj|to|don't|doesn't|really|also> ~like|~love|~hate|~prefer [play|watch|read|sing|speak -<be|have|modal|prep|conj> _] =>? to $3 $5
        <subj|to|don't|doesn't|really|also> ~like|~love|~hate|~prefer [go|get|eat|listen|become|learn] =>? to $3
        """)),
    Rule(
      "gerund_missing", .grammar, .medium, "After “{}” stands the -ing form.",
      wrong: "I enjoy play chess.", right: "I enjoy playing chess.",
      .patterns(
        """
        ~enjoy [play|watch|read|sing|speak] -<be|have|modal|prep|conj> _ => $2.ing
        ~enjoy [\(pastimes)] <art|my|n|ns|mass|name|him|prep> => $2.ing
        for|of|without|by [help|visit|answer|call|protect|change] me|him|us|them|it|my|your|our|their|yourself|themselves => $2.ing
        by|of|without [use] this|these|it|them|my|your|our|their => $2.ing
        for|of|without|by|about [come|become] <adv|art|him|prep|adj>|late|home => $2.ing
        <subj> am|is|are|was|were|not used to [drive|speak|wake|cook|swim] -<n> =>? $5.ing
        i'm used to [drive|live|speak|sleep|wake|cook|swim|walk|play|work] -<n> => $4.ing
        i am used to [drive|live|speak|sleep|wake|cook|swim|walk|play|work] -<n> => $5.ing
        """)),
    Rule(
      "time_gerund", .grammar, .medium, "“{}” lacks a subject, or its verb takes -ing: “{fix}”.",
      wrong: "Before go to bed, I lock the door.",
      right: "Before going to bed, I lock the door.",
      .at("before after when while", []) { passage, at in
        let verb = at + 1
        let isAmbiguous = passage.token(
          verb,
          isAny: [
            "finish", "play", "visit", "cook", "answer", "call", "watch", "use", "start", "plan",
            "travel", "study", "hire", "drive", "buy",
          ])
        let takesObject = passage.has(verb + 1, [.article, .possessive, .object, .demonstratives])
        guard
          passage.isOnlyVerb(verb, .verb) || isAmbiguous && takesObject,
          !passage.has(verb, [.past, .participle, .modal, .be, .have, .do, .guessed, .casual]),
          !passage.has(at - 1, [.article, .possessive, .preposition]),
          // "Know when to ask, when leave and when stay": no such thing, but "since when".
          !passage.token(at - 1, isAny: ["since", "say", "day", "year", "night", "week", "soon"])
        else { return nil }
        return Match(
          at, through: verb,
          fix: passage.form(.ing, of: verb).map { "\(passage.text(at)) \($0)" })
      }),
    Rule(
      "want_that", .grammar, .medium, "“{}”: a wish for others is “want somebody to …”.",
      wrong: "I want that he comes early.", right: "I want him to come early.",
      .patterns(
        """
        <subj|don't|doesn't|not> [~want that <subj>]
        """)),
    Rule(
      "suggest_to", .grammar, .medium, "“{}”: it is “suggest that somebody does” something.",
      wrong: "She suggested me to wait.", right: "She suggested that I wait.",
      .patterns(
        """
        [~suggest me|him|her|us|them|you|people|students to] <v>
        """)),
    Rule(
      "tell_that", .grammar, .medium, "“Tell” wants a listener; without one it is “{fix}”.",
      wrong: "He told that he was tired.", right: "He said that he was tired.",
      .patterns(
        """
        <i|he|they|person|name> [told that] <subj|art> => said that
        <i|he|they> [telling that] <subj|art> => saying that
        """)),
    Rule(
      "passive_base", .grammar, .high, "“{}”: after “be” stands the participle: “{fix}”.",
      wrong: "These cups are use by all of us.", right: "These cups are used by all of us.",
      .patterns(
        """
        is|are|was|were|be|been|being <adv>? [\(deeds)] by -<ing> => $3.part
        can|could|should|must|will|may|might|would|to not? be [find|do|say|write|build|teach|buy|sell|hold|keep] => $4.part
        """)),
    Rule(
      "be_verb", .grammar, .high, "“{}”: “be” and a base form do not go together: “{fix}”.",
      wrong: "They are play in the garden.", right: "They are playing in the garden.",
      .patterns(
        """
        i|we|they|he|she [am|is|are|was|were \(homographs)] in|at|with|for|on|here|there|hard|every|a|the|my|very|about|football|tennis => $2 $3.ing
        i|we|they|he|she [am|is|are|was|were travel|walk|talk to] =>? $2 $3.ing to
        <person!ns> [is|was \(homographs)] in|at|with|for|on|here|hard|every|very => $2 $3.ing
        """)),
    Rule(
      "stative_verb", .grammar, .medium,
      "“{}”: this verb names a state, which takes no -ing form: “{fix}”.",
      wrong: "I am knowing the answer.", right: "I know the answer.",
      .patterns(
        """
        i [am knowing|understanding|wanting|needing|believing|preferring|owning] <det|him|n|ns|mass|name>|that|what|how|to => $3.base
        we|they|you [are knowing|understanding|wanting|needing|believing|preferring|owning] <det|him|n|ns|mass|name>|that|what|how|to => $3.base
        he|she|it [is knowing|understanding|wanting|needing|believing|preferring|owning] <det|him|n|ns|mass|name>|that|what|how|to => $3.s
        i [am having] a <adj>? car|house|dog|cat|brother|sister|question|doubt|headache|cold|problem|idea => have
        """)),
    Rule(
      "intransitive_passive", .grammar, .high,
      "“{}”: what this verb says is not done to anything: “{fix}”.",
      wrong: "The accident was happened in May.", right: "The accident happened in May.",
      .patterns(
        """
        [was|were happened|occurred|died|appeared|disappeared|existed|arrived|seemed|belonged|consisted] => $2
        [is|are|be|been|being happened|occurred|died|appeared|disappeared|existed|seemed|belonged|consisted] =>? $2.base
        [will|would|can|could|may|might|should be happen|occur|die|appear|disappear|arrive|belong] => $1 $3
        """)),
    Rule(
      "if_would", .grammar, .medium, "“{}”: an unreal condition takes the past: “{fix}”.",
      wrong: "If I would have a garden, I would grow beans.",
      right: "If I had a garden, I would grow beans.",
      .patterns(
        """
        ^ and|but|so? if [<subj> would -like|rather|love|prefer|please|mind <v>] =>? $4 $7.past
        """)),
    Rule(
      "when_will", .grammar, .medium,
      "After “when”, “before” and “until” the present stands for the future: “{fix}”.",
      wrong: "When I will arrive, I will call you.", right: "When I arrive, I will call you.",
      .patterns(
        """
        ^ when|after|before i|we|they|you [will <v>] => $5
        ^ when|after|before he|she|it [will <v>] => $5.s
        until|till i|we|they|you [will <v>] => $4
        until|till he|she|it [will <v>] => $4.s
        """)),
    Rule(
      "no_matter_how", .grammar, .medium, "“How” takes its adjective along: “{fix}”.",
      wrong: "No matter how the exam is difficult, she passes.",
      right: "No matter how difficult the exam is, she passes.",
      .patterns(
        """
        no matter [how <art|my|this> <n|ns> is|are|was|were <adj!n>] => how $7 $4 $5 $6
        no matter [how <subj> am|is|are|was|were <adj!n>] => how $6 $4 $5
        """)),
  ]

  private static let judgements =
    "important|easy|hard|difficult|necessary|possible|impossible|better|useful|dangerous"

  /// Base forms that are nouns, too, and what people like to do.
  private static let pastimes =
    "play|watch|read|eat|listen|go|swim|dance|cook|learn|speak|write|meet|get|sing|walk|drive|buy"
    + "|wear|make|help|study|visit|talk|travel"

  private static let deeds =
    "use|call|cause|make|build|create|write|find|give|produce|develop|control|name|pay|love|affect"
    + "|destroy|support|kill|change|replace|surprise|influence|force|offer|design|catch|steal|eat"

  private static let homographs =
    "work|play|study|walk|stay|wait|look|talk|travel|live|help|dance|cook|sleep|practice"
}
