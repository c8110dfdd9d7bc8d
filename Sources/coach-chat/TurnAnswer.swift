import CoachJSONL
import CoachProvider

/// A turn that waits for its reply: all that is needed to write its interaction.
struct TurnAnswer: Sendable {
  let agent: any ChatAgent
  /// The turn, but for the history, which is known when the turns before it are answered.
  let turn: ChatTurn
  let conversation: Conversation
  /// The interaction, but for the reply.
  let draft: Interaction
  /// The end of the session that the turn asks for.
  let ending: Session?
  let clock: WallClock
  let screen: ChatScreen?

  /// Writes the interaction of a reply that is there.
  func write(_ reply: String, to emission: inout Emission) {
    write(interaction(reply), to: &emission)
  }

  /// Lets the agent reply, and writes the interaction when it has.
  ///
  /// A reply that breaks off is kept as far as it came; one that never came is a reject.
  func later() async -> Emission {
    var emission = Emission()
    let started = clock.now()
    var first: Int64?
    var reply = ""
    var failure: ChatFailure?
    do {
      for try await piece in agent.reply(to: complete(turn)) where !piece.isEmpty {
        first = first ?? clock.now()
        reply += piece
        screen?.write(piece)
      }
      try Task.checkCancellation()
    } catch let error as ChatFailure {
      failure = error
    } catch {
      failure = ChatFailure("the reply was cut off", isRetryable: true)
    }
    screen?.endReply()
    if let failure { emission.reject(Self.error(failure)) }
    guard !reply.isEmpty else {
      if failure == nil { emission.reject(Self.error(ChatFailure("no reply", isRetryable: true))) }
      if let ending { emission.emit(ending) }
      return emission
    }
    var interaction = interaction(reply)
    interaction.status = failure == nil ? .ok : .partial
    interaction.ttftMs = first.map { max(0, $0 - started) }
    interaction.latencyMs = max(0, clock.now() - started)
    write(interaction, to: &emission)
    return emission
  }

  /// The turn as the agent gets it.
  func complete(_ turn: ChatTurn) -> ChatTurn {
    var turn = turn
    turn.history = conversation.exchanges
    return turn
  }

  private func interaction(_ reply: String) -> Interaction {
    var interaction = draft
    interaction.aiResponse = reply
    return interaction
  }

  private func write(_ interaction: Interaction, to emission: inout Emission) {
    conversation.append(interaction)
    emission.emit(interaction)
    if let ending { emission.emit(ending) }
  }

  private static func error(_ failure: ChatFailure) -> RecordError {
    RecordError(.providerFailed, failure.message, isRetryable: failure.isRetryable)
  }
}
