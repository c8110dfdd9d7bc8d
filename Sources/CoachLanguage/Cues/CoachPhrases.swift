/// The phrases of coaches' replies.
enum CoachPhrases {
  /// What a phrase of a reply is a cue of.
  enum Cue: Sendable {
    /// It opens that task.
    case task(String)
    /// It opens the task that the sentence names, if it names one.
    case opener
    /// It sets a scene, whatever its name.
    case scene
    /// The coach takes a part, if what follows names one.
    case role
    /// It speaks for a task, if the learner or more of its kind do so too.
    case hint(Hint)
    /// It is a sign that a task is over.
    case sign(Sign)
  }

  /// How much has to speak for a task that nobody names.
  static let leastHints = 4

  /// What speaks for a task.
  enum Hint: UInt8, Sendable {
    /// "Sure", "of course".
    case consent
    /// "A challenge", "an exercise".
    case exercise
    /// "Your colleague asks you…"
    case figure
    /// "What do you say?"
    case question
    /// "Your turn", "I'll ask you".
    case invitation

    var bit: UInt8 { 1 << rawValue }

    var weight: Int {
      switch self {
      case .consent, .exercise: 1
      case .figure, .question, .invitation: 2
      }
    }
  }

  /// Signs that a task is over; three points of them close it.
  enum Sign: UInt8, Sendable {
    case end, summary, praise, review, advice

    var bit: UInt8 { 1 << rawValue }

    var weight: Int {
      switch self {
      case .end: 3
      case .summary: 3
      case .praise: 2
      case .review, .advice: 1
      }
    }
  }

  static let table = PhraseTable<Cue>([
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
      .scene,
      """
      lets practise|practice|rehearse|roleplay|simulate
      lets role play
      lets act|play it|this|out
      lets do|try|run a|an|some|one|another ~ exercise|roleplay|scenario|simulation|drill|round
      lets ~ new imagine
      ^ imagine|picture|suppose you|youre|im|i|that|we
      ^ pretend
      new imagine you
      try it|that|this on me
      shall we try|begin|start
      ^ raise your
      ill react|answer|respond|reply as|like
      i will react|answer|respond|reply as|like
      write ~ as|like you would send
      ^ write|draft the|your|a|me ~ sentences|email|mail|message|reminder|letter|draft|reply
      write the|your|a ~ in * sentences
      please begin|start $
      ^ begin|start $
      ^ begin|start when|whenever|now
      ready when you are
      whenever youre|you are ready
      the floor|stage is yours
      over to you
      its your turn
      ^ ask me to|for
      ^ persuade me
      heres|here is your|a|the scenario|situation|task|exercise
      your task|scenario|exercise is
      """
    ),
    (
      .role,
      """
      im|ill the|your|a|an
      im|ill be|play the|your|a|an
      i am|will the|your|a|an
      i am|will be|play the|your|a|an
      you|youre are|talking|speaking|meeting|facing to|with|a|the|my
      """
    ),
    (
      .hint(.consent),
      """
      ^ sure|absolutely|alright|gladly|certainly|yes|okay|ok|great|perfect|happy
      ^ of course
      ^ good|great idea
      ^ with pleasure
      ^ lets
      id love to
      """
    ),
    (
      .hint(.exercise),
      """
      challenge|exercise|scenario|drill|roleplay|simulation|situation
      role play
      """
    ),
    (
      .hint(.figure),
      """
      your|a|the|an boss|colleague|coworker|customer|client|manager|neighbour|neighbor|friend|landlord|guest|teammate|employee|partner|director|investor|supplier asks|says|wants|tells|calls|writes|complains|keeps|comes|walks|interrupts
      """
    ),
    (
      .hint(.question),
      """
      what|how do|would|will|can you say|answer|respond|reply|react|begin|start|handle
      """
    ),
    (
      .hint(.invitation),
      """
      your move|turn|line|go
      go ahead
      ^ first question
      ill ask|be you|your|the
      i will ask|be you|your|the
      tell me about|why|what
      ^ you start|begin|first|go
      ^ go $
      ^ action
      after you
      ill|i play
      im|i am against|for|all
      """
    ),
    (
      .sign(.end),
      """
      thats|that is|was the end of
      that concludes|wraps
      this concludes|ends
      end of the|our|this|your ~ interview|pitch|roleplay|role|exercise|task|negotiation|presentation|scene|call|practice|session|scenario
      ^ end|and scene
      ^ end of
      ^ and|we cut
      thats it|all for the|this|today|our
      ^ scene
      role play is|was complete|over|finished
      roleplay|exercise|interview|pitch|scene|practice|task is|was complete|over|finished|done
      weve|we have finished|completed|reached the|our|this
      out of character|role
      stepping out of
      well done on completing|finishing|your
      lets stop|pause here
      lets review|debrief how|what|your|that
      """
    ),
    (
      .sign(.summary),
      """
      great|good|nice|excellent|fantastic|solid job|work|effort overall
      ^ overall
      ^ in summary
      ^ in short you
      to sum up your
      here is|heres|are my|some|your|a ~ feedback
      some|my|quick|detailed feedback on
      ^ feedback
      your score
      what you did well
      what went|worked well
      what worked
      ^ strengths
      strong|weak|good points|side|sides
      ^ takeaway|takeaways
      you did a|an great|good|nice|excellent|fantastic|solid|wonderful job
      you handled ~ well|nicely|perfectly
      """
    ),
    (
      .sign(.praise),
      """
      ^ well|nicely|beautifully done
      ^ great|good|nice|excellent|fantastic|solid|wonderful|strong|lovely|impressive job|work|effort|pitch|presentation|interview|speech|talk|performance|recovery|ask|finish|toast|negotiation|call|delivery|close|round|session|exercise|conversation|attempt|one
      ^ great|good|nice|excellent|fantastic|wonderful|lovely|bravo
      ^ that was ~ persuasive|great|excellent|convincing|strong|impressive|wonderful|clear|good
      ^ a great|good|strong|solid|lovely|wonderful
      what a great|lovely|strong|wonderful
      you did great|well|really|very
      ^ very|really|so good|nice|convincing|strong|well
      """
    ),
    (
      .sign(.review),
      """
      you|your were|was|did|had|gave|used|kept|named|asked|answered|turned|stayed|caught|moved|explained|showed|made|handled|apologised|apologized|opened|closed|started|built|listened|answers|structure|opening|closing|tone|offer|ask|pitch|points|strength|strengths|numbers
      ^ that was
      you offered|spoke|told|described|defended|argued|presented|managed|sounded|came|held|connected|brought|put|remained|acknowledged|addressed|covered|found|took|led|stuck|understood|began|ended|finished|convinced|persuaded|remembered|avoided|improved|included|mentioned|responded|set|said|got
      the first|second|third|last try|attempt|version|answer|part|draft
      ^ overall ~ solid|good|strong|clear
      """
    ),
    (
      .sign(.advice),
      """
      next time
      next step
      to|could|can improve
      improvement|improvements
      something|things|thing|points|point to work|fix|improve|watch
      work on
      you could|can|should|might ~ next|also|improve|add|shorten|try|make
      be careful|watch with|the|your
      ^ watch|remember|careful
      one|two|a|my|small|little tip|tips|suggestion|suggestions|correction|corrections|thing|note
      focus on
      keep working|practising|practicing
      takeaway|takeaways
      """
    ),
  ])

  /// What makes of a scene an offer.
  static let offers = PhraseTable<Bool>([
    (
      true,
      """
      want to
      wanna
      would you like
      do you want
      if you want|like|wish|prefer
      we|i could|can|might
      you could|can|might
      later|tomorrow|sometime|someday
      next time
      """
    )
  ])
}
