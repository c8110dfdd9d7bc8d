import CoachJSONL
import Testing

@testable import CoachProvider

/// A model's judgement is checked to the last field, whatever asked for it.
struct AssessmentAnswerTests {
  private let request = AssessmentRequest(
    turns: [
      Turn(id: "int_1", userText: "Yesterday I go to a fair.", aiResponse: "Go on.", timestamp: 1)
    ],
    focuses: [
      Focus(id: "focus_grammar", title: "Grammar"), Focus(id: "focus_tone", title: "Tone"),
    ])

  private func check(_ text: String) throws(AnswerFaults) -> (AssessmentVerdict, dropped: Int) {
    try AssessmentAnswer.verdict(in: text, for: request, rubric: Self.rubric)
  }

  private static let rubric: Rubric = {
    do { return try Rubric.standard() } catch { preconditionFailure("\(error)") }
  }()

  private func answer(
    grammar: String = "4", tone: String = "null", errors: String = ""
  ) -> String {
    """
    {"focuses":{"focus_tone":{"explanation":"Too short.","score":\(tone)},
    "focus_grammar":{"explanation":"Mind the past.","score":\(grammar)}},
    "errors":[\(errors)]}
    """
  }

  private func error(
    key: String = "grammar.past_time_present", quote: String = "I go", turn: String = "1"
  ) -> String {
    """
    {"key":"\(key)","focusId":"focus_grammar","quote":"\(quote)","message":"Say went.",
    "turn":\(turn),"severity":"high","suggestion":"I went"}
    """
  }

  @Test func aGoodAnswerIsAVerdictInTheOrderThatWasAsked() throws {
    let (verdict, dropped) = try check(answer(errors: error()))
    #expect(verdict.progress.map(\.focusId) == ["focus_grammar", "focus_tone"])
    #expect(verdict.progress.map(\.score) == [4, nil])
    let found = try #require(verdict.errors.first)
    #expect(found.focusId == "focus_grammar" && found.tags.isEmpty && dropped == 0)
    #expect(
      found.errors == [
        LanguageError(
          key: "grammar.past_time_present", message: "Say went.", severity: .high,
          suggestion: "I went", interactionId: "int_1", span: .init(start: 10, end: 14))
      ])
  }

  @Test func wordsAndFencesAroundTheObjectDoNoHarm() throws {
    let (verdict, _) = try check("Here it is:\n```json\n\(answer())\n```\nAnything else?")
    #expect(verdict.progress.map(\.score) == [4, nil])
  }

  @Test func anErrorThatTheLearnerDidNotMakeIsDroppedAndCounted() throws {
    let (verdict, dropped) = try check(
      answer(errors: [error(), error(quote: "I goed")].joined(separator: ",")))
    #expect(verdict.errors.flatMap(\.errors).count == 1 && dropped == 1)
  }

  @Test func anUnknownKeyIsKeptAndTagged() throws {
    let (verdict, _) = try check(answer(errors: error(key: "grammar.time_travel")))
    #expect(verdict.errors.map(\.tags) == [["unknown_error_key"]])
    #expect(verdict.errors.first?.errors.map(\.key) == ["grammar.time_travel"])
  }

  @Test func babbleIsCut() throws {
    let many = (0..<100).map { _ in error() }.joined(separator: ",")
    let (verdict, dropped) = try check(answer(errors: many))
    #expect(verdict.errors.flatMap(\.errors).count == 60 && dropped == 40)
  }

  @Test func controlCharactersOfAModelStayOut() throws {
    let text = answer().replacing("Mind the past.", with: "Mind\\u001b[2J the\\npast.")
    #expect(try check(text).0.progress[0].explanationText == "Mind [2J the past.")
  }

  @Test(arguments: [
    ("", "object"), ("no JSON", "object"), ("[1]", "object"), ("{\"focuses\":[", "object"),
    ("{}", "focuses must be an object"), (#"{"focuses":[]}"#, "focuses must be an object"),
    (#"{"focuses":{}}"#, "focus_grammar must be judged"),
    (#"{"focuses":{"focus_grammar":7}}"#, "focus_grammar must be judged"),
    (#"{"focuses":{},"errors":{}}"#, "errors must be an array"),
    (#"{"focuses":{"focus_grammar":{"score":3}},"errors":[]}"#, "explanation must be a sentence"),
  ])
  func aBrokenAnswerIsNone(_ text: String, _ fault: String) {
    #expect(fails(text, with: fault))
  }

  @Test(arguments: ["0", "11", "-3", "\"7\"", "true", "[7]", "1e9"])
  func aScoreOutsideTheScaleIsNone(_ score: String) {
    #expect(fails(answer(grammar: score), with: "score must be a number from 1 to 10"))
  }

  @Test func aFocusThatNobodyAskedForIsNoAnswer() throws {
    let more = answer().replacing(
      #"{"focuses":{"#, with: #"{"focuses":{"focus_charm":{"explanation":"x","score":99},"#)
    #expect(try check(more).0.progress.map(\.focusId) == ["focus_grammar", "focus_tone"])
  }

  @Test(arguments: [
    ("\"high\"", "\"fatal\"", "severity"), ("\"Say went.\"", "\"\"", "message"),
    ("\"grammar.past_time_present\"", "\"Bad Key!\"", "key"), ("\"I go\"", "7", "quote"),
  ])
  func anErrorMustBeWhole(_ part: String, _ instead: String, _ field: String) {
    #expect(fails(answer(errors: error().replacing(part, with: instead)), with: field))
  }

  private func fails(_ text: String, with fault: String) -> Bool {
    do throws(AnswerFaults) {
      _ = try check(text)
      return false
    } catch {
      return error.list.contains { $0.contains(fault) }
    }
  }
}
