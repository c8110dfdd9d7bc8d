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

  @Test(arguments: ["I see.", "Good point. What did the customer say?", "Nice! And then?"])
  func theCoachGoesOn(text: String) {
    let cues = CoachCues(aiResponse: text)
    #expect(cues.openedTask == nil && !cues.closesTask)
  }
}
