import CoachJSONL
import CoachLanguage
import Testing

@testable import CoachProvider

/// That the coach says nothing which is not true, kind or helpful.
@Suite struct RulesReplyTests {
  private func reply(_ text: String, _ change: (inout ChatTurn) -> Void = { _ in }) -> String {
    RulesChatAgentTests.reply(text, change)
  }

  /// The replies to texts in one session; a text that begins with a slash is the command.
  private func session(_ texts: [String], id: String = "sess_1") -> [String] {
    var history: [ChatExchange] = []
    for (index, text) in texts.enumerated() {
      var exchange = ChatExchange(userText: text, aiResponse: "")
      switch text.split(separator: " ").first {
      case "/task": (exchange.command, exchange.task) = (.task, String(text.dropFirst(6)))
      case "/done": exchange.command = .done
      case "/feedback": exchange.command = .feedback
      default: break
      }
      exchange.aiResponse = reply(text) { turn in
        turn.sessionId = id
        turn.number = index + 1
        turn.command = exchange.command
        turn.task = exchange.task
        turn.history = history.suffix(12)
      }
      history.append(exchange)
    }
    return history.map(\.aiResponse)
  }

  // MARK: Corrections

  @Test(arguments: [
    "He go to school each morning and she like it.", "She have a cook since six years.",
    "The informations are late.", "She think that he must to wait.",
  ])
  func noWholeSentenceIsVouchedForWhereRulesMayHaveMissedAnError(_ text: String) {
    let reply = reply(text)
    let words = text.dropLast().split(separator: " ")
    let ending = words.suffix(2).joined(separator: " ")
    #expect(reply.contains("instead of"), "\(reply)")
    #expect(!reply.contains(ending + "."), "\(reply)")
  }

  @Test(arguments: ["Hello, I am Ana and I work in a bank.", "Good morning, my name is Ana."])
  func whoeverBeginsWithAGreetingIsGreeted(_ text: String) {
    #expect(reply(text).hasPrefix("Hello"), "\(reply(text))")
  }

  @Test func anErrorIsAnsweredInAQuestionToTheCoach() {
    let answer = reply("Please correct: I have went home.")
    #expect(answer.contains("\u{201C}gone\u{201D}"), "\(answer)")
    #expect(!answer.contains("beyond"), "\(answer)")
    #expect(reply("Could you correct my sentences?").contains("Tell me something first"))
    #expect(reply("What time is it?").contains("no clock"))
  }

  @Test func aMisspelledWordIsNamedWithTheRightOneOrNotAtAll() {
    func finding(_ suggestion: String?) -> Finding {
      Finding(
        key: "spelling.unknown_word", focusId: "focus_grammar", severity: .medium,
        message: "\u{201C}recieve\u{201D} is not in the dictionary.", suggestion: suggestion,
        span: 0..<7, replacement: nil)
    }
    #expect(Remark.advice(on: finding("receive"))?.contains("\u{201C}receive\u{201D}?") == true)
    #expect(Remark.advice(on: finding(nil)) == nil)
    let reply = reply("We recieve many letters at the office.") {
      $0.learner.focuses = [ChatFocus(id: "focus_grammar", title: "Grammar")]
    }
    #expect(reply.contains("receive"), "\(reply)")
    #expect(!reply.contains("On grammar: \u{201C}recieve"), "\(reply)")
  }

  @Test func wordsWithAnErrorInThemAreNotPraised() {
    let reply = reply("I am a cook since six years.")
    #expect(!reply.contains("keep that"), "\(reply)")
  }

  // MARK: Feelings

  @Test(arguments: [
    "I'm feeling sad because my cat died on Sunday.",
    "My uncle passed away, so we went to the funeral because we loved him.",
    "I was fired this week because the shop closes.",
  ])
  func badNewsIsMetWithSympathyAndNothingElse(_ text: String) {
    let reply = reply(text) {
      $0.learner.focuses = [ChatFocus(id: "focus_fluency", title: "Fluency")]
    }
    #expect(reply.contains("sorry"), "\(reply)")
    for word in ["keep that", "helps your", "linked", "instead of", "One thing to try"] {
      #expect(!reply.contains(word), "\(reply)")
    }
    #expect(Mood.gentleQuestions.contains { reply.hasSuffix($0) }, "\(reply)")
  }

  @Test(arguments: [
    "I want to kill myself.", "I want to die, nobody loves me.", "My boss hits me.",
    "I just don't want to live anymore.", "I wish I was dead.", "I have suicidal thoughts.",
    "My husband beats me and I is afraid.", "My father has always hit me at home.",
    "I was beaten by my uncle.", "I am being abused at work.", "My boss he beat me with a stick.",
    "He hits me in front of the children.", "I\u{2019}m thinking about suicide. How did I do?",
  ])
  func anEmergencyIsMetPlainlyAndWithNothingElse(_ text: String) {
    #expect(reply(text) == Emergency.reply)
    let inScene = reply(text) { turn in
      turn.history = [
        ChatExchange(userText: "/task", aiResponse: "", command: .task, task: "job interview")
      ]
    }
    #expect(inScene == Emergency.reply)
    #expect(!Emergency.reply.contains("?"))
  }

  @Test(arguments: [
    "I'm dying to see it.", "We played cards to kill time.", "You are killing it today!",
    "I am dead tired.", "My sister beats me at chess.", "My boss hit me with a new deadline.",
    "He kicked me out of the group.", "I don't want to live in Paris anymore.",
    "I want to die of embarrassment.", "My brother beat me in the race.", "I was hit by a car.",
    "She hit me up on Monday.", "My boss doesn't hit me.", "The news hit me hard.",
    "I hurt myself at football.", "I watched Suicide Squad.", "My phone died.",
  ])
  func aWayOfSpeakingIsNoEmergency(_ text: String) {
    #expect(reply(text) != Emergency.reply)
  }

  @Test func noFeedbackPraisesHowAnEmergencyWasTold() {
    let replies = session(["I want to kill myself, nobody loves me.", "/feedback"])
    #expect(replies[1].contains("nothing to give feedback on"), "\(replies[1])")
  }

  @Test func aFeelingIsAnsweredBeforeACorrection() throws {
    let reply = reply("I am so happy that she can speaks French.")
    let mood = try #require(Mood(in: Words.of("I am so happy")))
    #expect(mood.reactions.contains { reply.hasPrefix($0) }, "\(reply)")
    #expect(reply.contains("\u{201C}speak\u{201D} instead of"), "\(reply)")
  }

  // MARK: Questions

  @Test func sessionsDoNotAllBeginWithTheSameQuestion() {
    let openings = (0..<30).map { number in
      session(["I am interested in old maps."], id: "sess_\(number)")[0]
    }
    #expect(Set(openings).count >= 6)
    #expect(!openings.contains { $0.contains("What happened next?") })
  }

  @Test func noQuestionComesAgainBeforeTheListIsThrough() {
    let count = Topic.anyQuestions.count
    let replies = session(Array(repeating: "It is a rather long way up there.", count: count))
    for question in Topic.anyQuestions {
      #expect(replies.count { $0.contains(question) } == 1, "\(question)")
    }
  }

  @Test func onlyWhatHappenedIsAskedToGoOn() {
    for number in 0..<40 {
      let reply = session(["Good evening, a table for four please."], id: "s\(number)")[0]
      #expect(!Topic.storyQuestions.contains { reply.contains($0) }, "\(reply)")
      #expect(!reply.contains("best moment"), "\(reply)")
    }
    #expect(Topic.isPast(Words.of("We walked home")))
    #expect(!Topic.isPast(Words.of("I need speed")))
    #expect(!Topic.isPast(Words.of("I am very interested in maps")))
  }

  @Test func nothingIsSaidToBeUnderstood() {
    for number in 0..<20 {
      let reply = session(["He suggested me to leave."], id: "s\(number)")[0]
      #expect(!reply.contains("nderst") && !reply.contains("follow you"), "\(reply)")
    }
  }

  // MARK: Feedback

  @Test func feedbackCountsNeitherWordsNorASingleTurn() {
    let replies = session([
      "We opened the shop at nine.", "/feedback", "It rained all day long.", "/done",
    ])
    for reply in replies {
      #expect(!reply.contains("1 turns") && !reply.contains("of 1") && !reply.contains("words in"))
    }
    #expect(replies[1].contains("I noticed"), "\(replies[1])")
  }

  @Test func feedbackIsOnWhatWasSaidSinceTheLast() {
    let replies = session([
      "She can speaks with our guests about the rooms.", "/feedback", "How was I?", "/feedback",
      "We opened a second house by the sea.", "/feedback",
    ])
    #expect(replies[1].contains("base form"), "\(replies[1])")
    #expect(replies[2].contains("nothing new"), "\(replies[2])")
    #expect(replies[3].contains("nothing new"), "\(replies[3])")
    #expect(replies[2] != replies[3] && !replies[2].contains("base form"), "\(replies[2])")
    #expect(replies[5].contains("I noticed") && !replies[5].contains("base form"), "\(replies[5])")
  }

  @Test(arguments: ["/feedback", "How did I do?"])
  func aRequestForFeedbackEndsTheScene(_ request: String) {
    for opening in ["/task sales_pitch", "Can we practise a sales pitch?"] {
      let replies = session([
        opening, "Our lamps save you half of your bill each month.", request,
        "It is a rather long way up there.", "/done",
      ])
      #expect(replies[2].contains("We leave the sales pitch here."), "\(replies[2])")
      let prompts = PracticeScene.named("sales_pitch").prompts
      #expect(!prompts.contains { replies[3].contains($0) }, "\(replies[3])")
      #expect(replies[4].contains("No scene is open"), "\(replies[4])")
    }
  }

  @Test func aFocusOfTheLearnersOwnGetsANextStepToo() {
    let answer = reply("/feedback") { turn in
      turn.command = .feedback
      turn.learner.focuses = [ChatFocus(id: "f_mine", title: "Calm answers")]
      turn.history = [ChatExchange(userText: "We opened the shop at nine.", aiResponse: "I see.")]
    }
    #expect(FocusTips.tips(for: "focus_clarity").contains { answer.hasSuffix($0) }, "\(answer)")
  }

  @Test func aSceneThatHasHardlyBegunIsLeftToo() {
    let replies = session(["/task story", "/feedback"])
    #expect(replies[1].hasPrefix("We leave the story here. There is nothing to give"))
  }

  // MARK: Scenes

  @Test func aCallForHelpInASceneGetsHelpAndNoPraise() {
    let replies = session([
      "/task sales_pitch", "Please help me, I have no idea what to say?", "/feedback",
    ])
    #expect(PracticeScene.encouragement.contains(replies[1]), "\(replies[1])")
    #expect(!replies[2].contains("keep that"), "\(replies[2])")
  }

  @Test func aSceneIsKnownByItsShortNameAndAnotherSaysItsName() {
    #expect(PracticeScene.named("pitch").opening == PracticeScene.named("sales_pitch").opening)
    #expect(
      PracticeScene.named("interview").opening == PracticeScene.named("mock_interview").opening)
    #expect(PracticeScene.named("toast_for_a_wedding").opening.contains("toast for a wedding"))
  }
}
