import CoachJSONL
import CoachLanguage

/// Puts the reply to one turn together.
struct RulesReply {
  private let turn: ChatTurn
  private let reading: TurnReading
  private let task: String?
  private let choice: Choice
  private let analyzer: TextAnalyzer

  init(_ turn: ChatTurn, analyzer: TextAnalyzer) {
    self.turn = turn
    self.analyzer = analyzer
    reading = TurnReading(turn.userText, analyzer: analyzer)
    task = turn.task ?? TaskThread.open(in: turn.history)
    choice = Choice(turn)
  }

  /// The reply: two to four sentences.
  var words: String {
    switch turn.command {
    case .task: opening(turn.task ?? "")
    case .done: closing
    case .feedback: feedback
    case .quit: goodbye
    case nil: conversation
    }
  }

  private var conversation: String {
    let cues = reading.cues
    if Emergency.isTold(in: reading.words) { return Emergency.reply }
    if reading.isUnknownCommand { return SmallTalk.commands }
    if !reading.isReadable { return join([SmallTalk.unreadable(reading.text), question]) }
    // In the order of coach-filter, so that both end a task at the same turn.
    if cues.isFeedbackRequest { return feedback }
    if let name = cues.openedTask, task == nil { return opening(name) }
    if task != nil { return cues.closesTask ? closing : inScene }
    if cues.isAdministrative { return join([fault, SmallTalk.administration(reading.words)]) }
    if cues.isQuestionToCoach { return answer }
    if cues.isSmallTalk, let reply = smallTalk { return reply }
    if let mood, mood.isHeavy {
      return join([
        choice.one(of: mood.reactions), mood.isGrave ? nil : recast(withReason: false),
        choice.unused(of: Mood.gentleQuestions),
      ])
    }
    let remark = remark
    return join([
      greeting, mood.map { choice.one(of: $0.reactions) }, recast(withReason: remark == nil),
      remark, question,
    ])
  }

  /// Whoever begins with a greeting is greeted.
  private var greeting: String? {
    let words = reading.words.prefix(2).map(String.init)
    let isGreeting =
      ["hello", "hi", "hey"].contains(words.first ?? "")
      || ["good morning", "good afternoon", "good evening"].contains(words.joined(separator: " "))
    guard turn.history.isEmpty, isGreeting else { return nil }
    return choice.one(of: ["Hello!", "Hello, and welcome."])
  }

  /// The reply to a question that is put to the coach: an error in it that is found goes first.
  private var answer: String {
    guard let fault else { return SmallTalk.explanation(reading.words) }
    return join([fault, choice.unused(of: SmallTalk.afterCorrection)])
  }

  // MARK: Parts

  private func recast(withReason: Bool) -> String? {
    Recast(of: reading, analyzer: analyzer).map {
      choice.one(of: $0.sentences(withReason: withReason))
    }
  }

  /// The gravest error of the turn, said the right way where that is sure.
  private var fault: String? {
    if let recast = recast(withReason: true) { return recast }
    let errors = reading.analysis.findings.filter(Recast.isError)
    return errors.max { $0.severity < $1.severity }.flatMap(Remark.advice)
  }

  private var mood: Mood? { Mood(in: reading.words) }

  /// One strength or one thing to try, on the active focuses first; a few words of attention where
  /// rules have nothing to say.
  private var remark: String? {
    let focuses = turn.learner.focuses
    if let seen = Remark.observation(of: reading, focuses: focuses, choice: choice) { return seen }
    let isTipDue = turn.number % (reading.cues.skillAttempts.isEmpty ? 3 : 2) == 0
    if isTipDue, reading.analysis.wordCount >= 6,
      let tip = Remark.tip(on: focuses.first, choice: choice)
    {
      return tip
    }
    let isSaidEnough = mood != nil || Recast(of: reading, analyzer: analyzer) != nil
    return isSaidEnough ? nil : choice.one(of: Remark.attention)
  }

  /// One about what the turn speaks of, while there are any; then one that suits any turn, or any
  /// story.
  private var question: String {
    let own = Topic.of(reading.words)?.questions.filter(choice.isUnsaid) ?? []
    guard own.isEmpty else { return choice.unused(of: own) }
    let stories = Topic.isPast(reading.words) ? Topic.storyQuestions : []
    return choice.unused(of: stories + Topic.anyQuestions)
  }

  private var smallTalk: String? {
    SmallTalk.reply(
      to: reading.words, isFirst: turn.number == 1, learner: turn.learner, choice: choice,
      question: question)
  }

  // MARK: Scenes

  private func opening(_ name: String) -> String { PracticeScene.named(name).opening }

  private var inScene: String {
    let scene = PracticeScene.named(task ?? "")
    if PracticeScene.isCallForHelp(reading.words) {
      return join([recast(withReason: false), choice.unused(of: PracticeScene.encouragement)])
    }
    let aside =
      recast(withReason: false)
      ?? Remark.observation(of: reading, focuses: turn.learner.focuses, choice: choice)
      ?? Remark.observation(of: reading, focuses: [], choice: choice)
    let heard = Set(reading.words + turn.history.flatMap { Words.of($0.userText) })
    return join([aside, choice.next(of: scene.prompts(where: heard.contains))])
  }

  /// What a closing begins with.
  static let closingWords = "That's the end of the "

  private var closing: String {
    guard let task else {
      return "No scene is open just now. /task NAME opens one; or shall we go on talking?"
    }
    let end = Self.closingWords + PracticeScene.title(of: task)
    let texts = TaskThread.turns(in: turn.history)
    guard !texts.isEmpty else {
      return "\(end). There was too little to say anything about it yet; shall we try another one?"
    }
    let review = PracticeFeedback(of: texts, turn: turn, analyzer: analyzer, choice: choice)
    return join(["\(end); here is my feedback in short.", review.strength, review.nextStep])
  }

  /// A request for feedback ends the scene, whatever there is to say.
  private var feedback: String {
    let end = task.map { "We leave the \(PracticeScene.title(of: $0)) here." }
    let texts =
      task == nil ? TaskThread.words(in: turn.history) : TaskThread.turns(in: turn.history)
    guard !texts.isEmpty else { return join([end, another ?? Self.nothingYet]) }
    let review = PracticeFeedback(
      of: Array(texts.suffix(6)), turn: turn, analyzer: analyzer, choice: choice)
    return join([end, "Here is what I noticed.", review.strength, review.nextStep])
  }

  private static let nothingYet =
    "There is nothing to give feedback on yet. Tell me something first, in three or four "
    + "sentences: what are you preparing for?"

  /// What is said to somebody who asks for more feedback on the same words; nil where there was none.
  private var another: String? {
    let texts = TaskThread.reviewed(in: turn.history).suffix(6)
    guard !texts.isEmpty else { return nil }
    let review = PracticeFeedback(
      of: Array(texts), turn: turn, analyzer: analyzer, choice: choice, isSecond: true)
    return "There is nothing new since my last feedback, so here is one more thing. "
      + review.nextStep
  }

  private var goodbye: String {
    let texts = TaskThread.words(in: turn.history).suffix(6)
    guard texts.count > 1 else { return "Until next time!" }
    let review = PracticeFeedback(of: Array(texts), turn: turn, analyzer: analyzer, choice: choice)
    return join(["Thank you for practising.", review.nextStep, "Until next time!"])
  }

  private func join(_ sentences: [String?]) -> String {
    sentences.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
