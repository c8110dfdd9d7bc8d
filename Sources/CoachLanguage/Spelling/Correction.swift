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
    var found: [String] = []
    func consider(_ candidate: [UInt8]) {
      let id = candidate.withUnsafeBufferPointer {
        lexicon.find($0, hash: WordLetters.hash($0))
      }
      guard id != 0, Int(id) < lexicon.listed, lexicon.spelling(id) == .right else { return }
      let text = lexicon.text(id)
      if !found.contains(text) { found.append(text) }
    }
    forEachSlip(letters, consider)
    guard let first = found.first else { return Correction() }
    return Correction(
      text: first, isEveryday: true, isSure: found.count == 1 && letters.count >= 6)
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
  private static func forEachSlip(_ letters: [UInt8], _ body: ([UInt8]) -> Void) {
    for index in letters.indices.dropLast() where letters[index] != letters[index + 1] {
      var candidate = letters
      candidate.swapAt(index, index + 1)
      body(candidate)
    }
    for index in letters.indices.dropFirst() {
      var candidate = letters
      candidate.remove(at: index)
      body(candidate)
    }
    // The first letter is seldom mistaken.
    for index in letters.indices.dropFirst() {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != letters[index] {
        var candidate = letters
        candidate[index] = letter
        body(candidate)
      }
    }
    for index in 1...letters.count {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        var candidate = letters
        candidate.insert(letter, at: index)
        body(candidate)
      }
    }
  }
}
