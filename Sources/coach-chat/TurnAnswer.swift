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
    let reply = await agent.reply(to: complete(turn)) { [screen] in screen?.write($0) }
    let isStopped = reply.error?.code == .cancelled
    // What the learner said before stopping the coach stands, also where no word came.
    let isKept = !reply.text.isEmpty || (screen != nil && isStopped)
    screen?.endReply(of: isKept ? draft : nil, note: isStopped ? "stopped" : nil)
    guard isKept else {
      for run in reply.runs { emission.emit(run) }
      emission.reject(reply.error ?? Self.noReply)
      if let ending { emission.emit(ending) }
      return emission
    }
    var interaction = interaction(reply.text)
    interaction.status = reply.error == nil ? .ok : .partial
    interaction.provider = reply.provider
    interaction.modelId = reply.modelId
    interaction.requestId = draft.requestId ?? reply.requestId
    interaction.ttftMs = reply.ttftMs
    interaction.latencyMs = reply.latencyMs
    write(interaction, runs: reply.runs, to: &emission)
    // The turn is kept as far as it came: to send it again would make two of it.
    if let error = reply.error, error.code != .cancelled {
      emission.reject(RecordError(error.code, at: error.path, error.rule))
    }
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

  private func write(
    _ interaction: Interaction, runs: [PromptRun] = [], to emission: inout Emission
  ) {
    if !interaction.aiResponse.isEmpty { conversation.append(interaction) }
    emission.emit(interaction)
    for run in runs { emission.emit(run) }
    if let ending { emission.emit(ending) }
  }

  private static var noReply: RecordError {
    RecordError(.answerUnusable, "the reply was empty", isRetryable: true)
  }
}
