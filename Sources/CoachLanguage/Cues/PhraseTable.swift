/// Phrases and what each is a cue of, looked up by the first word.
///
/// A phrase is written as words; `^` before it ties it to the beginning of a sentence and `$` behind
/// it to the end of one, `a|b` stands for either word, `*` for any one word and `~` for up to three.
struct PhraseTable<Cue: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let words: [Word]
    let isAtStart: Bool
    let cue: Cue
  }

  private enum Word: Sendable {
    case any
    case gap
    case sentenceEnd
    case oneOf([UInt64])
  }

  private var phrases: [UInt64: [Phrase]] = [:]

  /// - Parameter rows: a cue and its phrases, a phrase a line.
  init(_ rows: [(Cue, String)]) {
    for (cue, lines) in rows {
      for line in lines.split(separator: "\n") { add(line, cue) }
    }
  }

  private mutating func add(_ line: Substring, _ cue: Cue) {
    var words = line.split(separator: " ")
    let isAtStart = words.first == "^"
    if isAtStart { words.removeFirst() }
    guard let first = words.first else { return }
    let rest = words.dropFirst().map { word -> Word in
      switch word {
      case "*": .any
      case "~": .gap
      case "$": .sentenceEnd
      default: .oneOf(word.split(separator: "|").map { CueText.hash($0) })
      }
    }
    let phrase = Phrase(words: Array(rest), isAtStart: isAtStart, cue: cue)
    for word in first.split(separator: "|") {
      phrases[CueText.hash(word), default: []].append(phrase)
    }
  }

  /// Calls `body` with the cue of each phrase of the text, and where it begins and ends.
  func forEach(in text: CueText, _ body: (Cue, Range<Int>) -> Void) {
    for (place, word) in text.words.enumerated() where word != 0 {
      guard let candidates = phrases[word] else { continue }
      let isAtStart = place == 0 || text.words[place - 1] == 0
      for phrase in candidates where !phrase.isAtStart || isAtStart {
        if let end = end(of: phrase.words[...], in: text.words, from: place + 1) {
          body(phrase.cue, place..<end)
        }
      }
    }
  }

  private func end(of words: ArraySlice<Word>, in text: [UInt64], from place: Int) -> Int? {
    guard let word = words.first else { return place }
    switch word {
    case .sentenceEnd:
      return place >= text.count || text[place] == 0 ? place : nil
    case .gap:
      for skip in 0...3 {
        if skip > 0, place + skip > text.count || text[place + skip - 1] == 0 { return nil }
        if let end = end(of: words.dropFirst(), in: text, from: place + skip) { return end }
      }
      return nil
    case .any:
      guard place < text.count, text[place] != 0 else { return nil }
    case .oneOf(let choices):
      guard place < text.count, choices.contains(text[place]) else { return nil }
    }
    return end(of: words.dropFirst(), in: text, from: place + 1)
  }
}
