/// Questions: their order, on their own and inside a sentence, and their mark.
enum GrammarQuestionRules {
  static let rules: [Rule] = [
    Rule(
      "question_order", .grammar, .medium,
      "In a question the verb comes before its subject: “{fix}”.",
      wrong: "Why you are late?", right: "Why are you late?",
      .at("why what where when how", []) { passage, at in
        // "How long you work here?": what is asked is two words.
        let isMeasure =
          passage.token(at, is: "how") && passage.token(at + 1, isAny: ["long", "often", "far"])
        let subject = isMeasure ? at + 2 : at + 1
        let verb = subject + 1
        guard passage[at].shape.contains(.sentenceStart), passage.has(subject, .subject),
          !passage.has(subject, [.be, .have, .modal]),
          passage.has(verb, [.be, .modal, .do]) || passage.isOnlyVerb(verb, .verb)
            || isMeasure && passage.has(verb, .verb) && !passage.has(verb, .past)
        else { return nil }
        var end = verb + 1
        while !passage.isEnd(end) {
          if passage.isMark(end, .comma) || passage.has(end, [.be, .modal, .do]) { return nil }
          end += 1
        }
        guard passage.isMark(end, .question), !passage.token(at, is: "when") else { return nil }
        let opening = passage.text(at, through: subject - 1)
        let rest = "\(passage.text(subject)) \(passage.text(verb))"
        if passage.has(verb, [.be, .modal, .do]) {
          return Match(
            at, through: verb, fix: "\(opening) \(passage.text(verb)) \(passage.text(subject))")
        }
        let auxiliary = passage.has(subject, .subjectOne) ? "does" : "do"
        return Match(at, through: verb, fix: "\(opening) \(auxiliary) \(rest)")
      }),
    Rule(
      "indirect_question", .grammar, .medium, "Inside a sentence the subject comes first: “{fix}”.",
      wrong: "I don't know where is he.", right: "I don't know where he is.",
      .patterns(
        """
        ~know|~understand|~remember|~tell|~explain|~wonder|~ask <him>? [where|what|who|how|why is|are|was|were he|she|they|we|you|it|i] -<adj|ing|v> => $3 $5 $4
        ~know|~understand|~remember|~explain|~wonder [where|why|how|when do <subj> <v>] =>? $2 $4 $5
        ~know|~understand|~remember|~explain|~wonder [where|why|how|when does <subj> <v>] =>? $2 $4 $5.s
        ~know|~understand|~remember|~explain|~wonder [where|why|how|when did <subj> <v>] =>? $2 $4 $5.past
        ~know|~understand|~remember|~explain|~wonder [where|why|how|when can|will|should <subj>] =>? $2 $4 $3
        ~know|~understand|~remember|~tell|~explain|~wonder|~ask <him>? [where|how|why is|are|was|were <art|my|this> <n|ns>] $ => $3 $5 $6 $4
        """)),
    Rule(
      "how_to_do", .grammar, .medium, "“{}”: say “what … like” or “how …”.",
      wrong: "How does it look like?", right: "What does it look like?",
      .patterns(
        """
        [how] does|do|did|is <him|he|they|art> <n>? look like => what
        [how <subj> look|looks like] => what $2 $3 like
        [how] it|this|he|she|that is|are called => what
        ^ [what means] <n|art|this> =>? what is the meaning of
        [how to|can <v>] <him> ? =>? how do I
        how it called [how] => what
        [how] do|does you|they|it call it|this => what
        """)),
    Rule(
      "tag_question", .grammar, .low, "“{}” asks: it ends with a question mark.",
      wrong: "You have met Carla, haven't you.", right: "You have met Carla, haven't you?",
      .patterns(
        """
        , [\(tags) he|she|it|they|we|you|i .] => $2 $3?
        """)),
  ]

  private static let tags =
    "isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|can't|couldn't|haven't|hasn't"
    + "|hadn't|shouldn't"
}
