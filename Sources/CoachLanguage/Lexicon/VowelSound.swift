/// Whether words begin with the sound of a vowel: what chooses between "a" and "an".
enum VowelSound {
  /// Vowel letters that begin with a consonant's sound ("one", "university").
  private static let consonantStarts = starts([
    "uni", "use", "usu", "usa", "euro", "eul", "one", "once", "ufo", "ubiq", "uk", "utop", "uten",
    "util", "u-", "ewe", "uran", "eur",
  ])
  /// Those of the same letters that do begin with a vowel's.
  private static let vowelExceptions = starts(["unim", "unin", "unint", "unid", "unig", "onero"])
  private static let silentH = starts(["hour", "honest", "honor", "honour", "heir"])
  private static let doubtful = starts(["herb"])

  /// The first letters of words, and which of the eight that ``WordLetters`` packs they are.
  private struct Start: Sendable {
    let letters: UInt64
    let mask: UInt64

    @inline(__always)
    func opens(_ key: UInt64) -> Bool { key & mask == letters }
  }

  private static func starts(_ words: [StaticString]) -> [Start] {
    words.map { word in
      Start(
        letters: WordLetters.packed(word.utf8Start, word.utf8CodeUnitCount),
        mask: ~(UInt64.max << UInt64(word.utf8CodeUnitCount * 8)))
    }
  }

  /// Nil where it cannot be told from the letters: abbreviations, numbers, other scripts.
  static func begins(_ word: String) -> Bool? {
    var lower = word.lowercased()
    let isSpelledOut = word.utf8.count > 1 && word == word.uppercased()
    return lower.withUTF8 { letters in
      guard let first = letters.baseAddress else { return nil }
      return begins(
        key: WordLetters.packed(first, letters.count), count: letters.count,
        isSpelledOut: isSpelledOut)
    }
  }

  /// The same of a lower-cased word by its first letters, as ``WordLetters`` packs them.
  ///
  /// - Parameter isSpelledOut: whether it is written in capitals. "an MBA", "a PDF": it depends on
  ///   whether the letters are read one by one.
  static func begins(key: UInt64, count: Int, isSpelledOut: Bool) -> Bool? {
    let first = UInt8(truncatingIfNeeded: key)
    guard (0x61...0x7A).contains(first), !isSpelledOut, count > 1 else { return nil }
    if first == UInt8(ascii: "h") {
      if silentH.contains(where: { $0.opens(key) }) { return true }
      return doubtful.contains { $0.opens(key) } ? nil : false
    }
    guard Inflection.isVowel(first) else { return false }
    if vowelExceptions.contains(where: { $0.opens(key) }) { return true }
    return !consonantStarts.contains { $0.opens(key) }
  }
}
