import CoachJSONL
import Testing

@testable import coach_chat

/// Where a learner's errors are underlined.
@Suite struct MarkedSentenceTests {
  private func error(
    _ span: Range<Int>?, _ message: String = "wrong", suggestion: String? = nil,
    severity: ErrorSeverity = .medium
  ) -> LanguageError {
    LanguageError(
      key: "k", message: message, severity: severity, suggestion: suggestion,
      span: span.map { .init(start: $0.lowerBound, end: $0.upperBound) })
  }

  private func lines(
    _ text: String, _ errors: [LanguageError], width: Int = 60, style: TerminalStyle = .plain
  ) -> [String] {
    MarkedSentence(text, errors: errors).lines(width: width, style: style)
  }

  @Test func theMarksStandBelowThePlaces() {
    #expect(
      lines(
        "Yesterday I go to a office.",
        [error(18..<19, "Use “an”.", suggestion: "an"), error(12..<14, "Past tense.")]) == [
          "Yesterday I go to a office.",
          "            ~~    ~",
          "· Past tense.",
          "· Use “an”. → an",
        ])
  }

  @Test func spansCountScalarsAndMarksCountColumns() {
    // Two columns a letter; a letter of two scalars; an emoji of three.
    #expect(lines("日本語 go.", [error(1..<2)])[1] == "  ~~")
    #expect(lines("e\u{301}te\u{301} go.", [error(6..<8)])[1] == "    ~~")
    #expect(lines("👩‍👧 go.", [error(4..<6)])[1] == "   ~~")
    #expect(lines("go 👩‍👧.", [error(4..<5)])[1] == "   ~~")
  }

  @Test func aLongSentenceHasMarksBelowEachLine() {
    let shown = lines("one two three four five", [error(4..<13), error(19..<23)], width: 9)
    #expect(
      shown == [
        "one two", "    ~~~", "three", "~~~~~", "four five", "     ~~~~", "· wrong", "· wrong",
      ])
  }

  @Test func aWordLongerThanTheLineIsBroken() {
    #expect(
      lines("abcdefghij kl", [error(8..<10)], width: 6) == [
        "abcdef", "ghij", "  ~~", "kl", "·", "  wrong",
      ])
    #expect(lines("日本語", [error(2..<3)], width: 3) == ["日", "本", "語", "~~", "·", "wrong"])
  }

  @Test func linesOfTheLearnersOwnStay() {
    #expect(
      lines("a go\n\nb go", [error(2..<4), error(8..<10)]) == [
        "a go", "  ~~", "", "b go", "  ~~", "· wrong", "· wrong",
      ])
  }

  @Test func nothingSteersTheTerminal() {
    let shown = lines("a \u{1B}[2Jgo", [error(6..<8, "no\u{1B}[31m\nyes")])
    #expect(shown == ["a  [2Jgo", "      ~~", "· no[31m yes"])
  }

  @Test func placesThatAreNotThereAreNotMarked() {
    #expect(lines("go", [error(nil), error(5..<9)]) == ["go", "· wrong", "· wrong"])
    #expect(lines("", [error(0..<1)]) == ["· wrong"])
  }

  @Test func marksHaveColoursWhereTheyAreWanted() {
    let colours = TerminalStyle(Environment(["TERM": "xterm"]))
    let marks = lines(
      "go", [error(0..<1, severity: .high), error(1..<2, severity: .low)],
      style: colours)[1]
    #expect(marks == "\u{1B}[31m~\u{1B}[0m\u{1B}[33m~\u{1B}[0m")
    let ascii = TerminalStyle(Environment(["TERM": "xterm", "LC_ALL": "C", "NO_COLOR": "1"]))
    #expect(
      lines("go", [error(0..<2, "Say went.", suggestion: "went")], style: ascii) == [
        "go", "~~", "- Say went. -> went",
      ])
  }
}
