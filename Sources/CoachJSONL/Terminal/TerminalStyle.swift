/// What a terminal can show, as the environment says.
public struct TerminalStyle: Sendable, Equatable {
  /// Whether it shows more than ASCII.
  public var isUnicode: Bool
  /// Whether colours and bold letters are wanted (`NO_COLOR`, `TERM`).
  public var isColoured: Bool
  /// Whether its cursor can be moved: not on one that is `dumb`, or does not say what it is.
  public var isSteerable: Bool

  /// A terminal that shows all characters, and does nothing else.
  public static let plain = TerminalStyle(isUnicode: true, isColoured: false, isSteerable: false)

  init(isUnicode: Bool, isColoured: Bool, isSteerable: Bool) {
    self.isUnicode = isUnicode
    self.isColoured = isColoured
    self.isSteerable = isSteerable
  }

  /// Reads `NO_COLOR`, `TERM`, and the encoding of the locale (`LC_ALL`, `LC_CTYPE`, `LANG`).
  ///
  /// Where no locale is set at all, nothing is known, and UTF-8 is what is everywhere today. A
  /// locale that is set and does not name UTF-8 is taken at its word.
  public init(_ environment: Environment) {
    let terminal = environment["TERM"] ?? "dumb"
    isSteerable = terminal != "dumb"
    isColoured = isSteerable && environment["NO_COLOR"] == nil
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"]
    let encoding = locale?.lowercased().filter { $0 != "-" }
    isUnicode = encoding?.contains("utf8") ?? true
  }
}
