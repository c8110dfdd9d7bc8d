/// Questions: their order, on their own and inside a sentence, and their mark.
enum GrammarQuestionRules {
  static let rules: [Rule] = [
    Rule(
      "question_order", .grammar, .medium,
      "In a question the verb comes before its subject: “{fix}”.",
      wrong: "Why you are late?", right: "Why are you late?",
      .at("why what where when how", []) { passage, at in
        guard passage[at].shape.contains(.sentenceStart), passage.has(at + 1, .subject),
          !passage.has(at + 1, [.be, .have, .modal]),
          passage.has(at + 2, [.be, .modal, .do]) || passage.isOnlyVerb(at + 2, .verb)
        else { return nil }
        var end = at + 3
        while !passage.isEnd(end) {
          if passage.isMark(end, .comma) || passage.has(end, [.be, .modal, .do]) { return nil }
          end += 1
        }
        guard passage.isMark(end, .question), !passage.token(at, is: "when") else { return nil }
        if passage.has(at + 2, [.be, .modal, .do]) {
          return Match(
            at, through: at + 2,
            fix: "\(passage.text(at)) \(passage.text(at + 2)) \(passage.text(at + 1))")
        }
        return Match(at, through: at + 2)
      }),
    Rule(
      "indirect_question", .grammar, .medium, "Inside a sentence the subject comes first: “{fix}”.",
      wrong: "I don't know where is he.", right: "I don't know where he is.",
      .patterns(
        """
        ~know|~understand|~remember|~tell|~explain|~wonder|~ask <him>? [where|what|who|how|why is|are|was|were he|she|they|we|you|it|i] -<adj|ing|v> => $3 $5 $4
        ~know|~understand|~remember|~explain|~wonder [where|why|how|when do|does|did|can|will|should <subj>] =>? $2 $4
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
