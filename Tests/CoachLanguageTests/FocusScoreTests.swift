import Testing

@testable import CoachLanguage

@Suite struct FocusScoreTests {
  private func value(_ focus: String, _ text: String) -> Double? {
    TextAnalyzer(suggestions: false).analyze(text).score(for: focus)?.value
  }

  /// For each focus a text that does well and one that does not.
  @Test(arguments: [
    (
      "focus_grammar", "She has worked here for ten years and likes her job.",
      "She have work here since ten years and like she job."
    ),
    (
      "focus_assertiveness",
      "I need you to send the figures by Friday, because the board meets then.",
      "Sorry to bother you, I guess maybe someone could perhaps send the figures."
    ),
    (
      "focus_conciseness", "We moved the meeting because the room was full, so come at noon.",
      "Due to the fact that the room was full, we moved the meeting at this point in time."
    ),
    (
      "focus_tone", "Thank you for your patience while we look into the order.",
      "As you should know, it is your fault that you always lose orders."
    ),
    (
      "focus_persuasion",
      "Our service saves 20 minutes a day, so you can see more clients. Shall we start on Monday?",
      "Our app has a database and it is world class, so let me know if you are interested."
    ),
    (
      "focus_fluency", "We stayed at home because it rained. After that, we went out.",
      "So basically we, um, stayed, like, at home and, you know, it rained."
    ),
    (
      "focus_clarity", "First, we plan the trip. Then we buy tickets, for example by train.",
      "What I want to say is that we made a decision about stuff like that sometime soon."
    ),
    (
      "focus_word_choice", "I led the team that launched the new garden in Lyon.",
      "At the end of the day we must think outside the box and do the needful."
    ),
  ])
  func goodTextsScoreAboveFaultyOnes(focus: String, good: String, faulty: String) throws {
    let (high, low) = (try #require(value(focus, good)), try #require(value(focus, faulty)))
    #expect(high >= low + 1.5, "\(high) \(low)")
    #expect((1...10).contains(high) && (1...10).contains(low))
  }

  @Test func shortTextsAreNotJudged() {
    #expect(value("focus_grammar", "He go home") == nil)
    #expect(value("focus_grammar", "He go home now") != nil)
    #expect(value("focus_persuasion", "It saves you two hours a day.") == nil)
    #expect(value("focus_nothing", "A text that is long enough for anything to be judged.") == nil)
  }

  @Test func evidenceNamesTheWordsAndTheNextStep() throws {
    let analysis = TextAnalyzer().analyze("He work in a bank in the city.")
    let score = try #require(analysis.score(for: "focus_grammar"))
    #expect(score.evidence.contains("“work”"))
    #expect(score.nextStep.contains("works"))
    #expect(score.value == (score.value * 10).rounded() / 10)
  }

  @Test func moreErrorsScoreLower() throws {
    let texts = [
      "She likes the work and her friends help her every day.",
      "She like the work and her friends help her every day.",
      "She like the work and her friends helps her every days.",
    ]
    let values = try texts.map { try #require(value("focus_grammar", $0)) }
    #expect(values[0] > values[1] && values[1] > values[2])
  }
}
