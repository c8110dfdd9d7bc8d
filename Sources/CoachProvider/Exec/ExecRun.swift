import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Runs a command for one request on a thread of its own: writes its input, reads its output, keeps
/// the time, and ends it when nobody reads on.
///
/// The thread alone touches it, but for `channel`.
final class ExecRun: @unchecked Sendable {
  /// The most bytes of one answer.
  private static let mostBytes = 64 << 20

  let channel: ByteChannel<ExecStatus>
  private let timeouts: Timeouts
  private let wake: Wake
  private var command: ExecCommand
  private var input: ArraySlice<UInt8>
  /// What was read and did not fit into the channel.
  private var held: ArraySlice<UInt8> = []
  private var byteCount = 0
  private let start = SteadyClock.now()
  /// When its last bytes came; nil before the first.
  private var lastBytes: Int64?

  /// Starts the command.
  ///
  /// - Throws: `ProviderFailure` (`configuration`) where it cannot be started.
  static func start(
    _ command: String, environment: [String: String], input: [UInt8], timeouts: Timeouts
  ) throws(ProviderFailure) -> ByteChannel<ExecStatus> {
    let run = try ExecRun(command, environment: environment, input: input, timeouts: timeouts)
    let this = Unmanaged.passRetained(run)
    var thread = pthread_t()
    guard pthread_create(&thread, nil, main, this.toOpaque()) == 0 else {
      this.release()
      run.command.kill()
      _ = run.waitUntilGone()
      throw ProviderFailure(.configuration, "no thread can be started")
    }
    pthread_detach(thread)
    return run.channel
  }

  private init(
    _ command: String, environment: [String: String], input: [UInt8], timeouts: Timeouts
  ) throws(ProviderFailure) {
    guard let wake = try? Wake() else {
      throw ProviderFailure(.configuration, "too many files are open")
    }
    do throws(ProviderFailure) {
      self.command = try ExecCommand(command, environment: environment)
    } catch {
      wake.close()
      throw error
    }
    self.wake = wake
    self.timeouts = timeouts
    self.input = input[...]
    channel = ByteChannel()
    channel.onWish { [weak self] _ in self?.wake.call() }
  }

  deinit {
    command.closeInput()
    close(command.output)
    wake.close()
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let this = $0 else { return nil }
    // Signals are for the thread that handles records; a command that reads nothing is no fault.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Unmanaged<ExecRun>.fromOpaque(this).takeRetainedValue().run()
    return nil
  }

  // MARK: The thread

  private func run() {
    do throws(ProviderFailure) {
      while try step() {}
      let status = try awaitExit()
      channel.open(status)
      channel.end(nil)
    } catch {
      command.kill()
      _ = waitUntilGone()
      channel.end(error)
    }
  }

  /// Waits for something to do and does it; false at the end of the output.
  private func step() throws(ProviderFailure) -> Bool {
    var waits = [
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: held.isEmpty ? command.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: command.input, events: Int16(POLLOUT), revents: 0),
    ]
    let (time, failure) = deadline
    _ = poll(&waits, nfds_t(waits.count), Int32(clamping: max(time - SteadyClock.now(), 0)))
    if channel.isAbandoned { throw ProviderFailure(.cut, "nobody reads the answer") }
    if SteadyClock.now() >= time { throw failure }
    if waits[0].revents != 0 { wake.clear() }
    if waits[2].revents != 0 { writeInput() }
    if !held.isEmpty {
      handOver(held)
    } else if waits[1].revents != 0 {
      return try readOutput()
    }
    return true
  }

  /// By when something must have happened, and what is wrong where it has not.
  private var deadline: (time: Int64, failure: ProviderFailure) {
    let total = (
      start + timeouts.total, ProviderFailure(.timeout, "not done within \(timeouts.total) ms")
    )
    // A reader that lags is no silence.
    guard held.isEmpty else { return total }
    let silence =
      lastBytes.map {
        ($0 + timeouts.idle, ProviderFailure(.timeout, "nothing more within \(timeouts.idle) ms"))
      } ?? (
        start + timeouts.firstByte,
        ProviderFailure(.timeout, "no first byte within \(timeouts.firstByte) ms")
      )
    return silence.0 < total.0 ? silence : total
  }

  private func writeInput() {
    let count = input.withUnsafeBytes { write(command.input, $0.baseAddress, $0.count) }
    if count >= 0 {
      input = input.dropFirst(count)
      if input.isEmpty { command.closeInput() }
    } else if errno != EAGAIN && errno != EINTR {
      command.closeInput()
    }
  }

  private func readOutput() throws(ProviderFailure) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(command.output, &buffer, buffer.count)
    guard count != 0 else { return false }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    byteCount += count
    guard byteCount <= Self.mostBytes else {
      throw ProviderFailure(.malformed, "the answer is longer than \(Self.mostBytes >> 20) MiB")
    }
    lastBytes = SteadyClock.now()
    handOver(buffer[..<count])
    return true
  }

  private func handOver(_ bytes: ArraySlice<UInt8>) {
    let isTaken = bytes.withUnsafeBytes { channel.write($0) }
    held = isTaken ? [] : bytes
    if isTaken { lastBytes = SteadyClock.now() }
  }

  // MARK: Its end

  /// Waits for the end of a command that has closed its output.
  private func awaitExit() throws(ProviderFailure) -> ExecStatus {
    command.closeInput()
    var pause: Int32 = 1
    while SteadyClock.now() < start + timeouts.total, !channel.isAbandoned {
      if let status = command.status() { return status }
      var waits = [pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
      if poll(&waits, 1, pause) > 0 { wake.clear() }
      pause = min(2 * pause, 64)
    }
    throw ProviderFailure(.timeout, "not done within \(timeouts.total) ms")
  }

  /// Waits for the end of a command that was killed, so that nothing is left of it.
  private func waitUntilGone() -> ExecStatus {
    while true {
      if let status = command.status() { return status }
      _ = poll(nil, 0, 1)
    }
  }
}
