/// The marks that rules know by name. They have fixed numbers, below zero, beside the words.
enum Mark: WordID, Sendable, CaseIterable {
  case point = -2
  case comma = -3
  case question = -4
  case exclamation = -5
  case ellipsis = -6
  case colon = -7
  case semicolon = -8
  case quote = -9
  case apostrophe = -10
  case hyphen = -11
  case dash = -12
  case open = -13
  case close = -14
  case slash = -15
  case other = -16

  var word: WordID { rawValue }

  var endsSentence: Bool { Self.endsSentence(word) }

  /// Whether the mark of that number ends a sentence.
  @inline(__always)
  static func endsSentence(_ word: WordID) -> Bool {
    word == Mark.point.word || word == Mark.question.word || word == Mark.exclamation.word
      || word == Mark.ellipsis.word
  }

  /// How rules write it in a pattern.
  static let named: [String: Mark] = [
    ".": .point, ",": .comma, "?": .question, "!": .exclamation, "...": .ellipsis, ":": .colon,
    ";": .semicolon, "-": .hyphen, "--": .dash,
  ]

  static func of(_ byte: UInt8) -> Mark {
    switch byte {
    case UInt8(ascii: "."): .point
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "!"): .exclamation
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
    case UInt8(ascii: "/"): .slash
    default: .other
    }
  }

  /// The mark that a scalar outside ASCII stands for, nil where it is a symbol.
  static func of(_ scalar: Unicode.Scalar) -> Mark? {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x02BC: .apostrophe
    case 0x201C...0x201F, 0xAB, 0xBB: .quote
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015: .dash
    case 0x2026: .ellipsis
    case 0x3002: .point
    case 0xFF0C, 0x3001: .comma
    case 0xFF1F, 0xBF: .question
    case 0xFF01, 0xA1: .exclamation
    default: nil
    }
  }
}
