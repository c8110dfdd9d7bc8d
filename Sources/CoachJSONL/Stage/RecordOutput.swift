#if canImport(Glibc)
  import Glibc
#endif

/// Where a tool that reads no records writes its own: in blocks, whole records whatever ends it, and
/// a failure is never silent.
public struct RecordOutput {
  private var writer: LineWriter
  private let descriptor: Int32
  private let signals: OutputSignals

  /// The output of a tool. Where that is its process's whole work, SIGTERM and SIGINT end it between
  /// two records, and it dies of SIGPIPE when its reader is gone.
  public init(_ context: StageContext) {
    self.init(context.output, context.ownsProcess ? OutputSignals() : .inactive)
  }

  /// An output over a descriptor; a reader that goes away becomes an error instead of a signal.
  public init(descriptor: Int32) {
    signal(SIGPIPE, SIG_IGN)
    self.init(descriptor, .inactive)
  }

  private init(_ descriptor: Int32, _ signals: OutputSignals) {
    writer = LineWriter(descriptor: descriptor)
    self.descriptor = descriptor
    self.signals = signals
  }

  /// How many columns the terminal has that is written to; nil where it is none, or does not say.
  public var terminalWidth: Int? { TerminalSize.columns(of: descriptor) }

  /// Adds a line; its line feed is added here.
  ///
  /// - Throws: `StageFailure` where a block could not be written, `OutputEnd`.
  public mutating func write(line: some Sequence<UInt8>) throws {
    try add { writer throws(Errno) in try writer.write(line: line) }
  }

  /// Adds a line that lies in somebody else's memory; its line feed is added here.
  ///
  /// - Throws: `StageFailure` where a block could not be written, `OutputEnd`.
  public mutating func write(line: UnsafeRawBufferPointer) throws {
    try add { writer throws(Errno) in try writer.write(line: line) }
  }

  /// Adds text that is no record, as it is.
  ///
  /// - Throws: `StageFailure` where a block could not be written, `OutputEnd`.
  public mutating func write(text: some Sequence<UInt8>) throws {
    try add { writer throws(Errno) in try writer.write(lines: text) }
  }

  /// Writes all that was collected.
  ///
  /// - Throws: `StageFailure` where it could not be written, `OutputEnd`.
  public mutating func flush() throws {
    do throws(Errno) {
      try writer.flush()
    } catch {
      throw ending(because: error)
    }
    signals.note(hasRecordsInHand: false)
    if let status = signals.verdict { throw OutputEnd.signal(status) }
  }

  private mutating func add(_ body: (inout LineWriter) throws(Errno) -> Void) throws {
    signals.note(hasRecordsInHand: true)
    do throws(Errno) {
      try body(&writer)
    } catch {
      throw ending(because: error)
    }
    if signals.verdict != nil { return try flush() }
    signals.note(hasRecordsInHand: !writer.isEmpty)
  }

  private func ending(because error: Errno) -> any Error {
    signals.note(hasRecordsInHand: false)
    if error == Errno(EPIPE) { return OutputEnd.readerGone }
    return StageFailure(.inputOutput, "stdout: \(error.words)")
  }
}
