import CoachJSONL
import CoachProvider

/// Judges the turns that coach-filter chose and the evaluations that it closed.
struct AssessStage: Stage {
  static let name = "coach-assess"

  private let agent: any AssessmentAgent
  private let clock: WallClock
  /// The focuses to score instead of any other; empty where the learner's choice decides.
  private let narrowedTo: [String]
  private let assessesUntagged: Bool
  private let defaultUserId: String?

  private var book = FocusBook()
  private var userOfSession: [String: String] = [:]
  private var worked = WorkedSubjects()
  private var judged = JudgedSubjects()
  /// What the calls would take, where none is to be made; nil where they are.
  private var tally: CallTally?

  /// - Parameters:
  ///   - narrowedTo: `--focus`: score and report these focuses alone; empty for no narrowing.
  ///   - assessesUntagged: `--all`: also the turns that no filter has seen.
  ///   - isDryRun: `--dry-run`: judge nothing, pass nothing on, say at the end what it would take.
  ///   - defaultUserId: whose turns are those that do not say, and whose session does not.
  init(
    agent: any AssessmentAgent, clock: WallClock, narrowedTo: [String] = [],
    assessesUntagged: Bool = false, isDryRun: Bool = false, defaultUserId: String? = nil
  ) {
    tally = isDryRun ? CallTally() : nil
    self.agent = agent
    self.clock = clock
    self.narrowedTo = narrowedTo.withoutRepeats
    self.assessesUntagged = assessesUntagged
    self.defaultUserId = defaultUserId
  }

  mutating func learn(from record: borrowing Record) throws {
    try book.take(record)
    switch record.type {
    case .session: note(try Session(record))
    case .assessment, .reject: try noteWork(record)
    default: break
    }
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    if tally != nil { emit.consume() }
    switch record.type {
    case .focus, .userFocus:
      try book.take(record)
    case .session:
      note(try Session(record))
    case .interaction:
      // Of a turn that is not to be assessed nothing else need decode.
      if try isWanted(record) { try assess(try Interaction(record), emit: &emit) }
    case .evaluation:
      try assess(try Evaluation(record), emit: &emit)
    case .assessment, .reject:
      try noteWork(record)
    default: break
    }
  }

  /// What was judged, or refused, before its turn or evaluation comes is not worked on again.
  private mutating func noteWork(_ record: borrowing Record) throws {
    if let part = try JudgementPart(record) {
      for subject in part.subjects where !worked.contains(subject, of: part.sessionId) {
        judged.take(part, of: subject)
      }
    } else if record.type == .reject, try record.text("stage") == Self.name,
      let id = try record.text("recordId")
    {
      judged.refuse(id)
    }
  }

  mutating func finish(emit: inout Emission) throws {
    if let tally { emit.emit(line: tally.line) }
  }

  private mutating func note(_ session: Session) {
    if session.endTime == nil {
      userOfSession[session.id] = session.userId
    } else {
      userOfSession[session.id] = nil
      worked.end(session: session.id)
      judged.end(session: session.id)
    }
  }

  private func isWanted(_ record: borrowing Record) throws -> Bool {
    if let scope = try record.scope() { return scope.kind == .interaction }
    return assessesUntagged && !record.has("command")
  }

  private mutating func assess(_ interaction: Interaction, emit: inout Emission) throws {
    guard worked.insert(interaction.id, of: interaction.sessionId),
      !judged.contains(interaction.id, of: interaction.sessionId)
    else { return }
    let userId = interaction.userId ?? userOfSession[interaction.sessionId] ?? defaultUserId
    guard let userId else {
      return emit.reject(
        RecordError(
          .userUnknown, at: "userId", "is in neither the turn, its session nor COACH_USER")
      )
    }
    judge(
      JudgementSubject(
        userId: userId, sessionId: interaction.sessionId, turns: [interaction.turn],
        requestId: interaction.requestId, focusIds: interaction.scope?.focusIds ?? []),
      emit: &emit)
  }

  private mutating func assess(_ evaluation: Evaluation, emit: inout Emission) throws {
    guard worked.insert(evaluation.id, of: evaluation.sessionId),
      !judged.contains(evaluation.id, of: evaluation.sessionId)
    else { return }
    let scored = Set(evaluation.interactionIds)
    judge(
      JudgementSubject(
        userId: evaluation.userId, sessionId: evaluation.sessionId,
        turns: evaluation.scoredTurns, context: evaluation.turns.filter { !scored.contains($0.id) },
        groupId: evaluation.id, task: evaluation.task, focusIds: evaluation.focusIds ?? []),
      emit: &emit)
  }

  private mutating func judge(_ subject: JudgementSubject, emit: inout Emission) {
    let request = AssessmentRequest(
      turns: subject.turns, context: subject.context, focuses: focuses(for: subject),
      task: subject.task, userId: subject.userId, sessionId: subject.sessionId,
      groupId: subject.groupId, requestId: subject.requestId)
    if tally != nil {
      let estimate = agent.estimate(request)
      tally?.add(estimate)
      return
    }
    let narrowedTo = narrowedTo.isEmpty ? nil : narrowedTo
    emit.later { [agent, clock] in
      var emission = Emission()
      let answer = await agent.judge(request)
      for run in answer.runs { emission.emit(run) }
      switch answer.value {
      case .success(let verdict):
        let writer = JudgementWriter(
          subject: subject, answer: answer, narrowedTo: narrowedTo)
        for assessment in writer.assessments(of: verdict, assessedAt: clock.now()) {
          emission.emit(assessment)
        }
      case .failure(let error):
        // What was cancelled is not judged, and nobody need be told: it comes up again.
        if error.code != .cancelled { emission.reject(error) }
      }
      return emission
    }
  }

  /// The first that is not empty of: `--focus`, the user's active focuses, those of the scope or
  /// evaluation, the whole catalog (contract §4).
  private func focuses(for subject: JudgementSubject) -> [Focus] {
    let choices = [narrowedTo, book.activeFocusIds(of: subject.userId), subject.focusIds]
    guard let ids = choices.first(where: { !$0.isEmpty }) else { return agent.catalog }
    return ids.withoutRepeats.map { id in
      book.focus(id) ?? agent.catalog.first { $0.id == id } ?? Focus(id: id, title: id)
    }
  }
}

extension [String] {
  /// Each string once, where it stands first.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
