import CoachJSONL
import CoachProvider
import Synchronization

/// What was said last in a session, for the agent that answers next.
///
/// It is shared between the stage, which opens it, and the work that answers its turns one after
/// the other. It holds no more than the agent is given, however long the session.
final class Conversation: Sendable {
  /// Beyond so many turns the oldest is forgotten.
  static let mostExchanges = 12
  /// Of a longer text only so many characters are remembered.
  static let mostCharacters = 2_000

  private let recent: Mutex<[ChatExchange]>

  init(_ exchanges: [ChatExchange] = []) {
    recent = Mutex(exchanges)
  }

  /// The last turns, oldest first.
  var exchanges: [ChatExchange] { recent.withLock { $0 } }

  /// Remembers a turn that was answered.
  func append(_ interaction: Interaction) {
    let exchange = ChatExchange(
      userText: Self.brief(interaction.userText), aiResponse: Self.brief(interaction.aiResponse),
      command: interaction.command, task: interaction.task)
    recent.withLock { exchanges in
      exchanges.append(exchange)
      if exchanges.count > Self.mostExchanges { exchanges.removeFirst() }
    }
  }

  private static func brief(_ text: String) -> String {
    text.utf8.count <= mostCharacters ? text : String(text.prefix(mostCharacters))
  }
}
