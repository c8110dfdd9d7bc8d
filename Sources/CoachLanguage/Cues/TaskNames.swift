/// The tasks that a session can practise, by the words that name them.
enum TaskNames {
  static let table = PhraseTable<String>([
    (
      "sales_pitch",
      "sales pitch\nelevator pitch\npitch|pitching\nsell|selling\nproduct demo\ncold|sales call|calls"
    ),
    (
      "mock_interview",
      "mock interview\njob interview\ninterview|interviewing|interviewer\nrecruiter"
    ),
    (
      "negotiation",
      "negotiate|negotiating|negotiation\nsalary talk|conversation\nask|asking ~ for a raise\nraise"
    ),
    ("presentation", "presentation|presentations|presenting\nkeynote|talk|slides"),
    ("speech", "speech|toast|eulogy"),
    ("debate", "debate|debating"),
    ("story", "story|storytelling|anecdote"),
    ("meeting", "meeting|standup\nstand up meeting\none on one"),
    ("difficult_conversation", "difficult|hard|tough conversation|talk\ngiving feedback\nconflict"),
    ("performance_review", "performance review\nappraisal"),
    ("phone_call", "phone|customer|support call|calls\nphone conversation|conversations"),
    ("email", "email|emails\ncover letter"),
    ("introduction", "introduce|introducing myself|yourself\nself introduction\nsmall talk"),
    ("roleplay", "role play|playing|plays\nroleplay|roleplaying|roleplays\nscenario"),
  ])

  /// Parts that are played, and the task that they belong to.
  static let roles = PhraseTable<String>([
    ("mock_interview", "interviewer|recruiter\nhiring manager\nhr manager"),
    (
      "sales_pitch", "customer|client|buyer|investor|prospect|investors|shopper\nventure capitalist"
    ),
    ("negotiation", "landlord|seller|vendor|supplier|dealer|landlady"),
    ("presentation", "audience|board"),
    ("difficult_conversation", "coworker|colleague|teammate|employee"),
    (
      "roleplay",
      """
      boss|manager|waiter|waitress|doctor|receptionist|friend|neighbour|neighbor|teacher|cashier
      officer|guest|patient|accountant|director|ceo|agent|host|passenger|visitor|parent|student
      nurse|pharmacist|mechanic|journalist|lawyer|judge|stranger|junior|reception
      """
    ),
  ])

  /// The first task named in a stretch of a text.
  static func first(
    in text: CueText, range: Range<Int>, table: PhraseTable<String> = TaskNames.table
  ) -> String? {
    var found: (place: Int, length: Int, name: String)?
    table.forEach(in: text) { name, place in
      guard range.contains(place.lowerBound) else { return }
      // Any other name says more than "roleplay"; of two that begin at the same word the longer says
      // more ("cold call", "call").
      if let best = found, name == "roleplay" || best.name != "roleplay",
        (best.place, -best.length) <= (place.lowerBound, -place.count) || name == "roleplay"
      {
        return
      }
      found = (place.lowerBound, place.count, name)
    }
    return found?.name
  }
}
