/// What a clause lacks or has too much of: an auxiliary, an object, a joining word, its last mark.
enum GrammarClauseRules {
  static let rules: [Rule] = [
    Rule(
      "missing_be", .grammar, .high, "“{}” lacks a form of “be”: “{fix}”.",
      wrong: "They waiting outside.", right: "They are waiting outside.",
      .patterns(
        """
        -\(before) [i <ing!n|adj|prep|v>] -<be|have> =>? I am $3
        -\(before) [he|she <ing!n|adj|prep|v>] -<be|have> =>? $2 is $3
        -\(before) [we|they <ing!n|adj|prep|v>] -<be|have> =>? $2 are $3
        -\(before) [it|this] caused|based|made by|on => $2 is
        -\(before) [they] caused|based|made by|on => $2 are
        """)),
    Rule(
      "missing_have", .grammar, .high, "“{}” lacks “have”: “{fix}”.",
      wrong: "I never seen it before.", right: "I have never seen it before.",
      .patterns(
        """
        -\(before) [i|we|they|you <freq>? \(participles)] -<be|have> =>? $2 have $3 $4
        -\(before) [he|she|it <freq>? \(participles)] -<be|have> =>? $2 has $3 $4
        """)),
    Rule(
      "double_modal", .grammar, .high, "“{}”: one of the two is enough.",
      wrong: "You will can see it tomorrow.", right: "You will be able to see it tomorrow.",
      .patterns(
        """
        <subj> [will|would|should|must|may|might can] -<subj|art|my> =>? $2 be able to
        <subj> [will|would|should|must|may|might could|may|might|must|should] -<subj|art|my> =>? $2
        <subj> [can|could will|would|must|should|may|might] -<subj|art|my> =>? $2
        <ns!vs> [will|would|should|must|may|might can|could] -<subj|art|my> =>? $2 be able to
        """)),
    Rule(
      "been_form", .grammar, .high, "“{}”: “been” goes with “have”, “being” with “be”: “{fix}”.",
      wrong: "She is been ill since May.", right: "She has been ill since May.",
      .patterns(
        """
        [is been] => has been
        [are been] => have been
        [was|were been] => had been
        -what|which|that|who [have|has|had being] => $2 been
        """)),
    Rule(
      "verb_needs_object", .grammar, .medium, "“{}”: say whom: “{fix}”.",
      wrong: "The app allows to pay later.", right: "The app allows you to pay later.",
      .patterns(
        """
        -<be|have> [allows|enables|permits to <v>] =>? $2 you to $4
        <modal|do|it|they|that|which> [allow|enable|permit to <v>] =>? $2 you to $4
        """)),
    Rule(
      "because_so", .grammar, .medium,
      "“Because” and “so” join the same clauses: one of them is enough.",
      wrong: "Because it was late, so we left.", right: "Because it was late, we left.",
      .at("so", []) { passage, at in
        guard passage.isMark(at - 1, .comma), passage.has(at + 1, [.subject, .determiner]) else {
          return nil
        }
        var index = at - 2
        while index > 0, at - index < 20, !passage.isEnd(index) {
          if passage[index].shape.contains(.sentenceStart) {
            return passage.token(index, is: "because") && !passage.token(index + 1, is: "of")
              ? Match(at, through: at) : nil
          }
          if passage.isMark(index, .comma) { return nil }
          index -= 1
        }
        return nil
      }),
    Rule(
      "comparing_with", .grammar, .low,
      "“{}” has the next clause's subject compare: “compared” is meant.",
      wrong: "Comparing with last year, we sold more.",
      right: "Compared with last year, we sold more.",
      .at("comparing", []) { passage, at in
        guard passage[at].shape.contains(.sentenceStart),
          passage.token(at + 1, isAny: ["with", "to"])
        else { return nil }
        var index = at + 2
        while index < at + 10, !passage.isEnd(index) {
          if passage.isMark(index, .comma), passage.has(index + 1, [.subject, .determiner]) {
            return Match(at, through: at, fix: "compared", sure: true)
          }
          index += 1
        }
        return nil
      }),
    Rule(
      "sentence_end", .grammar, .low, "The sentence has no mark at its end.",
      wrong: "The committee will look at both of the offers on Monday",
      right: "The committee will look at both of the offers on Monday.",
      .written(.sentenceStart) { passage, at in
        // Only the last sentence of a text is looked at, where no mark ends it.
        guard passage[passage.count - 2].kind == .word,
          passage[at].shape.contains([.sentenceStart, .capitalised]),
          passage[at - 1].kind == .boundary || passage.isEnd(at - 1),
          passage.isFormalSentence(from: at)
        else { return nil }
        var last = at
        while !passage.isEnd(last + 1) {
          last += 1
          // "I'll", "we're": talk, which nobody minds without its marks.
          if passage[last].shape.contains(.apostrophe) || passage[last].kind == .opaque {
            return nil
          }
        }
        guard last + 1 == passage.count - 1, passage[last].kind == .word else { return nil }
        let end = last
        return Match(end, through: end, fix: passage.text(end) + ".")
      }),
    Rule(
      "needless_capital", .grammar, .low, "“{}” is no name: write it small inside a sentence.",
      wrong: "For example, When I travel, I read.", right: "For example, when I travel, I read.",
      .at(
        """
        the an when if because this that it they we he she there in on for but and so also people \
        my our their his its these those while although as of to is are with some many most
        """, []
      ) { passage, at in
        let token = passage[at]
        guard token.shape.contains(.capitalised),
          token.shape.isDisjoint(with: [.allCapitals, .sentenceStart, .joined, .mixedCase]),
          passage[at + 1].isWord,
          !passage[at + 1].shape.contains(.capitalised) || passage.has(at + 1, .subjectI)
        else { return nil }
        let before = passage.isMark(at - 1, .comma) ? at - 2 : at - 1
        guard passage[before].isWord,
          !passage[before].shape.contains(.capitalised)
            || passage[before].shape.contains(.sentenceStart)
        else { return nil }
        return Match(
          at, through: at, fix: passage.text(at).lowercased(), sure: true, cased: true)
      }),
    Rule(
      "every_day", .grammar, .low, "“{}” describes a noun; for how often it is “{fix}”.",
      wrong: "We meet him everyday.", right: "We meet him every day.",
      .patterns(
        """
        -<art|my|adj|prep> [everyday] $|,|<conj|sub>|in|on|at|with|for|from|by => every day
        """)),
    Rule(
      "very_comparative", .grammar, .medium, "“{}”: a comparison is raised by “much”: “{fix}”.",
      wrong: "It is very better now.", right: "It is much better now.",
      .patterns("[very <more!n|ord>] -of => much $2")),
    Rule(
      "plural_complement", .grammar, .high, "“{}”: several are meant, so the noun is plural.",
      wrong: "They are good friend.", right: "They are good friends.",
      .patterns(
        """
        we|they|these|those are|were [<adj>? <count!ns|mass|v|adj|name|ing|num>] $|but|and|in|at|from|with => $3 $4.plural
        and i|he|she|<name|person> are|were [<adj> <count!ns|mass|v|adj|name|ing|num>] $|but|and|in|at|from => $4 $5.plural
        """)),
    Rule(
      "adjective_for_noun", .grammar, .medium, "“{}” lacks its noun: “{fix}”.",
      wrong: "The important is to listen.", right: "The important thing is to listen.",
      .patterns(
        """
        ^ and|but|so|because? [the important|main|interesting|difficult|strange|funny|sad] is|was -<n> =>? $3 $4 thing
        """)),
    Rule(
      "verb_for_noun", .grammar, .medium, "“{}” is a verb, and a noun is wanted here.",
      wrong: "It was a hard choose for us.", right: "It was a hard choice for us.",
      .patterns(
        """
        a|an <adj!n>? [\(verbs)] -<n|ns>
        the|my|our|their|your [\(verbs)] -<n|ns>
        """)),
    Rule(
      "number_singular", .grammar, .high, "“{}”: more than one takes a plural.",
      wrong: "It takes 20 minute by tram.", right: "It takes 20 minutes by tram.",
      .at("", .number) { passage, at in
        let unit = at + 1
        guard !passage.token(at, isAny: ["one", "half", "hundred", "thousand", "million"]),
          passage.text(at) != "1", passage.text(at) != "0",
          passage.token(unit, isAny: ["second", "minute", "hour", "day", "week", "month", "year"]),
          passage[unit].shape.isDisjoint(with: [.joined, .capitalised]),
          !passage.has(at - 1, [.ordinal, .noun, .name]) || passage.has(at - 1, .verb),
          passage.isEnd(unit + 1) || passage.isMark(unit + 1, .comma)
            || passage.has(unit + 1, [.preposition, .article, .conjunction])
            || passage.token(unit + 1, isAny: ["ago", "later"]),
          !passage.has(unit + 1, [.noun, .adjective])
        else { return nil }
        return Match(
          at, through: unit,
          fix: passage.form(.plural, of: unit).map { passage.text(at) + " " + $0 }, sure: true)
      }),
    Rule(
      "adverb_form", .grammar, .medium, "“{}”: how something is done is said by “{fix}”.",
      wrong: "She speaks French fluent.", right: "She speaks French fluently.",
      .patterns(
        """
        ~speak|~drive|~work|~learn|~behave|~write|~communicate|~sing <name|him|mass>? <very>? [\(manners)] $|, => $4.ly
        ~speak|~drive|~work|~behave|~write|~sing|~dance|~sleep <name|him>? very|so|too? [good] $|, => well
        """)),
  ]

  /// What goes before a subject that is no subject, or has its auxiliary before it.
  private static let before =
    "~see|~hear|~watch|~find|~mind|~like|and|or|nor|<prep|be|have|do|modal>"

  /// Participles that are no past and no other word.
  private static let participles =
    "been|done|gone|seen|taken|written|given|shown|eaten|driven|spoken|chosen|forgotten|broken|begun"

  /// Verbs that are no nouns.
  private static let verbs =
    "choose|compete|decide|explain|believe|develop|improve|discuss|describe|destroy|achieve|agree"
    + "|communicate|compare|create|depend|discover|educate|enjoy|exist|express|introduce|invent"
    + "|manage|marry|prefer|prepare|protect|provide|receive|reduce|succeed|suggest|teach|understand"

  private static let manners =
    "careful|fluent|correct|perfect|bad|beautiful|polite|efficient|effective|successful|proper"
}
