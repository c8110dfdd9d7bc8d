/// Places where the words of a text hardly go together, though no rule is sure of an error.
///
/// Doubts are never reported. They count in the score for grammar: a sentence with several of them is
/// seldom well formed.
struct Doubts: Sendable {
  /// Neighbours that hardly stand side by side: "the is", "of went".
  var pairs = 0
  /// Singular count nouns without a determiner.
  var bareNouns = 0
  /// Sentences of five words or more without a finite verb.
  var verbless = 0
  /// Finite verbs beyond those that commas and joining words account for.
  var unjoined = 0

  init(_ passage: Passage) {
    var verbs = 0
    var joints = 1
    var words = 0
    func close(_ doubts: inout Doubts) {
      if words >= 5, verbs == 0 { doubts.verbless += 1 }
      if words > 0, verbs > joints { doubts.unjoined += verbs - joints }
      verbs = 0
      joints = 1
      words = 0
    }
    for index in 1..<max(passage.count, 1) {
      let token = passage[index]
      if token.shape.contains(.sentenceStart) || token.kind == .boundary { close(&self) }
      guard token.kind == .word || token.kind == .number else {
        if token.kind == .mark { joints += 1 }
        continue
      }
      words += 1
      let classes = token.classes
      if classes.has([.conjunction, .subordinator, .question]) || passage.token(index, is: "to") {
        joints += 1
      }
      let isAuxiliary = passage.has(index - 1, [.modal, .do, .have, .be])
      if classes.has([.modal, .be, .have, .do]), !isAuxiliary {
        verbs += 1
      } else if !isAuxiliary,
        passage.isOnlyVerb(index, [.verb, .verbS, .past]), !classes.contains(.gerund)
      {
        verbs += 1
      }
      if Self.isDoubtful(passage, index) { pairs += 1 }
      if Self.isBare(passage, index) { bareNouns += 1 }
    }
    close(&self)
  }

  /// Whether a word hardly follows the one before it.
  private static func isDoubtful(_ passage: Passage, _ index: Int) -> Bool {
    let before = passage[index - 1]
    let here = passage[index]
    guard before.isWord, here.isWord, !before.classes.isEmpty, !here.classes.isEmpty else {
      return false
    }
    let finite: WordClass = [.verbS, .past, .modal, .be, .have, .do, .verb]
    let nominal: WordClass = [
      .noun, .plural, .mass, .adjective, .adverb, .gerund, .participle, .preposition, .name,
      .determiner,
      .guessed, .comparative, .superlative, .ordinal,
    ]
    let isFinite = here.classes.has(finite) && !here.classes.has(nominal)
    if before.classes.has([.article, .possessive]),
      !before.classes.has([.object, .noun, .apostrophe])
    {
      if isFinite { return true }
      if here.classes.has([.preposition, .conjunction, .pronoun, .article]),
        !here.classes.has([.adjective, .noun, .adverb, .quantifier, .number])
      {
        return true
      }
    }
    if before.classes.contains(.preposition),
      !before.classes.has([.subordinator, .adverb, .conjunction, .verb, .adjective]),
      !passage.token(index - 1, is: "to")
    {
      if isFinite { return true }
      if here.classes.has([.subject]), !here.classes.has(.object) { return true }
    }
    if before.classes.has(.modal), !before.classes.has(.noun),
      !here.classes.has([.verb, .be, .have, .do]),
      !here.classes.has([.adverb, .negation, .subject, .frequency, .determiner, .anyone]),
      !here.classes.has([.noun, .plural, .name, .conjunction, .question])
    {
      return true
    }
    if before.classes.has(.subject), !before.classes.has([.object, .be, .have, .modal]),
      !here.classes.has([.verb, .verbS, .past, .modal, .be, .have, .do]),
      !here.classes.has([.adverb, .frequency, .negation, .conjunction, .reflexive, .number]),
      here.classes.has([.noun, .adjective, .article, .possessive, .preposition, .gerund, .plural])
    {
      return true
    }
    if before.classes.has([.verbS, .past, .verb, .be]),
      !before.classes.has(nominal.union(.subordinator)),
      !before.classes.has([.modal, .have, .do]), isFinite,
      !here.classes.has([.participle, .subject]),
      !here.classes.has([.modal, .be]) || !before.classes.has([.verb])
    {
      return true
    }
    return false
  }

  /// Whether a count noun stands in the singular without a determiner.
  private static func isBare(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.isWord, token.classes.contains(.count), token.classes.contains(.noun),
      !token.classes.has([.plural, .mass, .adjective, .name]), !token.shape.contains(.capitalised),
      !passage.isCompound(after: index)
    else { return false }
    var start = index
    while index - start < 4,
      passage.has(start - 1, [.adjective, .noun, .ordinal, .superlative, .gerund]),
      !passage.has(start - 1, [.determiner])
    {
      start -= 1
    }
    return !passage.has(start - 1, [.determiner, .preposition, .number, .apostrophe])
      && !passage.isBreak(start - 1)
  }
}
