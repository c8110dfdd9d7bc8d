/// Negatives, and clauses set against each other.
enum GrammarNegationRules {
  static let rules: [Rule] = [
    Rule(
      "double_negative", .grammar, .high,
      "“{}” after a negative makes two of them: “{fix}”.",
      wrong: "I don't know nothing about it.", right: "I don't know anything about it.",
      .at("nothing nobody none no-one no", []) { passage, at in
        if passage.token(at, is: "no") {
          // "That doesn't mean no work was done."
          guard passage.has(at + 1, [.noun, .plural, .mass]), !passage.token(at - 1, is: "mean")
          else { return nil }
        }
        for back in 2...3
        where passage.has(at - back, .negation)
          && (!passage.token(at - back, is: "not") || passage.has(at - back - 1, [.do, .modal]))
        {
          let between = (1..<back).map { at - $0 }
          if between.contains(where: {
            passage.isBreak($0) || passage.has($0, [.conjunction, .subordinator])
          }) {
            continue
          }
          let fixes: [(StaticString, String)] = [
            ("nothing", "anything"), ("nobody", "anybody"), ("none", "any"), ("no-one", "anyone"),
            ("no", "any"),
          ]
          return Match(
            at, through: at, fix: fixes.first { passage.token(at, is: $0.0) }?.1, sure: true)
        }
        return nil
      }),
    Rule(
      "no_for_not", .grammar, .high, "“{}”: a verb is denied with “don't” or “doesn't”: “{fix}”.",
      wrong: "I no understand it.", right: "I don't understand it.",
      .patterns(
        """
        <i|they!object> [no <v!n|prep|adj|adv|conj>] => don't $3
        <i|they!object> [no like|want|need|work|help|think|feel|care|mind|speak] -$|, => don't $3
        <he!object> [no <v!n|prep|adj|adv|conj>] => doesn't $3
        he|she [no like|want|need|work|help|think|feel|care|mind|speak] -$|, => doesn't $3
        you [no <v!n|prep|adj|adv|conj>] -$ => don't $3
        """)),
    Rule(
      "although_but", .grammar, .medium,
      "“Although” and “but” join the same clauses: one of them is enough.",
      wrong: "Although it was late, but we stayed.", right: "Although it was late, we stayed.",
      .at("but", []) { passage, at in
        guard passage.isMark(at - 1, .comma) else { return nil }
        var index = at - 2
        while index > 0, at - index < 20, !passage.isEnd(index) {
          if passage[index].shape.contains(.sentenceStart) {
            return passage.token(index, isAny: ["although", "though"])
              || (passage.token(index, is: "even") && passage.token(index + 1, is: "though"))
              ? Match(at, through: at) : nil
          }
          if passage.isMark(index, .comma) { return nil }
          index -= 1
        }
        return nil
      }),
  ]
}
