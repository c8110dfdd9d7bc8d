/// The regular forms of English verbs and nouns.
///
/// Forms are worked out from the base, never the other way round: a form is accepted only where it
/// is the one that its base makes, so that "developped" is not taken for a past.
enum Inflection {
  /// The third person ("goes") or plural ("boxes") of a regular base.
  static func withS(_ base: String) -> String {
    let bytes = Array(base.utf8)
    guard let last = bytes.last else { return base }
    let before = bytes.count > 1 ? bytes[bytes.count - 2] : 0
    switch last {
    case UInt8(ascii: "y") where !isVowel(before): return String(base.dropLast()) + "ies"
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return base + "es"
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
      return base + "es"
    case UInt8(ascii: "o")
    where ["go", "do", "echo", "hero", "veto", "potato", "tomato"].contains(base):
      return base + "es"
    default: return base + "s"
    }
  }

  /// The regular past ("stopped"); British doubling of a final l with `british`.
  static func past(_ base: String, british: Bool = false) -> String {
    if base.hasSuffix("e") { return base + "d" }
    let bytes = Array(base.utf8)
    if bytes.last == UInt8(ascii: "y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return String(base.dropLast()) + "ied"
    }
    return doubled(base, british: british) + "ed"
  }

  /// The -ing form ("stopping", "making", "lying").
  static func gerund(_ base: String, british: Bool = false) -> String {
    if base.hasSuffix("ie") { return String(base.dropLast(2)) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), !base.hasSuffix("oe"), !base.hasSuffix("ye"),
      base != "be"
    {
      return String(base.dropLast()) + "ing"
    }
    return doubled(base, british: british) + "ing"
  }

  /// The comparative ("bigger") with `ending` "er", the superlative with "est".
  static func compared(_ base: String, ending: String) -> String {
    let bytes = Array(base.utf8)
    if base.hasSuffix("e") { return base + ending.dropFirst() }
    if bytes.last == UInt8(ascii: "y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return String(base.dropLast()) + "i" + ending
    }
    return doubled(base, british: false) + ending
  }

  /// The adverb ("easily").
  static func adverb(_ base: String) -> String {
    if base.hasSuffix("le"), base.utf8.count > 4 { return String(base.dropLast()) + "y" }
    if base.hasSuffix("y"), base.utf8.count > 3 { return String(base.dropLast()) + "ily" }
    if base.hasSuffix("ic") { return base + "ally" }
    if base.hasSuffix("ll") { return base + "y" }
    return base + "ly"
  }

  /// Verbs of more than one syllable whose stress falls on the last, so that they double.
  private static let stressed: Set<String> = [
    "admit", "begin", "commit", "compel", "control", "defer", "deter", "dispel", "equip", "excel",
    "expel", "forbid", "forget", "incur", "occur", "omit", "patrol", "permit", "prefer", "propel",
    "rebel", "refer", "regret", "submit", "transfer", "transmit", "upset", "unplug", "recap",
    "input", "format", "program", "kidnap", "handicap", "worship", "quit", "quiz", "outfit",
  ]

  private static func doubled(_ base: String, british: Bool) -> String {
    let bytes = Array(base.utf8)
    guard bytes.count >= 3, let last = bytes.last else { return base }
    if british, last == UInt8(ascii: "l"), isVowel(bytes[bytes.count - 2]),
      !isVowel(bytes[bytes.count - 3])
    {
      return base + "l"
    }
    let isShort =
      !isVowel(last) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
      && last != UInt8(ascii: "y") && isVowel(bytes[bytes.count - 2])
      && (!isVowel(bytes[bytes.count - 3])
        || (bytes.count > 3 && bytes[bytes.count - 3] == UInt8(ascii: "u")
          && bytes[bytes.count - 4] == UInt8(ascii: "q")))
    guard isShort else { return base }
    let syllables = vowelGroups(bytes)
    guard syllables == 1 || stressed.contains(base) else { return base }
    return base + String(UnicodeScalar(last))
  }

  private static func vowelGroups(_ bytes: [UInt8]) -> Int {
    var groups = 0
    var wasVowel = false
    for byte in bytes {
      let vowel = isVowel(byte) || byte == UInt8(ascii: "y")
      if vowel, !wasVowel { groups += 1 }
      wasVowel = vowel
    }
    return groups
  }

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
