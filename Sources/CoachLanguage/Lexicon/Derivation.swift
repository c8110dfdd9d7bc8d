/// What can be told of a word that no list has, from the words that the lists have and from its
/// ending.
struct Derivation {
  var classes: WordClass = []
  /// The base form, 0 where the word is its own.
  var lemma: WordID = 0
  /// Whether the word is a regular form of a word of the lists, and so is spelled right.
  var isCertain = false

  /// - Parameter word: lower-cased; an apostrophe is straight.
  static func of(_ word: String, in lexicon: Lexicon) -> Derivation {
    var result = Derivation()
    guard let first = word.utf8.first, (0x61...0x7A).contains(first) else { return result }
    if let apostrophe = word.utf8.firstIndex(of: 0x27) {
      return possessive(word, apostrophe: apostrophe, in: lexicon)
    }
    if let hyphen = word.utf8.lastIndex(of: 0x2D) {
      let last = lexicon.find(String(word[word.utf8.index(after: hyphen)...]))
      result.classes = [.adjective, .noun, .guessed]
      if last != 0 { result.classes.formUnion(lexicon.classes(last)) }
      return result
    }
    result.inflected(word, in: lexicon)
    if result.classes.isEmpty { result.guess(word) }
    return result
  }

  /// What a word is as a regular form of another word of the lists.
  static func inflection(of word: String, in lexicon: Lexicon) -> Derivation {
    var result = Derivation()
    result.inflected(word, in: lexicon)
    return result
  }

  private static func possessive(
    _ word: String, apostrophe: String.Index, in lexicon: Lexicon
  ) -> Derivation {
    var result = Derivation()
    guard word[apostrophe...] == "'s" else { return result }
    result.classes = [.possessive, .apostrophe]
    result.lemma = lexicon.find(String(word[..<apostrophe]))
    result.isCertain = result.lemma != 0
    return result
  }

  /// Tries the endings that a base of the lists may have.
  private mutating func inflected(_ word: String, in lexicon: Lexicon) {
    if word.hasSuffix("s") {
      for base in Self.bases(of: word, endings: [("s", ""), ("es", ""), ("ies", "y")]) {
        let id = lexicon.find(base)
        guard id != 0, Inflection.withS(base) == word else { continue }
        let classes = lexicon.classes(id)
        if classes.has([.noun, .mass]), !classes.contains(.plural) {
          take(classes.contains(.noun) ? .plural : [.plural, .mass], id)
          formUnion(classes.intersection([.person, .count, .time]))
          if !classes.contains(.noun) { isCertain = false }
        }
        if classes.contains(.verb) { take(.verbS, id) }
        if !self.classes.isEmpty { return }
      }
    }
    if word.hasSuffix("ed") {
      for base in Self.bases(
        of: word, endings: [("d", ""), ("ed", ""), ("ied", "y")], undoubling: 2)
      {
        let id = lexicon.find(base)
        guard id != 0, lexicon.classes(id).contains(.verb), lexicon.lemma(id) == id else {
          continue
        }
        guard
          Inflection.past(base) == word || Inflection.past(base, british: true) == word
        else { continue }
        if Self.irregular(base) {
          classes = .wrongPast
          lemma = id
        } else {
          take([.past, .participle], id)
          if lexicon.contains(word) { return }
        }
        return
      }
    }
    if word.hasSuffix("ing") {
      for base in Self.bases(
        of: word, endings: [("ing", ""), ("ing", "e"), ("ying", "ie")], undoubling: 3)
      {
        let id = lexicon.find(base)
        guard id != 0, lexicon.classes(id).contains(.verb), lexicon.lemma(id) == id else {
          continue
        }
        guard
          Inflection.gerund(base) == word || Inflection.gerund(base, british: true) == word
        else { continue }
        take(.gerund, id)
        return
      }
    }
    for (ending, kind) in [("er", WordClass.comparative), ("est", .superlative)]
    where word.hasSuffix(ending) {
      for base in Self.bases(
        of: word, endings: [(ending, ""), (ending, "e"), ("i" + ending, "y")],
        undoubling: ending.utf8.count)
      {
        let id = lexicon.find(base)
        guard id != 0, base.utf8.count <= 8, lexicon.classes(id).has([.adjective]),
          Inflection.compared(base, ending: ending) == word
        else { continue }
        classes.formUnion(kind)
        lemma = id
        return
      }
    }
    if word.hasSuffix("ly") {
      for base in Self.bases(
        of: word, endings: [("ly", ""), ("ily", "y"), ("ally", ""), ("y", "e")])
      {
        let id = lexicon.find(base)
        guard id != 0, lexicon.classes(id).contains(.adjective), Inflection.adverb(base) == word
        else { continue }
        take(.adverb, id)
        return
      }
    }
    for prefix in ["un", "re", "non", "dis", "mis", "over", "under", "pre", "in", "im"]
    where word.hasPrefix(prefix) {
      let id = lexicon.find(String(word.dropFirst(prefix.utf8.count)))
      guard id != 0, word.utf8.count > prefix.utf8.count + 3 else { continue }
      let open: WordClass = [.noun, .verb, .adjective, .adverb, .past, .participle]
      classes = lexicon.classes(id).intersection(open)
      if !classes.isEmpty { classes.insert(.guessed) }
      return
    }
  }

  private mutating func take(_ kind: WordClass, _ base: WordID) {
    classes.formUnion(kind)
    lemma = base
    isCertain = true
  }

  private mutating func formUnion(_ more: WordClass) { classes.formUnion(more) }

  /// Endings that tell what a word is, the longest first.
  private static let endings: [(String, WordClass)] = [
    ("tions", .plural), ("sions", .plural), ("ments", .plural), ("nesses", .plural),
    ("ities", .plural), ("ists", [.plural, .person]), ("isms", .plural), ("ologies", .plural),
    ("ships", .plural),
    ("tion", .noun), ("sion", .noun), ("ment", .noun), ("ness", .mass), ("ity", .noun),
    ("ism", .noun), ("ist", [.noun, .person]), ("ology", .noun), ("ship", .noun), ("hood", .noun),
    ("ance", .noun), ("ence", .noun),
    ("ously", .adverb), ("fully", .adverb), ("lessly", .adverb), ("ically", .adverb),
    ("ively", .adverb),
    ("ous", .adjective), ("ful", .adjective), ("less", .adjective), ("able", .adjective),
    ("ible", .adjective), ("ive", .adjective), ("ical", .adjective), ("ish", .adjective),
    ("ize", .verb), ("ise", .verb), ("ify", .verb), ("izes", .verbS), ("ifies", .verbS),
    ("ized", [.past, .participle]), ("ised", [.past, .participle]),
    ("ified", [.past, .participle]),
    ("ly", .adverb),
  ]

  private mutating func guess(_ word: String) {
    guard word.utf8.count >= 6 else { return }
    for (ending, kind) in Self.endings where word.hasSuffix(ending) {
      classes = kind.union(.guessed)
      return
    }
    if word.hasSuffix("ing") { classes = [.gerund, .guessed, .noun, .adjective] }
    if word.hasSuffix("ed") { classes = [.past, .participle, .adjective, .guessed] }
  }

  private static func bases(
    of word: String, endings: [(String, String)], undoubling: Int = 0
  ) -> [String] {
    var result: [String] = []
    for (ending, base) in endings
    where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count {
      result.append(word.dropLast(ending.utf8.count) + base)
    }
    if undoubling > 0, word.utf8.count > undoubling + 3 {
      let stem = word.dropLast(undoubling)
      if stem.utf8.last == stem.dropLast().utf8.last { result.append(String(stem.dropLast())) }
    }
    return result
  }

  private static let irregularBases: Set<String> = {
    var bases: Set<String> = []
    Verbs.irregular.withUTF8Buffer { bytes in
      for line in bytes.split(separator: 0x0A) {
        if let base = line.split(separator: 0x20).first {
          bases.insert(String(decoding: base, as: UTF8.self))
        }
      }
    }
    // Both pasts are right of these.
    return bases.subtracting([
      "broadcast", "bet", "quit", "shine", "speed", "hang", "cost", "weave",
    ])
  }()

  private static func irregular(_ base: String) -> Bool { irregularBases.contains(base) }
}
