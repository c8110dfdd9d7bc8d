/// How familiar the sequences of a text's words are: what learners miss when they put right words in
/// an order, or beside a preposition, in which nobody says them.
///
/// The mean of ``WordSequences/gain(of:behind:_:)`` over the words that the table knows and that
/// stand behind a known one; marks within a sentence are passed over. Correct everyday English has
/// 1.6 in the mean. It is no error in itself: it lowers the score for grammar, a little.
struct Familiarity: Sendable {
  /// The mean gain. A text of few words tells little, so three words of the usual gain are added.
  let mean: Double
  /// The two words, as scalars of the text, that go together least; nil where none keep apart.
  let worst: Range<Int>?

  private static let usual = (gain: 1.5, words: 3.0)

  init(_ passage: Passage) {
    let table = WordSequences.shared
    var sum = Self.usual.gain * Self.usual.words
    var count = Self.usual.words
    var (lowest, worst) = (-1, nil as Range<Int>?)
    // The hashes of the two words before; nil for one that is not known.
    var previous: UInt64? = WordSequences.start
    var beforePrevious: UInt64?
    var previousIndex = 0
    func take(_ word: UInt64, at index: Int) {
      guard let before = previous else { return }
      let gain = table.gain(of: word, behind: before, beforePrevious)
      sum += Double(gain)
      count += 1
      if gain < lowest, previousIndex > 0, index == previousIndex + 1 {
        lowest = gain
        worst = Int(passage[previousIndex].scalarStart)..<Int(passage[index].scalarEnd)
      }
    }
    for index in 1..<max(passage.count, 1) {
      let token = passage[index]
      if passage.isEnd(index) {
        if previousIndex > 0 { take(WordSequences.end, at: 0) }
        (previous, beforePrevious, previousIndex) = (WordSequences.start, nil, 0)
        continue
      }
      switch token.kind {
      case .word, .number, .opaque:
        let isWord = token.kind == .word && token.word > 0
        let hash = isWord ? WordSequences.hash(passage.letters(index)) : 0
        let isKnown = hash != 0 && table.knows(hash)
        if isKnown { take(hash, at: index) }
        (beforePrevious, previous) = (previous, isKnown ? hash : nil)
        previousIndex = index
      case .mark, .symbol, .boundary: break
      }
    }
    mean = sum / count
    self.worst = worst
  }
}
