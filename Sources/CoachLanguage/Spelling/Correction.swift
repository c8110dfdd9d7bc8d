/// What a misspelled word was probably meant to be.
struct Correction {
  /// The word, or two words; nil where nothing near is known.
  var text: String?
  /// Whether it is one of the words of the lexicon's lists.
  var isEveryday = false
  /// Whether it can be put in without asking.
  var isSure = false
  /// Whether two words were written as one.
  var isSplit = false

  /// The everyday word one slip away: letters swapped, dropped, doubled or mistaken.
  static func near(_ word: String, lexicon: Lexicon) -> Correction {
    let letters = Array(word.utf8)
    guard letters.count >= 3, letters.count <= 24 else { return Correction() }
    if let split = split(word, lexicon: lexicon) { return split }
    var found: [WordID] = []
    forEachSlip(letters) { candidate in
      let id = lexicon.find(candidate, hash: WordLetters.hash(candidate))
      guard id != 0, Int(id) < lexicon.listed, lexicon.spelling(id) == .right else { return }
      if !found.contains(id) { found.append(id) }
    }
    guard let first = found.first else { return Correction() }
    return Correction(
      text: lexicon.text(first), isEveryday: true, isSure: found.count == 1 && letters.count >= 6)
  }

  /// Two everyday words written as one, a small word among them: "inthe".
  private static func split(_ word: String, lexicon: Lexicon) -> Correction? {
    guard word.utf8.count >= 5, !word.utf8.contains(0x27) else { return nil }
    let small: WordClass = [.article, .possessive, .preposition, .several, .be, .subjectMany]
    for cut in word.indices.dropFirst(2).dropLast(2) {
      let (left, right) = (lexicon.find(String(word[..<cut])), lexicon.find(String(word[cut...])))
      guard left != 0, right != 0, lexicon.spelling(left) == .right,
        lexicon.spelling(right) == .right, lexicon.classes(left).has(small),
        !lexicon.classes(right).isEmpty, !lexicon.classes(right).has(.casual),
        lexicon.text(right).utf8.count > 2
      else { continue }
      return Correction(
        text: word[..<cut] + " " + word[cut...], isEveryday: true, isSure: false, isSplit: true)
    }
    return nil
  }

  /// Calls `body` with each word that is one slip away, the commonest kinds of slip first.
  private static func forEachSlip(_ letters: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    let count = letters.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { word in
      _ = word.initialize(from: letters + [0])
      let same = UnsafeBufferPointer(rebasing: word[..<count])
      for index in 0..<count - 1 where letters[index] != letters[index + 1] {
        word.swapAt(index, index + 1)
        body(same)
        word.swapAt(index, index + 1)
      }
      // Without its second letter, without its third, …
      for index in 1..<count - 1 { word[index] = letters[index + 1] }
      for index in 1..<count {
        body(UnsafeBufferPointer(rebasing: word[..<(count - 1)]))
        word[index] = letters[index]
      }
      // The first letter is seldom mistaken.
      for index in 1..<count {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != letters[index] {
          word[index] = letter
          body(same)
        }
        word[index] = letters[index]
      }
      // With a letter before its second one, before its third, …, behind its last.
      for index in 1..<count { word[index + 1] = letters[index] }
      for index in 1...count {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
          word[index] = letter
          body(UnsafeBufferPointer(word))
        }
        if index < count { word[index] = letters[index] }
      }
    }
  }
}
