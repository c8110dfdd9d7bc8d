public import CoachJSONL

/// Where a key is. The key itself is never in `config.yaml`.
public enum KeySource: Sendable, Equatable {
  /// In a variable of the environment.
  case variable(String)
  /// In a file, which holds nothing else.
  case file(String)

  /// The key, and what should be said about the way it is kept.
  ///
  /// - Parameter place: what names the source in messages (`providers.openai.key`).
  /// - Throws: `StageFailure` (78) where it is not there, or is no key.
  public func key(
    in environment: Environment, place: String
  ) throws(StageFailure) -> (key: APIKey, warning: String?) {
    switch self {
    case .variable(let name):
      guard let secret = environment[name] else {
        throw StageFailure(.configuration, "\(place): \(name) is not set")
      }
      return (try Self.key(secret, "\(place): what \(name) holds"), nil)
    case .file(let path):
      let path = Self.expanded(path, environment)
      guard let file = try SettingsFile(path: path) else {
        throw StageFailure(.configuration, "\(place): \(path): there is no such file")
      }
      let warning =
        file.mode & 0o077 == 0
        ? nil : "\(path): others may read this key (mode \(String(file.mode, radix: 8)))"
      return (try Self.key(file.text, "\(place): what is in \(path)"), warning)
    }
  }

  /// A key goes into a header: one word of printable ASCII, or the request would break.
  private static func key(_ secret: String, _ place: String) throws(StageFailure) -> APIKey {
    let words = secret.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first,
      word.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw StageFailure(.configuration, "\(place) is no key: it must be one word of ASCII") }
    return APIKey(String(word))
  }

  private static func expanded(_ path: String, _ environment: Environment) -> String {
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
