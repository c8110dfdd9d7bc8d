#if canImport(Glibc)
  import Glibc
#endif

/// Where a tool that is no filter writes its records: in blocks, and a failure is never silent.
public struct RecordOutput {
  private var writer: LineWriter
  private let descriptor: Int32

  /// An output over a descriptor; a reader that goes away becomes a failure instead of a signal.
  public init(descriptor: Int32) {
    writer = LineWriter(descriptor: descriptor)
    self.descriptor = descriptor
    signal(SIGPIPE, SIG_IGN)
  }

  /// How many columns the terminal has that is written to; nil where it is none, or does not say.
  public var terminalWidth: Int? { TerminalSize.columns(of: descriptor) }

  /// Adds a line; its line feed is added here.
  ///
  /// - Throws: `StageFailure` where a block could not be written.
  public mutating func write(line: some Sequence<UInt8>) throws(StageFailure) {
    do throws(Errno) {
      try writer.write(line: line)
    } catch {
      throw StageFailure(.inputOutput, "stdout: \(error.words)")
    }
  }

  /// Adds a line that lies in somebody else's memory; its line feed is added here.
  ///
  /// - Throws: `StageFailure` where a block could not be written.
  public mutating func write(line: UnsafeRawBufferPointer) throws(StageFailure) {
    do throws(Errno) {
      try writer.write(line: line)
    } catch {
      throw StageFailure(.inputOutput, "stdout: \(error.words)")
    }
  }

  /// Adds text that is no record, as it is.
  ///
  /// - Throws: `StageFailure` where a block could not be written.
  public mutating func write(text: some Sequence<UInt8>) throws(StageFailure) {
    do throws(Errno) {
      try writer.write(lines: text)
    } catch {
      throw StageFailure(.inputOutput, "stdout: \(error.words)")
    }
  }

  /// Writes all that was collected.
  ///
  /// - Throws: `StageFailure` where it could not be written.
  public mutating func flush() throws(StageFailure) {
    do throws(Errno) {
      try writer.flush()
    } catch {
      throw StageFailure(.inputOutput, "stdout: \(error.words)")
    }
  }
}
