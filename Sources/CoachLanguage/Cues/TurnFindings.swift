/// What the phrases of a turn say, before anything is made of it.
struct TurnFindings {
  let tally: CueTally
  /// Where a task is announced that has yet to be named.
  let opener: Range<Int>?
  /// Where practice is asked for, whatever its name.
  let practice: Range<Int>?
  /// Where parts are given out.
  let pretends: Range<Int>?
  /// Whether a close stands at the end: a long turn may be the task's last words, and close it.
  let endsInClose: Bool
  /// Whether the turn asks how to do something, or when: "how can I practise my vowels?"
  let asksHow: Bool
  /// Whether the turn asks how it went.
  let isFeedbackRequest: Bool

  init(in text: CueText) {
    var tally = CueTally()
    var opener: Range<Int>?
    var practice: Range<Int>?
    var pretends: Range<Int>?
    var endsInClose = false
    TurnPhrases.table.forEach(in: text) { cue, place in
      tally.count(cue)
      switch cue {
      case .opener where opener == nil && !Self.isDenied(place.lowerBound, in: text):
        opener = place
      case .practice where practice == nil && !Self.isDenied(place.lowerBound, in: text):
        practice = place
      case .pretend where pretends == nil: pretends = place
      case .close, .partingThanks:
        if text.words.count - place.upperBound <= 3 { endsInClose = true }
      default: break
      }
    }
    self.tally = tally
    self.opener = opener
    self.practice = practice
    self.pretends = pretends
    self.endsInClose = endsInClose
    asksHow = text.words.first.map(Self.askingWords.contains) ?? false
    isFeedbackRequest =
      tally.has(.feedback) && text.wordCount <= 30
      || tally.has(.verdict) && text.endsInQuestion && text.wordCount <= 12
  }

  /// Whether the words before an opener deny it: "I don't want to practise".
  private static func isDenied(_ place: Int, in text: CueText) -> Bool {
    place > 0 && denials.contains(text.words[place - 1])
  }

  private static let denials = CueWords("dont not never cant wont")
  private static let askingWords = CueWords("how when where why what do did does")
}
