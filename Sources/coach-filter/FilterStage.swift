import CoachJSONL

/// Tags turns with their scope and groups turns into evaluations (plan §4, contract §4).
///
/// Whether a scope was decided just now or by an earlier run makes no difference to anything that
/// follows: the records are the filter's state.
struct FilterStage<Reader: TurnReader>: Stage {
  static var name: String { "coach-filter" }

  private let policy: FilterPolicy
  private let tagger: ScopeTagger
  private var reader: Reader
  private var sessions = OpenSessions()
  private var focuses = FocusBook()
  /// An evaluation that was due at a turn which had its scope already. Where the stream was
  /// filtered before, the next line is that evaluation; else it is written before the next line.
  private var held: Evaluation?

  /// Whom to ask about turns that the rules leave undecided; nil for nobody.
  private let secondOpinion: SecondOpinion?

  init(policy: FilterPolicy, reader: Reader, secondOpinion: SecondOpinion? = nil) {
    self.policy = policy
    self.secondOpinion = secondOpinion
    self.reader = reader
    tagger = ScopeTagger(
      every: policy.every, audit: policy.audit, threshold: policy.threshold)
  }

  mutating func learn(from record: borrowing Record) throws {
    switch record.type {
    case .interaction:
      let turn = try FilterTurn(record)
      guard let scope = turn.scope else { return }
      let session = sessions.open(turn.sessionId, userId: turn.userId)
      if session.buffer.scope(of: turn.turn.id) == nil,
        let group = session.take(turn.turn, scope, command: turn.command)
      {
        _ = session.noteEvaluation(group.id(sessionId: session.id))
      }
    case .session:
      if try record.time("endTime") == nil, let id = try record.id("id") {
        _ = sessions.open(id, userId: try record.id("userId"))
      }
    case .evaluation: try noteEvaluation(record)
    case .focus, .userFocus: try focuses.take(record)
    default: break
    }
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    switch record.type {
    case .interaction:
      let turn = try FilterTurn(record, retags: policy.retags)
      writeHeld(emit: &emit)
      process(turn, record, emit: &emit)
    case .session:
      let line = try SessionLine(record)
      writeHeld(emit: &emit)
      process(line, emit: &emit)
    case .evaluation:
      try noteEvaluation(record)
      if try record.id("id") == held?.id { held = nil }
      writeHeld(emit: &emit)
      emit.claim()
    case .focus, .userFocus:
      try focuses.take(record)
      writeHeld(emit: &emit)
    default:
      writeHeld(emit: &emit)
    }
  }

  mutating func rejected(_ reject: Reject, emit: inout Emission) throws {
    writeHeld(emit: &emit)
    emit.emit(reject)
  }

  mutating func finish(emit: inout Emission) throws {
    if let held { emit.emit(held) }
    guard !policy.keepsOpen else { return }
    for session in sessions.all {
      close(session, emit: &emit)
    }
  }

  // MARK: Lines

  private mutating func process(
    _ turn: FilterTurn, _ record: borrowing Record, emit: inout Emission
  ) {
    let userId = turn.userId ?? sessions[turn.sessionId]?.userId
    closeIdle(userId: userId, sessionId: turn.sessionId, at: turn.turn.timestamp, emit: &emit)
    let session = sessions.open(turn.sessionId, userId: userId)
    let earlier = session.buffer.scope(of: turn.turn.id)
    let scope = turn.scope ?? earlier ?? tag(turn, in: session, emit: &emit)
    if turn.scope == nil {
      emit.pass(record, setting: "scope", to: scope.encoded())
    } else {
      emit.claim()
    }
    // A turn that comes again (a message was sent twice) counts once.
    if earlier != nil { return }
    guard let group = session.take(turn.turn, scope, command: turn.command),
      session.noteEvaluation(group.id(sessionId: session.id))
    else { return }
    guard let evaluation = evaluation(of: group, in: session) else {
      return emit.reject(Self.userUnknown)
    }
    if turn.isTagged {
      held = evaluation
    } else {
      emit.emit(evaluation)
    }
  }

  private mutating func process(_ line: SessionLine, emit: inout Emission) {
    closeIdle(userId: line.userId, sessionId: line.id, at: line.time, emit: &emit)
    guard line.isEnd else {
      _ = sessions.open(line.id, userId: line.userId)
      return
    }
    guard sessions[line.id] != nil else { return }
    close(sessions.open(line.id, userId: line.userId), emit: &emit)
  }

  private mutating func noteEvaluation(_ record: borrowing Record) throws {
    guard let id = try record.id("id"), let sessionId = try record.id("sessionId") else {
      throw RecordError(at: "id", "an evaluation needs id and sessionId, got nothing")
    }
    _ = sessions[sessionId]?.noteEvaluation(id)
  }

  private mutating func tag(
    _ turn: FilterTurn, in session: OpenSession, emit: inout Emission
  ) -> Scope {
    let reading =
      turn.command == nil
      ? reader.read(userText: turn.turn.userText, aiResponse: turn.turn.aiResponse)
      : TurnReading()
    let buffer = session.buffer
    let userId = session.userId ?? policy.defaultUser
    let active = userId.map(focuses.activeFocusIds) ?? []
    let decision = tagger.decision(
      of: turn, reading,
      in: ScopeTagger.Situation(
        task: buffer.task, isBuffering: buffer.isBuffering, scoredInTask: buffer.scoredInTask,
        scoredSinceEvaluation: buffer.scoredSinceEvaluation,
        turnsWithoutAssessment: session.turnsWithoutAssessment,
        activeFocusIds: active))
    guard decision.isUndecided, let secondOpinion else { return decision.scope }
    let answer = secondOpinion.answer(
      on: turn, userId: userId, activeFocusIds: active, focuses: focuses)
    for run in answer.runs { emit.emit(run) }
    return answer.scope ?? decision.scope
  }

  // MARK: Groups

  private func evaluation(of group: TurnGroup, in session: OpenSession) -> Evaluation? {
    guard let userId = session.userId ?? policy.defaultUser else { return nil }
    return group.evaluation(
      sessionId: session.id, userId: userId, active: focuses.activeFocusIds(of: userId))
  }

  /// Closes the sessions in which, as a line of that time shows, nobody talks any more.
  private mutating func closeIdle(
    userId: String?, sessionId: String, at time: Int64, emit: inout Emission
  ) {
    for session in sessions.idle(
      userId: userId, sessionId: sessionId, at: time, after: policy.idle)
    {
      close(session, emit: &emit)
    }
  }

  /// Closes a session: the evaluation of its open task goes before the line in hand.
  private mutating func close(_ session: OpenSession, emit: inout Emission) {
    sessions.remove(session)
    guard let group = session.close(), session.noteEvaluation(group.id(sessionId: session.id))
    else { return }
    if let evaluation = evaluation(of: group, in: session) {
      emit.emitAhead(evaluation)
    } else if let last = group.turns.last?.turn {
      let turn = Interaction(
        id: last.id, sessionId: session.id, userText: last.userText, aiResponse: last.aiResponse,
        timestamp: last.timestamp)
      emit.reject(Self.userUnknown, of: turn, id: last.id)
    }
  }

  private mutating func writeHeld(emit: inout Emission) {
    if let held { emit.emitAhead(held) }
    held = nil
  }

  private static var userUnknown: RecordError {
    RecordError(
      .userUnknown, at: "userId",
      "an evaluation needs a user, and neither its turns nor their session nor COACH_USER names one"
    )
  }
}
