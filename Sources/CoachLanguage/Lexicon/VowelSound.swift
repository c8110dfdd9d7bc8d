/// Whether words begin with the sound of a vowel: what chooses between "a" and "an".
enum VowelSound {
  /// Vowel letters that begin with a consonant's sound ("one", "university").
  private static let consonantStarts = [
    "uni", "use", "usu", "usa", "euro", "eul", "one", "once", "ufo", "ubiq", "uk", "utop", "uten",
    "util", "u-", "ewe", "uran", "eur",
  ]
  /// Those of the same letters that do begin with a vowel's.
  private static let vowelExceptions = ["unim", "unin", "unint", "unid", "unig", "onero"]
  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]

  /// Nil where it cannot be told from the letters: abbreviations, numbers, other scripts.
  static func begins(_ word: String) -> Bool? {
    let lower = word.lowercased()
    guard let first = lower.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    // "an MBA", "a PDF": it depends on whether the letters are read one by one.
    if word.utf8.count > 1, word == word.uppercased() { return nil }
    if word.utf8.count == 1 { return nil }
    if silentH.contains(where: lower.hasPrefix) { return true }
    if lower.hasPrefix("herb") { return nil }
    if vowelExceptions.contains(where: lower.hasPrefix) { return true }
    if consonantStarts.contains(where: lower.hasPrefix) { return false }
    return Inflection.isVowel(first)
  }
}
