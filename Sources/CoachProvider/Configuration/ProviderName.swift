/// Who is asked, as options, environment and `config.yaml` name it.
public enum ProviderName: Sendable, Equatable {
  /// The rules, which need neither a key nor a network.
  case builtin
  /// A service with an address.
  case service(Configuration.Service.Kind)
  /// A program, by its command line.
  case exec(command: String)
  /// Recorded answers, by their file.
  case replay(file: String)

  /// `builtin`, `openai`, `anthropic`, `exec:COMMAND` or `replay:FILE`; nil for any other name.
  public init?(_ name: String) {
    if name == Agents.builtinProvider {
      self = .builtin
    } else if let kind = Configuration.Service.Kind(rawValue: name) {
      self = .service(kind)
    } else if name.hasPrefix("exec:"), name.count > 5 {
      self = .exec(command: String(name.dropFirst(5)))
    } else if name.hasPrefix("replay:"), name.count > 7 {
      self = .replay(file: String(name.dropFirst(7)))
    } else {
      return nil
    }
  }

  /// All names, for messages.
  static let known = "builtin, openai, anthropic, exec:COMMAND and replay:FILE"

  /// The name under which records know it, without command or file.
  public var name: String {
    switch self {
    case .builtin: Agents.builtinProvider
    case .service(let kind): kind.rawValue
    case .exec: "exec"
    case .replay: "replay"
    }
  }
}

extension Configuration.Service {
  /// The services that are known, by name.
  public enum Kind: String, Sendable, CaseIterable {
    /// OpenAI, and every server that speaks its language.
    case openai
    case anthropic

    /// Where the service is when nobody says otherwise.
    public var standardBaseURL: String {
      switch self {
      case .openai: "https://api.openai.com/v1"
      case .anthropic: "https://api.anthropic.com"
      }
    }

    /// Its model when nobody names one: small, fast and cheap.
    public var standardModel: String {
      switch self {
      case .openai: "gpt-4o-mini"
      case .anthropic: "claude-haiku-4-5"
      }
    }

    /// How many tokens that model reads and writes together.
    var standardContextTokens: Int {
      switch self {
      case .openai: 128_000
      case .anthropic: 200_000
      }
    }

    /// The variable that names another address.
    public var baseURLVariable: String {
      switch self {
      case .openai: "OPENAI_BASE_URL"
      case .anthropic: "ANTHROPIC_BASE_URL"
      }
    }

    /// The variable that holds the key.
    public var keyVariable: String {
      switch self {
      case .openai: "OPENAI_API_KEY"
      case .anthropic: "ANTHROPIC_API_KEY"
      }
    }
  }
}
