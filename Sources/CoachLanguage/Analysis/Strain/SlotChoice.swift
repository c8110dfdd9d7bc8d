/// The slots that a token can take, and what it costs to read it so.
struct SlotChoice {
  /// What the token is for the order of words.
  enum Kind {
    /// Takes one of the slots.
    case word
    /// Ends the sentence.
    case end
    /// Counts for nothing: a quotation mark, an emoji.
    case nothing
  }

  var kind = Kind.word
  /// Slots with costs in hundredths.
  var slots: [(slot: WordSlot, cost: Int32)] = []
  /// Whether it may be passed over, as an adverb, and whether it is a "not" that wants an auxiliary.
  var isAdverb = false
  var isNegation = false

  /// Nouns that stand bare in set phrases: "for example", "in time".
  private static let bare = words(
    """
    example instance fact case time order addition home school work university college class bed \
    town course mind heart hand line email phone bus car train plane bike taxi foot part place \
    question church prison office
    """)
  private static let measures = words("lot little bit few while")
  private static let asides = words("such quite even exactly only just please")

  /// The numbers of words of the lists, which all lexicons share.
  private static func words(_ list: String) -> Set<WordID> {
    let lexicon = RuleIndex.shared.lexicon
    return Set(list.split(separator: " ").map { lexicon.find(String($0)) }).subtracting([0])
  }

  /// Whether the "a" at an index belongs to "a lot", "a little", which are read as one word.
  static func opensMeasure(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .indefinite) && measures.contains(passage[index + 1].word)
      && passage.token(index, is: "a")
  }

  /// Puts what the token at an index can be in place of what was there.
  mutating func read(_ passage: Passage, _ index: Int) {
    slots.removeAll(keepingCapacity: true)
    (kind, isAdverb, isNegation) = (.word, false, false)
    let token = passage[index]
    switch token.kind {
    case .word: readWord(passage, index, token.classes)
    case .number: slots = [(.quantifier, 0), (.count, 20)]
    case .opaque: slots = [(.noun, 0)]
    case .symbol: kind = .nothing
    case .boundary: kind = .end
    case .mark: readMark(passage, index)
    }
    if Self.opensMeasure(passage, index - 1) { isAdverb = true }
  }

  private mutating func readMark(_ passage: Passage, _ index: Int) {
    switch Mark(rawValue: passage[index].word) {
    case .point, .question, .exclamation, .ellipsis: kind = .end
    case .comma, .semicolon, .colon, .dash, .open, .close: slots = [(.comma, 0)]
    case .slash: slots = [(.conjunction, 0)]
    default: kind = .nothing
    }
  }

  private mutating func readWord(_ passage: Passage, _ index: Int, _ classes: WordClass) {
    guard !classes.isEmpty || Self.asides.contains(passage[index].word) else {
      // Nothing is known of it: any open class will do.
      slots = [
        (.noun, 10), (.adjective, 10), (.participle, 10), (.past, 10), (.base, 10),
      ]
      return
    }
    if passage.token(index, is: "to") {
      slots = [(.to, 0), (.preposition, 0)]
    } else if passage.token(index, is: "there") {
      slots = [(.there, 0)]
      isAdverb = true
    } else if classes.has([.be, .have, .do, .modal]) {
      readAuxiliary(passage, index, classes)
    } else if classes.has(.possessive), classes.has(.apostrophe) {
      // "Anna's book", "the teacher's book", "the teacher's late".
      slots = [(.determiner, 0), (.adjective, 0), (.contracted, 30)]
    } else {
      readOpenWord(passage, index, classes)
    }
    readClosedClasses(passage, index, classes)
    if slots.isEmpty, !isAdverb, !isNegation { slots = [(.noun, 0)] }
  }

  private mutating func readAuxiliary(_ passage: Passage, _ index: Int, _ classes: WordClass) {
    func isAny(_ words: [StaticString]) -> Bool { passage.token(index, isAny: words) }
    let isShort = passage[index].shape.contains(.apostrophe) && !passage.ends(index, in: "t")
    if isShort {
      slots = [(.contracted, 0)]
    } else if classes.has(.be) {
      if isAny(["be"]) {
        slots = [(.be, 0)]
      } else if isAny(["been"]) {
        slots = [(.been, 0)]
      } else if isAny(["being"]) {
        slots = [(.being, 0)]
      } else if isAny(["am"]) {
        slots = [(.beFirst, 0)]
      } else {
        slots = [(isAny(["is", "was", "isn't", "wasn't"]) ? .beOne : .beMany, 0)]
        // "If I were you"
        if isAny(["were", "weren't"]) { slots.append((.beOne, 30)) }
      }
    } else if classes.has(.have) {
      if isAny(["having"]) {
        slots = [(.gerund, 0)]
      } else if isAny(["had", "hadn't"]) {
        slots = [(.had, 0), (.participle, 0)]
      } else {
        slots = [(isAny(["has", "hasn't"]) ? .haveOne : .haveMany, 0)]
      }
    } else if classes.has(.do) {
      if isAny(["doing"]) {
        slots = [(.gerund, 0)]
      } else if isAny(["done"]) {
        slots = [(.participle, 0)]
      } else if isAny(["did", "didn't"]) {
        slots = [(.did, 0)]
      } else {
        slots = [(isAny(["does", "doesn't"]) ? .doOne : .doMany, 0)]
      }
    } else {
      slots = [(.modal, 0)]
      // "May", "Will": a month, a name.
      if passage[index].shape.contains(.capitalised),
        !passage[index].shape.contains(.sentenceStart)
      {
        slots.append((.noun, 0))
      }
    }
  }

  private mutating func readOpenWord(_ passage: Passage, _ index: Int, _ classes: WordClass) {
    let word = passage[index].word
    if Self.asides.contains(word) { isAdverb = true }
    if passage[index].shape.contains(.apostrophe), classes.has(.verb) {
      // "let's"
      slots.append((.contracted, 0))
      return
    }
    if classes.has(.noun), Self.bare.contains(word) { slots.append((.noun, 0)) }
    if classes.has([.adjective, .comparative, .superlative, .ordinal]) {
      slots.append((.adjective, 0))
    }
    if classes.has(.noun) {
      let isCount = classes.has(.count) && !classes.has(.plural)
      slots.append((isCount ? .count : .noun, 0))
    }
    if classes.has([.mass, .name, .casual]) { slots.append((.noun, 0)) }
    if classes.has(.plural) { slots.append((.plural, 0)) }
    if classes.has(.verb) { slots += [(.base, 0), (.present, 0)] }
    if classes.has(.verbS) { slots.append((.third, 0)) }
    if classes.has([.past, .wrongPast]) { slots.append((.past, 0)) }
    if classes.has(.participle) { slots.append((.participle, 0)) }
    if classes.has(.gerund) { slots.append((.gerund, 0)) }
    if classes.has(.negation) { isNegation = true }
  }

  private mutating func readClosedClasses(
    _ passage: Passage, _ index: Int, _ classes: WordClass
  ) {
    if classes.has(.article) {
      slots.append((classes.has(.indefinite) ? .indefinite : .determiner, 0))
    }
    if classes.has(.possessive), !classes.has(.apostrophe) { slots.append((.determiner, 0)) }
    // "He walks every evening": when, not what.
    if classes.has([.each, .demonstrative]), passage.has(index + 1, .time) { isAdverb = true }
    if classes.has(.each) { slots += [(.indefinite, 0), (.someone, 20)] }
    if classes.has(.demonstrative) { slots += [(.determiner, 0), (.someone, 10)] }
    if classes.has(.demonstratives) { slots += [(.several, 0), (.someone, 10)] }
    if classes.has(.several) { slots.append((.several, 0)) }
    if classes.has([.much, .quantifier, .number]) { slots.append((.quantifier, 0)) }
    if classes.has(.subjectI) { slots.append((.first, 0)) }
    if classes.has(.subjectOne) { slots.append((.one, 0)) }
    if classes.has(.subjectMany) { slots.append((.many, 0)) }
    if classes.has([.object, .reflexive]) { slots.append((.object, 0)) }
    if classes.has(.anyone) { slots.append((.someone, 0)) }
    if classes.has(.preposition) { slots.append((.preposition, 0)) }
    if classes.has(.conjunction) { slots.append((.conjunction, 0)) }
    if classes.has([.subordinator, .question]) { slots.append((.opener, 0)) }
    if classes.has([.adverb, .frequency, .intensifier]) { isAdverb = true }
  }
}
