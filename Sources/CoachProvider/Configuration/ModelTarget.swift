/// One model of a route: who is asked, where, with which key, at which price.
public struct ModelTarget: Sendable, Equatable {
  /// `openai`, `anthropic`, `exec` or `replay` (the builtin rules are no model).
  public var provider: String
  /// The model, by the service's own name.
  public var modelId: String
  /// Where the service is (`https://api.openai.com/v1`); of `exec` the command, of `replay` the file.
  public var location: String
  public var key: APIKey?
  /// nil where nobody said: the cost is unknown then, never 0.
  public var price: ModelPrice?
  /// How many tokens prompt and answer may have together.
  public var contextTokens: Int
  /// The most tokens of an answer; nil for the usual of the work.
  public var maxOutputTokens: Int?
  /// Where the wire bytes are recorded (`--record`); nil for nowhere.
  public var recording: String?

  public init(
    provider: String, modelId: String, location: String, key: APIKey? = nil,
    price: ModelPrice? = nil, contextTokens: Int = 8_192, maxOutputTokens: Int? = nil,
    recording: String? = nil
  ) {
    self.provider = provider
    self.modelId = modelId
    self.location = location
    self.key = key
    self.price = price
    self.contextTokens = contextTokens
    self.maxOutputTokens = maxOutputTokens
    self.recording = recording
  }
}

/// A key to a service. However it is printed, it does not show.
public struct APIKey: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The key itself, for the one header that carries it.
  let secret: String

  public init(_ secret: String) { self.secret = secret }

  public var description: String { "(key)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
