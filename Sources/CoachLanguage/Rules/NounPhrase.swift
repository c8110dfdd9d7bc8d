/// What rules ask about the noun phrase that a word opens or closes.
extension Passage {
  /// The last noun of the phrase whose description begins at `start`, where the phrase is plain:
  /// adjectives, then nouns. Nil where it is not.
  func headNoun(from start: Int) -> Int? {
    var index = start
    var skipped = 0
    while skipped < 3, has(index, [.adjective, .superlative, .ordinal, .comparative]),
      !has(index, [.noun, .plural, .mass]) || has(index + 1, [.noun, .plural, .mass, .adjective]),
      self[index].isWord
    {
      index += 1
      skipped += 1
    }
    guard has(index, [.noun, .plural, .mass]), self[index].isWord,
      !self[index].shape.contains(.capitalised) || self[index].shape.contains(.sentenceStart)
    else { return nil }
    return index
  }

  /// Whether the noun may go on into a compound ("car" in "car park"), so that it is not the head.
  func isCompound(after index: Int) -> Bool {
    let next = self[index + 1]
    if next.shape.contains(.hyphenated) || next.kind == .number || next.kind == .opaque {
      return true
    }
    if next.shape.contains(.joined), !isEnd(index + 1), !isMark(index + 1, .comma) { return true }
    guard next.isWord else { return false }
    if next.classes.isEmpty { return true }
    if next.shape.contains(.capitalised), !token(index + 1, is: "i") { return true }
    let joins: WordClass = [
      .preposition, .conjunction, .modal, .be, .have, .do, .question, .subordinator, .determiner,
      .pronoun,
    ]
    if next.classes.has(joins) { return false }
    return next.classes.has([.noun, .plural, .mass, .adjective, .gerund, .apostrophe, .guessed])
  }

  /// Whether a clause can begin at `index`: after the beginning of a sentence, a comma, or a word
  /// that joins clauses.
  func opensClause(_ index: Int) -> Bool {
    if self[index].shape.contains(.sentenceStart) { return true }
    let before = index - 1
    if isBreak(before) { return !isMark(before, .hyphen) && !isMark(before, .slash) }
    // "And details are …", "Recently students need …"
    if self[before].shape.contains(.sentenceStart), has(before, .conjunction) || isAdverb(before) {
      return true
    }
    return token(
      before,
      isAny: [
        "that", "because", "if", "when", "but", "although", "though", "while", "since", "so",
        "think",
        "believe", "whether", "however", "therefore", "unless", "example", "hope", "means",
        "whereas",
      ])
  }

  /// An adverb that tells when or how surely: "recently", "sometimes", "maybe".
  private func isAdverb(_ index: Int) -> Bool {
    has(index, .adverb)
      && !has(
        index, [.preposition, .subordinator, .determiner, .question, .adjective, .noun, .negation])
      && !token(index, isAny: ["there", "here", "only", "even", "just", "so", "well", "too"])
  }

  /// The place after adverbs that may stand between a subject and its verb.
  func skipAdverbs(from index: Int) -> Int {
    var index = index
    while has(index, [.frequency]) || (self[index].classes == .adverb) { index += 1 }
    return index
  }

  /// The verb alone: no noun, adjective or other part of speech.
  func isOnlyVerb(_ index: Int, _ form: WordClass) -> Bool {
    let others: WordClass = [
      .noun, .plural, .mass, .adjective, .adverb, .preposition, .conjunction, .subordinator, .name,
      .comparative, .determiner, .modal, .possessive,
    ]
    let classes = self[index].classes
    return self[index].isWord && classes.has(form) && !classes.has(others)
  }
}
