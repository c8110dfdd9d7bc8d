import Testing

@testable import CoachLanguage

@Suite struct CueTests {
  @Test(arguments: [
    "How did I do?", "Any feedback?", "What could I improve?", "Can you rate my pitch?",
    "how was that", "Was that better?", "give me some feedback please", "Did I make any mistakes?",
    "What did you think?", "/feedback",
  ])
  func requestsForFeedback(text: String) {
    let cues = TurnCues(userText: text)
    #expect(cues.isFeedbackRequest)
    #expect(cues.skillAttempts.isEmpty && !cues.isSmallTalk)
  }

  @Test(arguments: [
    ("Let's practise a sales pitch.", "sales_pitch"),
    ("Can we do a mock interview?", "mock_interview"),
    ("I want to practice a salary negotiation", "negotiation"),
    ("I'd like to rehearse my presentation for Monday.", "presentation"),
    ("Let’s role-play a phone call", "phone_call"), ("Pretend you are my boss.", "roleplay"),
    ("Can you be the interviewer?", "mock_interview"),
    ("help me practise a difficult conversation", "difficult_conversation"),
    ("I'm ready to pitch my product", "sales_pitch"), ("let me tell you a story", "story"),
  ])
  func openingsOfTasks(text: String, task: String) {
    let cues = TurnCues(userText: text)
    #expect(cues.openedTask == task)
    #expect(cues.skillAttempts.isEmpty)
  }

  @Test(arguments: [
    "I don't want to practise a sales pitch.", "My interview went well yesterday.",
    "The presentation was long.", "We sell garden tools to small shops in the north.",
  ])
  func noOpenings(text: String) {
    #expect(TurnCues(userText: text).openedTask == nil)
  }

  @Test(arguments: [
    "That's it.", "End of pitch.", "Thanks, I'm done.", "Let's stop here.", "ok that's all",
    "That was my presentation, thank you for listening.", "the end",
  ])
  func endsOfTasks(text: String) {
    #expect(TurnCues(userText: text).closesTask)
  }

  @Test(arguments: [
    "hi", "Hello, how are you?", "thanks!", "lol", "ok", "yes", "Nice weather today.", "haha great",
    "👍", "Good morning!", "How was your weekend?", "I'm fine, thanks, and you?",
  ])
  func smallTalk(text: String) {
    let cues = TurnCues(userText: text)
    #expect(cues.isSmallTalk)
    #expect(cues.skillAttempts.isEmpty)
  }

  @Test(arguments: [
    "What does “leverage” mean?", "Can you explain the present perfect?",
    "How do I say that politely?",
    "Which is correct, in or on?", "Is it correct to say “more better”?",
    "What's the difference between say and tell?",
  ])
  func questionsToTheCoach(text: String) {
    let cues = TurnCues(userText: text)
    #expect(cues.isQuestionToCoach)
    #expect(cues.skillAttempts.isEmpty)
  }

  @Test(arguments: [
    "Change my focus to grammar, please.", "See you tomorrow!",
    "Can we move the session to Friday?",
    "Sorry, I have to go now.", "remind me tomorrow",
  ])
  func administration(text: String) {
    let cues = TurnCues(userText: text)
    #expect(cues.isAdministrative)
    #expect(cues.skillAttempts.isEmpty)
  }

  @Test(arguments: [
    (
      "Our app saves you two hours a week, and your customers get their answer at once.",
      "focus_persuasion"
    ),
    ("Could you please send me the signed contract by Friday?", "focus_assertiveness"),
    ("In my last job I led a team of five and we built a new shop in a month.", "focus_clarity"),
    ("The main reason is that it works without power, because it has a spring.", "focus_clarity"),
    (
      "I understand that you are upset, and I apologize for the delay with your order.",
      "focus_tone"
    ),
  ])
  func attempts(text: String, focus: String) {
    #expect(TurnCues(userText: text).skillAttempts.first == focus)
  }

  @Test func aRoleplayThatJustBegins() {
    let text =
      "Good morning, Mr Smith, thank you for seeing me. Our product cleans windows by itself."
    let cues = TurnCues(userText: text)
    #expect(cues.beginsRoleplay)
    #expect(!cues.skillAttempts.isEmpty)
    #expect(!TurnCues(userText: "Good morning!").beginsRoleplay)
  }

  @Test(arguments: [
    ("Great. Pitch me your product.", "sales_pitch"),
    ("Let's do a mock interview. Tell me about yourself.", "mock_interview"),
    ("Imagine I am your landlord.", "negotiation"),
  ])
  func theCoachOpens(text: String, task: String) {
    let cues = CoachCues(aiResponse: text)
    #expect(cues.openedTask == task)
    #expect(!cues.closesTask)
  }

  @Test(arguments: [
    "Great job overall! You were clear and calm.", "Here is my feedback: be shorter.",
    "That's the end of the interview.",
  ])
  func theCoachCloses(text: String) {
    #expect(CoachCues(aiResponse: text).closesTask)
  }

  @Test(arguments: [
    "Nicely done! The opening was strong. Next time, pause before you name the price.",
    "And cut! You stayed calm, and you asked for a date.",
    "Strong points: your numbers. Something to improve: the ask came late.",
    "Very good! You offered an alternative.",
  ])
  func theCoachClosesInItsOwnWords(text: String) {
    #expect(CoachCues(aiResponse: text).closesTask)
  }

  @Test(arguments: [
    "Well done! You named a number. What would you say if I refused?",
    "\u{201C}Great, you can start on Monday then.\u{201D}", "Good answer. And the price?",
  ])
  func praiseOnTheWayClosesNothing(text: String) {
    #expect(!CoachCues(aiResponse: text).closesTask)
  }

  @Test(arguments: [
    ("Let's rehearse it: I'm the client.", "sales_pitch"), ("Try it on me.", "practice"),
    ("Please begin.", "practice"), ("The floor is yours.", "practice"),
  ])
  func theCoachSetsAScene(text: String, task: String) {
    #expect(CoachCues(aiResponse: text).openedTask == task)
  }

  @Test(arguments: [
    "If you want, we can rehearse it.", "Want to try an exercise? We could do a mock call.",
    "Tell me more!", "Go ahead.",
  ])
  func anOfferOpensNothing(text: String) {
    #expect(CoachCues(aiResponse: text).openedTask == nil)
  }

  @Test func learnerAndCoachOpenATaskTogether() {
    let user = TurnCues(userText: "I have an interview on Monday, can you help me get ready?")
    #expect(user.openedTask == nil)
    let questions = CoachCues(aiResponse: "Sure. I'll ask you some questions: why this job?")
    #expect(user.taskOpened(with: questions) == "mock_interview")
    #expect(user.taskOpened(with: CoachCues(aiResponse: "Sleep well before it.")) == nil)
    #expect(TurnCues(userText: "It rains.").taskOpened(with: questions) == nil)
  }

  @Test(arguments: [
    "Roleplay: you are a waiter and I complain.", "Could we rehearse this once?",
    "Play a customs officer, please.", "Give me an exercise!",
  ])
  func practiceWithoutAName(text: String) {
    #expect(TurnCues(userText: text).openedTask != nil)
  }

  @Test(arguments: [
    "How can I practise my vowels?", "When can we practise again tomorrow?",
    "I never want to practise.",
  ])
  func talkOfPracticeOpensNothing(text: String) {
    #expect(TurnCues(userText: text).openedTask == nil)
  }

  @Test(arguments: [
    "By the way, did you see the game?", "That reminds me, do you know a good film?",
    "Can we talk about something else?", "btw whats for lunch?", "Let's talk about my holidays.",
  ])
  func newSubjects(text: String) {
    #expect(TurnCues(userText: text).changesSubject)
  }

  @Test(arguments: [
    "By the way, our machine also makes tea, and your team gets it for free.", "I see.",
    "My next point is the price.",
  ])
  func theSameSubject(text: String) {
    #expect(!TurnCues(userText: text).changesSubject)
  }

  @Test(arguments: [
    "sorry, can you repeat that?", "What does “lease” mean?", "Is it correct to say “on Monday”?",
  ])
  func questionsAboutWords(text: String) {
    #expect(TurnCues(userText: text).isAboutLanguage)
  }

  @Test(arguments: ["Was I too loud?", "was that too long?", "Is it convincing enough?"])
  func verdicts(text: String) {
    #expect(TurnCues(userText: text).isFeedbackRequest)
  }

  @Test func aPhraseMatchesByItsWords() {
    let table = PhraseTable<Int>([
      (1, "^ red|green ~ house"), (2, "blue * house $"), (3, "door"),
    ])
    func found(_ text: String) -> [Int] {
      var cues: [Int] = []
      table.forEach(in: CueText(text)) { cue, _ in cues.append(cue) }
      return cues
    }
    #expect(found("Red house") == [1] && found("ok, green old big house") == [1])
    #expect(found("The red house") == [] && found("Red one two three four house") == [])
    #expect(found("a blue old house.") == [2] && found("a blue old house there") == [])
    #expect(found("a blue house") == [] && found("Red. House") == [])
    #expect(found("door, door") == [3, 3] && found("") == [])
  }

  @Test(arguments: ["I see.", "Good point. What did the customer say?", "Nice! And then?"])
  func theCoachGoesOn(text: String) {
    let cues = CoachCues(aiResponse: text)
    #expect(cues.openedTask == nil && !cues.closesTask)
  }
}
