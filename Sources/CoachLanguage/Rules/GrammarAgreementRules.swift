/// Subject and verb.
enum GrammarAgreementRules {
  /// Singular nouns that take a plural verb in some or all varieties of English.
  static let collectives: [StaticString] = [
    "police", "family", "team", "staff", "majority", "rest", "number", "half", "lot", "couple",
    "range", "variety", "government", "company", "group", "crew", "public", "audience", "class",
    "committee", "minority", "youth", "percent", "series", "species", "means", "data", "band",
    "club", "kind",
  ]

  static let rules: [Rule] = [
    Rule(
      "third_person", .grammar, .high, "After “he”, “she” or “it” the verb takes an -s: “{fix}”.",
      wrong: "He work in a bank.", right: "He works in a bank.",
      .at("he she it", []) { passage, at in
        guard !passage.has(at - 1, [.modal, .do, .be, .have, .verb, .verbS, .past, .gerund]) else {
          return nil
        }
        if passage.token(at, is: "it") {
          guard passage.opensClause(at) || passage.has(at - 1, .conjunction) else { return nil }
        }
        if passage.token(at - 1, isAny: ["let", "make", "help", "or", "than", "that"]) {
          return nil
        }
        // "You and she work": two people. "The tea is good and it help": two clauses.
        if passage.token(at - 1, is: "and"), !passage.token(at, is: "it"),
          !passage.joinsClauses(at - 1)
        {
          return nil
        }
        let verb = passage.skipAdverbs(from: at + 1)
        if verb == at + 1, passage.opensClause(at), passage.isVerbByPlace(verb) {
          return Match(verb, through: verb, fix: passage.form(.s, of: verb), sure: true)
        }
        guard passage.isOnlyVerb(verb, .verb), !passage.has(verb, [.past, .participle, .modal]),
          !passage.token(verb, isAny: ["be", "need", "dare", "let's"])
        else { return nil }
        return Match(verb, through: verb, fix: passage.form(.s, of: verb), sure: true)
      }),
    Rule(
      "third_person_aux", .grammar, .high, "“{}” does not go with its subject: “{fix}”.",
      wrong: "She don't like it.", right: "She doesn't like it.",
      .patterns(
        """
        -and he|she|it|everyone|everybody|someone|nobody [don't] => doesn't
        he|she|it [dont] => doesn't
        and it [don't] => doesn't
        ^ i and <my> <n> [was] => were
        -and he|she [are] => is
        -and he|she [aren't] => isn't
        -and he|she [haven't] => hasn't
        -and|or i [is|are] => am
        -and i [has] => have
        -and i [doesn't] => don't
        -<prep|verbal> we|they|you [is] -how -what => are
        -<prep|verbal> we|they|you [was] => were
        -<prep|verbal> we|they|you [has] => have
        we|they|you [doesn't] => don't
        we|they|you [wasn't] => weren't
        we|they|you [isn't] => aren't
        we|they|you [hasn't] => haven't
        ^ this [are] => is
        -of these|those [is] => are
        -of these|those [was] => were
        """)),
    Rule(
      "plural_subject_pronoun", .grammar, .high,
      "After “I”, “you”, “we” or “they” the verb takes no -s.",
      wrong: "They goes home early.", right: "They go home early.",
      .at("i we they you", []) { passage, at in
        let verb = passage.skipAdverbs(from: at + 1)
        guard passage.isOnlyVerb(verb, .verbS),
          !passage.token(verb, isAny: ["has", "does", "needs"]),
          !passage.token(at - 1, isAny: ["of", "like"]), !passage.has(at - 1, .verb)
        else { return nil }
        if passage.token(at, is: "you"), !passage.opensClause(at) { return nil }
        return Match(verb, through: verb, fix: passage.form(.base, of: verb), sure: true)
      }),
    Rule(
      "plural_noun_verb", .grammar, .high, "“{}”: a plural subject takes a plural verb.",
      wrong: "The students is ready.", right: "The students are ready.",
      .at("", .plural) { passage, at in
        guard !passage.has(at, [.noun, .mass, .verbS, .name]),
          !passage.token(at, isAny: ["people", "childs", "childrens"])
        else {
          return nil
        }
        let verb = passage.skipAdverbs(from: at + 1)
        guard passage.has(verb, [.verbS, .be, .have, .do, .past]),
          let start = passage.subjectStart(endingAt: at), passage.opensClause(start)
        else { return nil }
        // "Two weeks is a long time": a length is one thing.
        if passage.has(at, .time), passage.has(start, .number) { return nil }
        let fix =
          passage.agreeing(verb, isPlural: true)
          ?? (passage.isOnlyVerb(verb, .verbS)
            || passage.has(at, .person) && passage.has(verb, .verbS) && verb == at + 1
            ? passage.form(.base, of: verb) : nil)
        return fix.map { passage.agreement(from: at, verb: verb, fix: $0, sure: true) }
      }),
    Rule(
      "people_verb", .grammar, .high, "“People” is plural: “{fix}”.",
      wrong: "Many people is angry.", right: "Many people are angry.",
      .patterns(
        """
        -<prep|ing> people <freq>? [is] => are
        -<prep|ing> people <freq>? [was] => were
        -<prep|ing> people <freq>? [has] => have
        -<prep|ing> people <freq>? [does] => do
        -<prep|ing> people <freq>? [doesn't] => don't
        -<prep|ing> people <freq>? [<vs!ns|n>] => $4.base
        people who [is|was|has] =>? are
        people who <freq>? [<vs!ns|n>] => $4.base
        people|students|children|those|men|women|workers|friends who [lives|works|needs|wants|likes|looks|plays|helps|talks|drives|uses|studies|cares|thinks] => $3.base
        ^ my|his|her|our|their <person!ns> [like] <ns>|it|him|them $|,|and|but => likes
        -<prep|ing|v> people [thinks|lives|works|needs|wants|likes|uses|says|goes|looks] => $3.base
        """)),
    Rule(
      "singular_noun_verb", .grammar, .high, "“{}”: a singular subject takes a singular verb.",
      wrong: "The manager have a plan.", right: "The manager has a plan.",
      .at("", [.noun, .mass]) { passage, at in
        guard
          !passage.has(at, [.plural, .name, .verb, .adjective, .number, .modal])
            || passage.has(at, .person)
            || passage.has(at - 1, .demonstrative) && passage[at - 1].shape.contains(.sentenceStart)
              && passage.has(at, .verb) && !passage.has(at, [.plural, .name, .adjective]),
          !passage.has(at, [.plural, .guessed, .modal])
        else { return nil }
        let verb = passage.skipAdverbs(from: at + 1)
        guard passage.has(verb, [.verb, .be, .have, .do]), !passage.token(at, isAny: collectives)
        else { return nil }
        guard let start = passage.subjectStart(endingAt: at), start < at || passage.has(at, .mass),
          passage.opensClause(start),
          start == at || passage.has(start, [.article, .possessive, .each, .demonstrative, .mass]),
          !passage.has(start, .apostrophe)
        else { return nil }
        if let fix = passage.agreeing(verb, isPlural: false) {
          return passage.agreement(from: at, verb: verb, fix: fix, sure: true)
        }
        // "The rule help the players": what could be a noun is a verb, since there is no other.
        let isOneVerb =
          passage.has(verb, .verb) && passage.has(at, .noun) && verb == at + 1
          && !passage.has(verb, [.adjective, .adverb, .preposition, .modal, .gerund])
          && (passage.has(verb + 1, [.article, .possessive, .demonstratives, .number, .several])
            || passage.has(verb + 1, .adjective) && passage.has(verb + 2, .plural))
          && passage.has(start, [.article, .possessive, .demonstrative])
          && passage.lacksFinite(from: verb + 1)
        // "The price look good": what could be a noun is a verb, since an adjective follows.
        let isCopula =
          passage.token(verb, isAny: ["look", "seem", "sound", "feel", "taste", "smell"])
          && passage.has(verb + 1, [.adjective, .intensifier]) && !passage.has(verb + 2, .nominal)
        guard start < at, verb == at + 1 || passage.has(verb - 1, .frequency),
          isCopula || isOneVerb
            || passage.isOnlyVerb(verb, .verb) && passage.has(at, .noun),
          !passage.has(verb, [.past, .participle]), !passage.token(start, is: "that"),
          let fix = passage.form(.s, of: verb)
        else { return nil }
        // "The boss ask me": it may be the past that is meant.
        return passage.agreement(from: at, verb: verb, fix: fix, sure: false)
      }),
    Rule(
      "head_noun_verb", .grammar, .medium,
      "“{}”: the verb goes with the noun further back, “{fix}”.",
      wrong: "One of my cousins are a pilot.", right: "One of my cousins is a pilot.",
      .patterns(
        """
        -<prep> one of <my|art|these> <adj|most>? <ns> [are|were|have] -<part|ing|adj> =>? one of … is
        ^ one of <my|art|these> <adj|most>? <ns> [are|were|have] =>? one of … is
        ^ each of <my|art|these|him> <adj>? <ns>? [are|were|have] =>? each … is
        each|one of them|us|you [are|were|have] =>? each … is
        ^ the number of <adj>? <ns> [are|were|have] =>? the number … is
        """)),
    Rule(
      "everyone_verb", .grammar, .high,
      "“Everyone”, “somebody” and their kind are singular: “{fix}”.",
      wrong: "Everyone have a phone.", right: "Everyone has a phone.",
      .patterns(
        """
        -~let|~make|does|did|do|hi|hello|thanks|<modal> everyone|everybody|someone|somebody|everything|nobody [have] => has
        everyone|everybody|someone|somebody|everything|nobody|nothing [are] => is
        everyone|everybody|someone|somebody|everything|nobody|nothing [were] => was
        -~let|~make|~help|does|did|do|<modal>|~see everyone|everybody|someone|somebody|nobody [<v!n|past|prep|adv|adj|part>] => $3.s
        """)),
    Rule(
      "there_is_plural", .grammar, .high, "“{}” does not go with what follows: “{fix}”.",
      wrong: "There is many shops here.", right: "There are many shops here.",
      .patterns(
        """
        [there is|'s|was] many|several|various|two|three|four|five|six|seven|ten -to =>? there are
        [there is] few <ns> => there are
        [there is] a? lot|lots of <ns!n|vs|mass> => there are
        [there is] some|no|other|these|those|different <ns!n|vs|mass> => there are
        [there is] a lot of <adj> <ns!n|vs|mass> => there are
        [there's] many|several <ns> => there are
        [there are] a|an -lot|number|few|couple|great|large|variety|range|good|huge|small|wide|series|handful|million|thousand|hundred|dozen|total <n> -of => there is
        [there are] much => there is
        [there has] been many|several => there have
        [there have] -been many|several|some|a|no|also|two => there are
        [news are] => news is
        [news were] => news was
        """)),
    Rule(
      "who_verb", .grammar, .medium, "“{}”: the verb goes with the noun before “who”.",
      wrong: "I know a man who live there.", right: "I know a man who lives there.",
      .at("who that which", []) { passage, at in
        guard passage.has(at - 1, passage.token(at, is: "who") ? .person : .count) else {
          return nil
        }
        let verb = passage.skipAdverbs(from: at + 1)
        let isPlural = passage.has(at - 1, .plural)
        if isPlural {
          guard passage.token(at, is: "who"),
            passage.isOnlyVerb(verb, .verbS) || passage.token(verb, isAny: ["is", "was", "has"])
          else { return nil }
          return Match(at, through: verb)
        }
        guard passage.has(at - 1, .noun),
          passage.token(verb, isAny: ["are", "were", "have", "don't"])
            || passage.isOnlyVerb(verb, .verb) && !passage.has(verb, [.past, .participle])
            || passage.isVerb(verb, behindRelative: at)
        else { return nil }
        var start = at - 1
        while passage.has(start - 1, [.adjective]) { start -= 1 }
        guard passage.has(start - 1, [.indefinite, .each]), !passage.token(start - 2, is: "of")
        else { return nil }
        return Match(at, through: verb)
      }),
    Rule(
      "does_pronoun", .grammar, .high, "“{}” does not go with its subject.",
      wrong: "Do he like it?", right: "Does he like it?",
      .patterns(
        """
        [do he|she|it] <v> => does $2
        [don't he|she|it] <v> => doesn't $2
        [does we|they|you|i] <v> => do $2
        [doesn't we|they|you|i] <v> => don't $2
        ^ [is we|they|you] -how => are $3
        what|where|why|how|when [is we|they|you] -how => are $3
        [are he|she|it] => is $2
        [have he|she|it] <part> => has $2
        """)),
  ]
}

extension Passage {
  /// Whether what could be a noun is the verb of a relative clause: "which sell tyres".
  fileprivate func isVerb(_ index: Int, behindRelative at: Int) -> Bool {
    !token(at, is: "that") && has(index, .verb) && has(index, .noun)
      && !has(index, [.past, .participle, .adjective, .adverb, .preposition, .modal])
      && has(index + 1, [.plural, .object, .determiner, .preposition])
  }

  /// "She like tea": a word that is more than a verb, but what stands behind it leaves the verb.
  fileprivate func isVerbByPlace(_ index: Int) -> Bool {
    let opensNoun: WordClass = [.article, .possessive, .demonstrative, .demonstratives, .object]
    if token(index, is: "like") {
      return has(index + 1, opensNoun.union([.nominal, .gerund]).subtracting(.possessive))
        && lacksFinite(from: index + 2) || token(index + 1, is: "to")
    }
    if token(index, is: "need") {
      return token(index + 1, is: "to")
        || has(index + 1, opensNoun.union(.nominal)) && !has(index + 1, [.negation, .adverb])
          && (!has(index + 1, .verb) || isEnd(index + 2))
    }
    guard token(index, isAny: ["run", "come", "become"]) else { return false }
    return token(index + 1, isAny: ["fast", "every", "to", "home", "late", "here", "very"])
  }

  /// Whether the "and" at `index` joins two clauses: a verb stands right behind its subject before
  /// it, and what it joins is no two people.
  fileprivate func joinsClauses(_ index: Int) -> Bool {
    guard !has(index - 1, [.person, .name, .subject]) else { return false }
    var verb = index - 1
    while verb > 1, !isBreak(verb), !has(verb, [.subordinator, .conjunction]) {
      if has(verb, [.verbS, .past, .be]), has(verb - 1, .subject) {
        return self[verb - 1].shape.contains(.sentenceStart)
          && !token(verb, isAny: ["says", "said", "thinks", "thought", "knows", "knew"])
      }
      verb -= 1
    }
    return false
  }

  /// Whether nothing can be a finite verb from `index` to the end of the sentence or its next clause.
  fileprivate func lacksFinite(from index: Int) -> Bool {
    var index = index
    while !isBreak(index), !has(index, [.conjunction, .subordinator, .question]) {
      if has(index, [.finite, .subject]), !has(index, [.noun, .plural]) || has(index, .be) {
        return false
      }
      index += 1
    }
    return true
  }

  /// The form of "be", "have" or "do" that a subject wants in place of the one at `index`; nil where
  /// it is another verb, or right.
  fileprivate func agreeing(_ index: Int, isPlural: Bool) -> String? {
    let forms: [(StaticString, StaticString)] = [
      ("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"), ("doesn't", "don't"),
      ("isn't", "aren't"), ("wasn't", "weren't"), ("hasn't", "haven't"),
    ]
    for (singular, plural) in forms where token(index, is: isPlural ? singular : plural) {
      return "\(isPlural ? plural : singular)"
    }
    return nil
  }

  /// A match over a noun, its adverbs and its verb, the verb put right.
  fileprivate func agreement(from noun: Int, verb: Int, fix: String, sure: Bool) -> Match {
    Match(noun, through: verb, fix: text(noun, through: verb - 1) + " " + fix, sure: sure)
  }

  /// Where the plain noun phrase begins that ends at `index`: determiner, adjectives, nouns. Nil
  /// where something stands before it that it belongs to (a preposition, "and").
  func subjectStart(endingAt index: Int) -> Int? {
    var start = index
    while start > 1, index - start < 5 {
      let before = start - 1
      guard self[before].isWord, !self[start].shape.contains(.sentenceStart) else { break }
      let classes = self[before].classes
      if classes.has([.article, .possessive, .each, .demonstrative, .demonstratives, .number])
        || token(
          before,
          isAny: ["some", "many", "most", "all", "several", "these", "those", "other", "few"])
      {
        if token(before, is: "that"), !self[before].shape.contains(.sentenceStart) { break }
        return before
      }
      guard classes.has([.adjective, .noun, .ordinal, .superlative, .participle]),
        !classes.has([.preposition, .conjunction, .subordinator, .pronoun, .gerund, .have, .be])
      else { break }
      start = before
    }
    if has(start - 1, [.preposition, .conjunction]), !opensClause(start) { return nil }
    return start
  }
}
