#if canImport(Glibc)
  import Glibc
#endif

/// An error number of the system, with its words.
public struct Errno: Error, Equatable {
  /// The number.
  public let code: Int32

  /// An error of that number.
  public init(_ code: Int32) { self.code = code }

  /// What the system calls it.
  public var words: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}
