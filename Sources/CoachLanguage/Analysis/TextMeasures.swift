/// Counts over a text, from which scores are worked out.
struct TextMeasures: Sendable {
  var words = 0
  var sentences = 0
  var longestSentence = 0
  var hasCasualWords = false
  let strain: Strain
  let familiarity: Familiarity

  init(_ passage: Passage) {
    strain = Strain(passage)
    familiarity = Familiarity(passage)
    var length = 0
    func close(_ measures: inout TextMeasures) {
      if length > 0 { measures.sentences += 1 }
      measures.longestSentence = max(measures.longestSentence, length)
      length = 0
    }
    for index in 1..<max(passage.count, 1) {
      let token = passage[index]
      switch token.kind {
      case .word, .number, .opaque:
        if token.shape.contains(.sentenceStart) { close(&self) }
        words += 1
        length += 1
        if token.classes.contains(.casual) { hasCasualWords = true }
      case .mark, .symbol, .boundary: break
      }
    }
    close(&self)
  }
}
