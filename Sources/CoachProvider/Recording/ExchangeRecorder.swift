public import CoachJSONL
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Appends exchanges to a file, a JSON object a line.
///
/// The file is its owner's alone: what a model answers is in it.
public final class ExchangeRecorder: Sendable {
  private let descriptor: Int32
  /// Whether a line could not be written.
  private let isBroken = Mutex(false)

  /// Opens the file, which is made where it is missing.
  ///
  /// - Throws: `StageFailure` (73) where it cannot be written.
  public init(file: String) throws(StageFailure) {
    descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StageFailure(
        .cannotCreate, "the recording cannot be written: \(Errno(errno).words)")
    }
  }

  deinit { close(descriptor) }

  /// Refuses to go on where what came before could not be recorded: an answer that was paid for is
  /// not given up for it, but no other is asked for.
  ///
  /// - Throws: `ProviderFailure` (`configuration`).
  func check() throws(ProviderFailure) {
    if isBroken.withLock(\.self) {
      throw ProviderFailure(.configuration, "the recording could not be written")
    }
  }

  /// Writes one exchange, from any thread.
  func write(_ exchange: RecordedExchange) {
    let line = exchange.line + [UInt8(ascii: "\n")]
    isBroken.withLock { isBroken in
      guard !isBroken else { return }
      isBroken = (try? Descriptor.writeAll(line[...], to: descriptor)) == nil
    }
  }
}
