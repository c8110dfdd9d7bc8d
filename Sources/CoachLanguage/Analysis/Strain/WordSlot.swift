/// The place that a word takes in a sentence, one at a time: what ``Strain`` chooses between.
enum WordSlot: UInt8, CaseIterable, Sendable {
  /// Before the first word of a sentence, and its end.
  case start, end
  case comma, conjunction
  /// A word that opens a clause: because, when, who.
  case opener

  case determiner
  /// a, an, each: a singular follows.
  case indefinite
  /// some, much, any, numbers.
  case quantifier
  /// these, many: a plural follows.
  case several
  /// An adjective before its noun, and one that stands alone.
  case attributive, adjective

  /// A singular that needs a determiner, a plural, and a noun that may stand bare.
  case count, plural, noun
  /// he, she, it · I · we, you, they · someone, this · there · me, him, them, myself.
  case one, first, many, someone, there, object
  /// A subject with its verb: it's, they'll.
  case contracted

  /// Full verbs: goes, go as a finite verb, went, go behind "to", gone, going.
  case third, present, past, base, participle, gerund
  case beOne, beMany, beFirst, be, been, being
  case haveOne, haveMany, had
  case doOne, doMany, did
  case modal, to, preposition

  var isAuxiliary: Bool { Self.auxiliaries.contains(self) }
  var isFinite: Bool { Self.finites.contains(self) }

  static let auxiliaries: SlotSet = [
    .beOne, .beMany, .beFirst, .haveOne, .haveMany, .had, .doOne, .doMany, .did, .modal,
  ]
  static let finites: SlotSet = [
    .third, .present, .past, .contracted, .beOne, .beMany, .beFirst, .haveOne, .haveMany, .had,
    .doOne, .doMany, .did, .modal,
  ]

  /// The slots by the names that ``SlotTable`` writes; some names stand for several.
  static let named: [String: [WordSlot]] = {
    var names: [String: [WordSlot]] = [
      "finite": allCases.filter { finites.contains($0) && $0 != .contracted },
      "auxiliary": allCases.filter(auxiliaries.contains),
      "nouns": [.plural, .noun],
      "determiners": [.determiner, .indefinite, .quantifier, .several],
      "subjects": [.one, .many, .first, .contracted],
    ]
    for slot in allCases { names["\(slot)"] = [slot] }
    return names
  }()
}

/// A set of slots, one bit each.
struct SlotSet: Sendable, ExpressibleByArrayLiteral {
  private let bits: UInt64

  init(arrayLiteral slots: WordSlot...) {
    bits = slots.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  @inline(__always)
  func contains(_ slot: WordSlot) -> Bool { bits >> UInt64(slot.rawValue) & 1 == 1 }
}
