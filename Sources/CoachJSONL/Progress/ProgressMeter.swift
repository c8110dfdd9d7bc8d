#if canImport(Glibc)
  import Glibc
#endif

/// Shows on a terminal how far long work is (coach(7)): one line on standard error, a few times a
/// second, after a second of work.
///
/// Of the stages of a pipeline one shows it: that which reads files, since it knows what is left,
/// else that whose work is under way with a model, else the last.
struct ProgressMeter {
  /// Milliseconds between two drawings.
  static let interval: Int64 = 250
  /// After how many milliseconds a stage shows its progress, by what it knows.
  private static let patience = (
    ofFiles: Int64(1_000), ofWork: Int64(1_500), ofLast: Int64(2_000)
  )

  private static let mostTyped = 20

  private let tool: String
  private let isUnicode: Bool
  private let isLast: Bool
  private let isOutputTerminal: Bool
  private var isOver = false
  private let start: Int64
  private var due: Int64
  private var terminal: ProgressTerminal?
  private var file: Int32 = -1
  /// Of the files read to their ends, bytes.
  private var finished: Int64 = 0
  private let all: Int64?

  /// nil where nothing is ever to be shown: where standard error is no terminal or records go to
  /// one, on a terminal that cannot move its cursor, and where diagnostics are for programs
  /// (`COACH_LOG`).
  ///
  /// - Parameters:
  ///   - output: where records go.
  ///   - writesRecords: whether any go there, but for rejects.
  ///   - files: the files that are read, standard input as `-`.
  init?(
    tool: String, environment: Environment, input: Int32, output: Int32, writesRecords: Bool,
    files: [String]
  ) {
    let form = environment["COACH_LOG"]
    isOutputTerminal = isatty(output) == 1
    guard isatty(2) == 1, !(writesRecords && isOutputTerminal), form != "json", form != "none"
    else { return nil }
    let style = TerminalStyle(environment)
    guard style.isSteerable else { return nil }
    self.tool = tool
    isUnicode = style.isUnicode
    isLast = !Descriptor.isPipe(output)
    start = SteadyClock.now()
    due = start + Self.patience.ofFiles
    let sizes = (files.isEmpty ? ["-"] : files).map { Self.size(of: $0, input: input) }
    all = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Whether it is time to show it.
  var isDue: Bool { !isOver && SteadyClock.now() >= due }

  /// Shows it, where it is this stage's to show.
  ///
  /// - Parameter figures: how far the work is, but for time and input.
  mutating func show(_ figures: ProgressFigures) {
    guard !isOver else { return }
    let now = SteadyClock.now()
    due = now + Self.interval
    if terminal == nil {
      guard now - start >= patience(figures) else { return }
      terminal = ProgressTerminal(isUnicode: isUnicode)
      // Whoever has the line may end before this stage does.
      if terminal == nil { due = now + 4 * Self.interval }
    }
    guard let terminal else { return }
    var figures = figures
    figures.elapsed = now - start
    figures.input = all.map { (finished + position, $0) }
    terminal.draw(figures, tool: tool)
  }

  /// A reject is to be written: where that goes to the terminal, the line gives way for good.
  mutating func reject() {
    guard isOutputTerminal else { return }
    end()
    isOver = true
  }

  /// A file of the input is read from now on.
  mutating func beginFile(_ descriptor: Int32) { file = descriptor }

  /// A file has been read to its end.
  mutating func endFile() {
    finished += position
    file = -1
  }

  /// Where in the file that is read this stage is, bytes.
  private var position: Int64 { file >= 0 ? max(0, Int64(lseek(file, 0, SEEK_CUR))) : 0 }

  /// Takes the line away.
  mutating func end() {
    terminal?.erase()
    terminal = nil
  }

  private func patience(_ figures: ProgressFigures) -> Int64 {
    if all != nil { return Self.patience.ofFiles }
    // Lines that somebody types are no long work.
    guard figures.records > Self.mostTyped else { return .max }
    if figures.inFlight > 0 { return Self.patience.ofWork }
    return isLast ? Self.patience.ofLast : .max
  }

  private static func size(of path: String, input: Int32) -> Int64? {
    var information = stat()
    let isKnown = path == "-" ? fstat(input, &information) == 0 : stat(path, &information) == 0
    guard isKnown, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(information.st_size)
  }
}
