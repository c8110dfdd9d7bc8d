/// Cheap cues about what the coach's reply does to a task.
public struct CoachCues: Sendable {
  /// The name of the task that the reply opens: "Pitch me your product." Nil where it opens none.
  public let openedTask: String?
  /// Whether the reply closes a task with feedback: "Great job overall!"
  public let closesTask: Bool

  public init(aiResponse: String) {
    let text = CueText(aiResponse)
    var opened: String?
    var opener: Range<Int>?
    var closes = false
    Self.table.forEach(in: text) { cue, place in
      switch cue {
      case .task(let name): opened = opened ?? name
      case .opener: opener = opener ?? place
      case .close: closes = true
      }
    }
    if let opener, opened == nil {
      let end = text.words[opener.lowerBound...].firstIndex(of: 0) ?? text.words.count
      opened =
        TaskNames.first(in: text, range: opener.lowerBound..<end)
        ?? TaskNames.first(
          in: text, range: opener.lowerBound..<end, table: TaskNames.roles)
    }
    // Feedback ends what was; what it offers next is no task before the learner agrees.
    openedTask = closes ? nil : opened
    closesTask = closes
  }

  private enum Cue: Sendable {
    case task(String)
    case opener
    case close
  }

  private static let table = PhraseTable<Cue>([
    (
      .task("sales_pitch"),
      """
      ^ pitch me
      ^ pitch your|it
      ^ sell me|it
      give|tell|show me your pitch
      give me your elevator|sales pitch
      start|begin|deliver your pitch
      ^ convince me
      go ahead and pitch
      """
    ),
    (
      .task("mock_interview"),
      "^ tell me about yourself\nwhy do you want this job\nwhy should we hire you"
    ),
    (.task("presentation"), "start|begin|deliver your presentation\npresent ~ to me"),
    (.task("story"), "tell me a|your|the story\n^ tell me about a time"),
    (
      .opener,
      """
      lets do|start|begin|practise|practice|try|roleplay|rehearse|run|simulate|play
      imagine you|youre|im|i|that|we
      pretend you|youre|im|i|that|to
      ill be|play the|a|an|your
      i will be|play the|a|an|your
      im the|your interviewer|customer|client|manager|boss
      you are the|a candidate|seller|salesperson|manager|speaker
      ready for the|your|a
      here is|heres|welcome to the|your|a scenario|mock|role|situation
      welcome to the|your|this mock|interview|role
      your task is
      """
    ),
    (
      .close,
      """
      great|good|nice|excellent|fantastic|solid job|work|effort overall
      ^ overall you|your|that|it|this
      here is|heres|are my|some|your|a ~ feedback
      some|my|quick|detailed feedback on
      thats|that is the end of
      that concludes|wraps
      this concludes|ends
      end of the interview|pitch|roleplay|exercise|task|negotiation|presentation
      you did a|an great|good|nice|excellent|fantastic|solid job
      lets review|debrief how|what|your|that
      to sum up your
      weve|we have finished|completed|reached the|our|this
      your score
      what you did well
      what went well
      well done on completing|finishing|your
      """
    ),
  ])
}
