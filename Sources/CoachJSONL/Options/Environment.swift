#if canImport(Glibc)
  import Glibc
#endif

/// The process's environment, passed to whatever reads it.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// An environment of given variables.
  public init(_ variables: [String: String]) {
    lookUp = { variables[$0] }
  }

  private init(lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// The environment of this process.
  public static let process = Environment { name in
    getenv(name).map { String(cString: $0) }
  }

  /// A variable's value, nil where it is unset or empty.
  public subscript(_ name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
