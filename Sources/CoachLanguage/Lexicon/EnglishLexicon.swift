extension Lexicon {
  /// The lexicon of English: the word lists, with irregular forms. Regular forms are worked out when
  /// they are met.
  static func english() -> Lexicon {
    var lexicon = Lexicon()
    lexicon.add(FunctionWords.casual, .casual)
    lexicon.add(FunctionWords.modern, [])
    for (classes, words) in FunctionWords.rows { lexicon.add(words, classes) }
    lexicon.add(Verbs.regular, .verb)
    lexicon.addVerbs(Verbs.irregular)
    lexicon.add(Nouns.persons, [.noun, .count, .person])
    lexicon.add(Nouns.things, [.noun, .count])
    lexicon.add(Nouns.general, .noun)
    lexicon.add(Nouns.materials, [.noun, .mass])
    lexicon.add(Nouns.uncountable, .mass)
    lexicon.addPlurals(Nouns.irregular)
    lexicon.add(Nouns.unchanging, [.noun, .plural])
    lexicon.add(Adjectives.adjectives, .adjective)
    lexicon.add(Adjectives.adverbs, .adverb)
    lexicon.addInflections()
    return lexicon
  }

  /// Adds the words of a list, which blanks or line ends separate.
  private mutating func add(_ list: StaticString, _ classes: WordClass) {
    list.withUTF8Buffer { bytes in
      for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        add(UnsafeBufferPointer(rebasing: word), classes)
      }
    }
  }

  private mutating func addVerbs(_ table: StaticString) {
    for row in Self.rows(of: table) where row.count == 3 {
      let base = add(row[0], .verb)
      for form in row[1].split(separator: ",") { add(String(form), .past, lemma: base) }
      for form in row[2].split(separator: ",") { add(String(form), .participle, lemma: base) }
    }
    // The forms of the three auxiliaries, which are no ordinary verbs.
    let be = find("be")
    for form in ["am", "is", "are", "was", "were", "been", "being"] {
      add(form, [], lemma: be)
    }
    let have = find("have")
    for form in ["has", "had", "having"] { add(form, [], lemma: have) }
    let act = find("do")
    for form in ["does", "did", "doing", "done"] { add(form, [], lemma: act) }
    for word in ["have", "do"] { add(word, .verb) }
    for word in ["has", "does"] { add(word, .verbS) }
    for word in ["had", "did"] { add(word, .past) }
    for word in ["had", "done", "been"] { add(word, .participle) }
    for word in ["having", "doing", "being"] { add(word, .gerund) }
  }

  /// Gives words of the lists that are forms of others too ("living", "meeting", "lives") what they
  /// are as forms.
  private mutating func addInflections() {
    for id in 1..<WordID(count) where lemma(id) == id || !classes(id).has([.past, .participle]) {
      guard let last = lastByte(id), [0x67, 0x64, 0x73].contains(last) else { continue }
      let word = text(id)
      let form = Derivation.inflection(of: word, in: self)
      guard form.isCertain, form.lemma != id, form.classes.has(.verbal) else { continue }
      add(word, form.classes.intersection(.verbal), lemma: form.lemma)
    }
  }

  private mutating func addPlurals(_ table: StaticString) {
    for row in Self.rows(of: table) where row.count == 2 {
      let singular = add(row[0], .noun)
      add(row[1], .plural, lemma: singular)
    }
  }

  private static func rows(of table: StaticString) -> [[String]] {
    table.withUTF8Buffer { bytes in
      bytes.split(separator: 0x0A).map { line in
        line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }
}
