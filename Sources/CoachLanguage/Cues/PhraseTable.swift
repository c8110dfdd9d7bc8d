/// Phrases and what each is a cue of, looked up by the first word.
///
/// A phrase is written as words; `^` before it ties it to the beginning of a sentence and `$` behind
/// it to the end of one, `a|b` stands for either word, `*` for any one word and `~` for up to three.
/// Words by which people lead in ("ok, so, …") do not count as the beginning of a sentence.
struct PhraseTable<Cue: Sendable>: Sendable {
  private struct Phrase: Sendable {
    /// Where its words behind the first stand among all elements.
    let elements: Range<Int>
    let isAtStart: Bool
    /// A bit for each word that may come second; all of them where any may.
    let seconds: UInt64
    let cue: Cue
  }

  private enum Element: Sendable {
    case any
    case gap
    case sentenceEnd
    case word(UInt64)
    /// One of several words, by their places among all choices.
    case oneOf(Range<Int>)
  }

  /// The phrases that begin with a word.
  private struct Slot: Sendable {
    /// 0 where the slot is empty: no word has that hash.
    var word: UInt64 = 0
    var phrases = 0..<0
    var seconds: UInt64 = 0
  }

  private var phrases: [Phrase] = []
  private var elements: [Element] = []
  private var choices: [UInt64] = []
  /// Open addressing; a power of two, at most half full.
  private var slots: [Slot] = []
  /// The words of the slots, by themselves: nearly all words are looked up in vain.
  private var words: [UInt64] = []

  /// - Parameter rows: a cue and its phrases, a phrase a line.
  init(_ rows: [(Cue, String)]) {
    var byFirst: [UInt64: [Phrase]] = [:]
    var order: [UInt64] = []
    for (cue, lines) in rows {
      // Bytes are looked at, not characters: there are hundreds of lines before the first turn.
      for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
        var words = line.split(separator: UInt8(ascii: " "))
        let isAtStart = words.first?.first == UInt8(ascii: "^")
        if isAtStart { words.removeFirst() }
        guard let first = words.first else { continue }
        let phrase = phrase(words.dropFirst(), isAtStart: isAtStart, cue)
        for word in Self.hashes(first) {
          if byFirst[word] == nil { order.append(word) }
          byFirst[word, default: []].append(phrase)
        }
      }
    }
    var size = 16
    while size < order.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for word in order {
      let own = byFirst[word] ?? []
      var place = Int(truncatingIfNeeded: word) & (size - 1)
      while slots[place].word != 0 { place = (place + 1) & (size - 1) }
      slots[place] = Slot(
        word: word, phrases: phrases.count..<(phrases.count + own.count),
        seconds: own.reduce(0) { $0 | $1.seconds })
      phrases += own
    }
    self.words = slots.map(\.word)
  }

  /// The words that stand for one another, each as a hash.
  private static func hashes(_ word: Substring.UTF8View) -> [UInt64] {
    word.split(separator: UInt8(ascii: "|")).map { CueText.hash($0) }
  }

  private mutating func phrase(
    _ words: ArraySlice<Substring.UTF8View>, isAtStart: Bool, _ cue: Cue
  ) -> Phrase {
    let start = elements.count
    var seconds: UInt64 = words.isEmpty ? .max : 0
    for (place, word) in words.enumerated() {
      switch word.count == 1 ? word.first : nil {
      case UInt8(ascii: "*"): elements.append(.any)
      case UInt8(ascii: "~"): elements.append(.gap)
      case UInt8(ascii: "$"): elements.append(.sentenceEnd)
      default:
        let hashes = Self.hashes(word)
        if place == 0 { seconds = hashes.reduce(0) { $0 | Self.bit($1) } }
        if hashes.count == 1 {
          elements.append(.word(hashes[0]))
        } else {
          elements.append(.oneOf(choices.count..<(choices.count + hashes.count)))
          choices += hashes
        }
      }
      if place == 0, seconds == 0 { seconds = .max }
    }
    return Phrase(
      elements: start..<elements.count, isAtStart: isAtStart, seconds: seconds, cue: cue)
  }

  /// Calls `body` with the cue of each phrase of the text, and where it begins and ends.
  func forEach(in text: CueText, _ body: (Cue, Range<Int>) -> Void) {
    text.words.withUnsafeBufferPointer { words in
      var isAtStart = true
      for place in words.indices {
        let word = words[place]
        if word == 0 {
          isAtStart = true
          continue
        }
        if let slot = slot(of: word) {
          let second = Self.bit(place + 1 < words.count ? words[place + 1] : 0)
          if slots[slot].seconds & second != 0 {
            match(slots[slot].phrases, words, place, second, isAtStart: isAtStart, body)
          }
        }
        if isAtStart, !CueText.leadIns.contains(word) { isAtStart = false }
      }
    }
  }

  /// Whether the text has any of the phrases.
  func isFound(in text: CueText) -> Bool {
    var found = false
    forEach(in: text) { _, _ in found = true }
    return found
  }

  private func match(
    _ candidates: Range<Int>, _ words: UnsafeBufferPointer<UInt64>, _ place: Int, _ second: UInt64,
    isAtStart: Bool, _ body: (Cue, Range<Int>) -> Void
  ) {
    for index in candidates {
      let phrase = phrases[index]
      guard phrase.seconds & second != 0, isAtStart || !phrase.isAtStart else { continue }
      if let end = end(of: phrase.elements, in: words, from: place + 1) {
        body(phrase.cue, place..<end)
      }
    }
  }

  private func end(
    of rest: Range<Int>, in text: UnsafeBufferPointer<UInt64>, from start: Int
  ) -> Int? {
    var place = start
    for index in rest {
      switch elements[index] {
      case .sentenceEnd:
        guard place >= text.count || text[place] == 0 else { return nil }
      case .gap:
        for skip in 0...3 {
          if skip > 0, place + skip > text.count || text[place + skip - 1] == 0 { return nil }
          if let end = end(of: index + 1..<rest.upperBound, in: text, from: place + skip) {
            return end
          }
        }
        return nil
      case .any:
        guard place < text.count, text[place] != 0 else { return nil }
        place += 1
      case .word(let word):
        guard place < text.count, text[place] == word else { return nil }
        place += 1
      case .oneOf(let range):
        guard place < text.count, choices[range].contains(text[place]) else { return nil }
        place += 1
      }
    }
    return place
  }

  /// The slot of a word; nil where no phrase begins with it.
  @inline(__always)
  private func slot(of word: UInt64) -> Int? {
    words.withUnsafeBufferPointer { words in
      var place = Int(truncatingIfNeeded: word) & (words.count &- 1)
      while words[place] != word {
        if words[place] == 0 { return nil }
        place = (place &+ 1) & (words.count &- 1)
      }
      return place
    }
  }

  private static func bit(_ word: UInt64) -> UInt64 {
    1 << (word >> 40 & 63)
  }
}
