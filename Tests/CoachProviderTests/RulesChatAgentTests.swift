import CoachJSONL
import CoachLanguage
import Synchronization
import Testing

@testable import CoachProvider

@Suite struct RulesChatAgentTests {
  static let agent = RulesChatAgent()

  static func reply(_ text: String, _ change: (inout ChatTurn) -> Void = { _ in }) -> String {
    var turn = ChatTurn(sessionId: "sess_1", number: 2, userText: text)
    change(&turn)
    return agent.immediateReply(to: turn) ?? ""
  }

  @Test(arguments: [
    ("She can speaks French very well.", "She can speak French very well."),
    ("I like the sea. She can swims well. It was fun.", "\u{201C}She can swim well.\u{201D}"),
    ("The informations are wrong.", "\u{201C}information\u{201D} instead of"),
    ("We met the goverment people on Tuesday.", "government"),
  ])
  func saysASureErrorTheRightWayRound(_ text: String, _ right: String) {
    let reply = Self.reply(text)
    #expect(reply.contains(right), "\(reply)")
    #expect(reply.hasSuffix("?"), "\(reply)")
  }

  @Test(arguments: [
    "We finished the report yesterday, and the client liked it.",
    "My sister and I have lived in Lisbon for three years.",
    "If it rains tomorrow, we will meet at the station instead.",
    "Could you tell me what the price includes?",
    "gonna be late, sorry, the bus didn't come lol",
  ])
  func leavesCleanTextAlone(_ text: String) {
    let reply = Self.reply(text)
    for opening in ["I'd say:", "reads better as", "A small fix", "I'd write"] {
      #expect(!reply.contains(opening), "\(reply)")
    }
    #expect(reply.contains("?"), "\(reply)")
  }

  @Test func doesNotCallASentenceRightThatItCannotMend() {
    let reply = Self.reply("The goverment blorfted our plan.")
    #expect(!reply.contains("blorfted our plan"), "\(reply)")
    #expect(reply.contains("government"), "\(reply)")
  }

  @Test func answersCasualWordsCasually() {
    let replies = ["hi", "thanks!", "lol", "ok", "how are you?", "bye"].map { Self.reply($0) }
    for reply in replies {
      #expect(reply.count < 160, "\(reply)")
      #expect(!reply.contains("I'd say"), "\(reply)")
    }
    #expect(Set(replies).count == replies.count)
  }

  @Test func theSameTurnGetsTheSameReplyFromAnyAgent() {
    for text in ["hello", "I have a idea.", "/foo", "We won the contract because we were first."] {
      let turn = ChatTurn(sessionId: "sess_9", number: 4, userText: text)
      #expect(RulesChatAgent().immediateReply(to: turn) == Self.agent.immediateReply(to: turn))
    }
  }

  @Test func theReplyIsShownAsItIsGiven() async {
    let turn = ChatTurn(sessionId: "s", number: 1, userText: "We sold the old car last week.")
    let shown = Mutex("")
    let reply = await Self.agent.reply(to: turn) { piece in shown.withLock { $0 += piece } }
    #expect(reply.text == shown.withLock { $0 })
    #expect(reply.text == Self.agent.immediateReply(to: turn) && reply.runs.isEmpty)
  }

  @Test func asksNoQuestionTwiceInALongSession() {
    var history: [ChatExchange] = []
    var questions: [String] = []
    for number in 1...40 {
      let text = "Then we walked to the harbour and looked at the boats number \(number)."
      let reply = Self.reply(text) { turn in
        turn.number = number
        turn.history = history.suffix(12)
      }
      let question = reply.split(separator: ".").last.map(String.init) ?? ""
      #expect(!questions.suffix(12).contains(question), "\(number): \(reply)")
      questions.append(question)
      history.append(ChatExchange(userText: text, aiResponse: reply))
    }
  }

  @Test(arguments: [
    "\u{1F469}\u{200D}\u{1F680}\u{1F44D}\u{1F3FD}", "...", "?", "\u{200B}",
    "a\u{301}\u{302}\u{303}",
    "\u{202E}abc", "\r\n\r\nI goed\r\nhome", "{\"role\":\"system\"}", "'", "\u{0}\u{1}",
    "日本語のテキスト", "Мне нужна помощь", String(repeating: "word ", count: 60_000),
    String(repeating: "x", count: 200_000), String(repeating: "She can speaks. ", count: 5_000),
    String(repeating: "\u{1F600}", count: 20_000), "I" + String(repeating: "\u{301}", count: 9_000),
  ])
  func standsAnyText(_ text: String) {
    let reply = Self.reply(text)
    #expect(!reply.isEmpty)
    #expect(reply.count < 700)
  }
}

@Suite struct RulesChatAgentSceneTests {
  private func reply(_ text: String, _ change: (inout ChatTurn) -> Void = { _ in }) -> String {
    RulesChatAgentTests.reply(text, change)
  }

  @Test(arguments: PracticeScene.names)
  func aTaskSetsItsScene(_ name: String) {
    let opening = reply("/task \(name)") { turn in
      turn.command = .task
      turn.task = name
    }
    #expect(opening == PracticeScene.named(name).opening)
    #expect(CoachCues(aiResponse: opening).openedTask != nil, "\(opening)")
  }

  @Test func anUnknownTaskIsSetByTheLearner() {
    let opening = reply("/task quarterly review") { turn in
      turn.command = .task
      turn.task = "quarterly_review"
    }
    #expect(opening.contains("quarterly review"))
  }

  @Test func wordsOpenASceneAndCloseIt() {
    let ask = "Can we practise a sales pitch?"
    let opening = reply(ask)
    #expect(opening == PracticeScene.named("sales_pitch").opening)
    var history = [ChatExchange(userText: ask, aiResponse: opening)]
    let first = reply("Our maps show every bench in the city, so your guests find a seat.") {
      $0.history = history
    }
    #expect(PracticeScene.named("sales_pitch").prompts.contains { first.hasSuffix($0) }, "\(first)")
    history.append(
      ChatExchange(
        userText: "Our maps show every bench in the city, so your guests find a seat.",
        aiResponse: first))
    let closing = reply("That's it, end of pitch.") { $0.history = history }
    #expect(closing.contains("end of the sales pitch"), "\(closing)")
    #expect(CoachCues(aiResponse: closing).closesTask, "\(closing)")
  }

  @Test func thePriceIsNotAskedOfSomebodyWhoNamedIt() {
    let prompts = PracticeScene.named("sales_pitch").prompts { $0 == "euros" }
    #expect(prompts.count == PracticeScene.named("sales_pitch").prompts.count - 1)
    #expect(!prompts.contains { $0.contains("cost me") })
  }

  @Test func feedbackNamesOneStrengthAndOneNextStep() {
    let said = [
      "She can speaks with our customers about the new plan.",
      "He can speaks with the team about it on Friday.",
    ]
    let answer = reply("/feedback") { turn in
      turn.command = .feedback
      turn.history = said.map { ChatExchange(userText: $0, aiResponse: "I see.") }
    }
    #expect(!answer.contains("review") && !answer.contains("follows"), "\(answer)")
    #expect(answer.contains("came up 2 times"), "\(answer)")
    #expect(reply("/feedback") { $0.command = .feedback }.contains("nothing to give feedback on"))
  }

  @Test func aGreetingRemembersFocusAndLastError() {
    let welcome = reply("Hello!") { turn in
      turn.number = 1
      turn.learner = ChatLearner(
        focuses: [ChatFocus(id: "focus_tone", title: "Tone")],
        recentErrors: [
          LanguageError(
            key: "grammar.articles", message: "A noun lacked its article.", severity: .low)
        ])
    }
    #expect(welcome.contains("tone") && welcome.contains("A noun lacked its article."))
  }

  @Test func advisesOnTheActiveFocus() {
    let advice = reply("We moved the desks into the other room this morning.") { turn in
      turn.number = 6
      turn.learner.focuses = [ChatFocus(id: "focus_clarity", title: "Clarity", level: 5)]
    }
    #expect(advice.contains("clarity"), "\(advice)")
  }

  @Test func ordinaryWordsNeitherOpenNorCloseATask() {
    let words =
      Topic.anyQuestions + Topic.storyQuestions + Remark.attention + Mood.gentleQuestions
      + PracticeScene.encouragement + SmallTalk.afterCorrection
      + ["work", "customer", "audience", "interview", "trip", "friend", "food", "exam", "music"]
      .flatMap { Topic.of([Substring($0)])?.questions ?? [] }
      + DefaultFocus.catalog.flatMap { FocusTips.tips(for: $0.id) }
    #expect(words.count > 90)
    for sentence in words {
      let cues = CoachCues(aiResponse: sentence)
      #expect(cues.openedTask == nil && !cues.closesTask, "\(sentence)")
    }
    for name in PracticeScene.names {
      for prompt in PracticeScene.named(name).prompts {
        #expect(!CoachCues(aiResponse: prompt).closesTask, "\(prompt)")
      }
    }
  }

  @Test func aFeelingIsHeardOnlyWhereItIsTheLearnersOwn() {
    for text in [
      "I\u{2019}m really nervous about it", "I felt a bit tired", "I have been feeling lonely here",
      "I'm feeling sad", "My aunt passed away in spring",
      "I cannot work because my father died", "I woke up and my sister is in the hospital",
    ] {
      #expect(Mood(in: Words.of(text)) != nil, "\(text)")
    }
    for text in [
      "I am not nervous", "The nervous dog barked", "nervous", "I have a sad story for my niece",
      "My phone died at noon", "I work in the hospital", "We sell cancer drugs",
      "I was fired up by her speech", "The king died in the second act",
    ] {
      #expect(Mood(in: Words.of(text)) == nil, "\(text)")
    }
  }
}
