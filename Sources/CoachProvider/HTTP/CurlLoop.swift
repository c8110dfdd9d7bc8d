import CCurl
import CoachJSONL
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The one thread on which all transfers of a transport run.
///
/// libcurl says which sockets and which time it waits for; epoll waits for them. So an event costs
/// what it costs whether ten or a thousand transfers are open.
final class CurlLoop: @unchecked Sendable {
  /// What others ask of the thread.
  enum Command: Sendable {
    case add(CurlExchange)
    case resume(CurlExchange)
    /// Nobody waits for it any more.
    case remove(CurlExchange)
    case stop
  }

  /// So many descriptors may be open: a thousand streams, and what the tool needs.
  private static let wantedDescriptors: rlim_t = 16_384
  /// So many connections without work are kept.
  private static let keptConnections = 1_024

  private let commands = Mutex<[Command]>([])
  /// Called when there is a command.
  private let wake: Wake

  // What follows belongs to the thread.
  private let poll: Int32
  private let multi: UnsafeMutableRawPointer
  private let settings: CurlSettings
  private var exchanges: [UnsafeMutableRawPointer: CurlExchange] = [:]
  /// When libcurl wants to be called, milliseconds of the steady clock.
  private var curlTime: Int64?
  /// No exchange is late before.
  private var nextLook = Int64.max
  private var isStopping = false

  /// Loads libcurl and makes a loop.
  ///
  /// - Throws: `ProviderFailure` (`configuration`) where libcurl is not installed or the process
  ///   has no descriptors left.
  init(_ settings: CurlSettings) throws(ProviderFailure) {
    guard ccurl_load(), let multi = ccurl_multi_init() else {
      throw ProviderFailure(.configuration, "libcurl (libcurl.so.4) cannot be loaded")
    }
    self.settings = settings
    self.multi = multi
    poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poll >= 0, let wake = try? Wake() else {
      throw ProviderFailure(.configuration, "too many files are open")
    }
    self.wake = wake
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
  }

  deinit {
    ccurl_multi_cleanup(multi)
    close(poll)
    wake.close()
  }

  /// Starts the thread; it lives until `stop`.
  ///
  /// - Throws: `ProviderFailure` (`configuration`) where the system has no thread left.
  func start() throws(ProviderFailure) {
    let this = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, Self.main, this.toOpaque())
    guard code == 0 else {
      this.release()
      throw ProviderFailure(.configuration, "no thread can be started")
    }
    pthread_detach(thread)
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let this = $0 else { return nil }
    // Signals are for the thread that handles records.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Unmanaged<CurlLoop>.fromOpaque(this).takeRetainedValue().run()
    return nil
  }

  /// Asks something of the thread; from any thread.
  func send(_ command: Command) {
    commands.withLock { $0.append(command) }
    wake.call()
  }

  // MARK: The thread

  private func run() {
    raiseDescriptorLimit()
    watch()
    var events = [epoll_event](repeating: epoll_event(), count: 256)
    while !isStopping {
      takeCommands()
      let now = SteadyClock.now()
      if let time = curlTime, time <= now {
        curlTime = nil
        act(on: CURL_SOCKET_TIMEOUT, 0)
      }
      finishDone()
      if nextLook <= now { expire(now) }
      if isStopping { break }
      let count = epoll_wait(poll, &events, Int32(events.count), timeToWait())
      for event in events.prefix(max(Int(count), 0)) {
        if event.data.fd == wake.descriptor {
          wake.clear()
        } else {
          act(on: event.data.fd, Self.selection(event.events))
        }
      }
    }
    for exchange in exchanges.values { end(exchange, CURLE_ABORTED_BY_CALLBACK) }
  }

  /// Milliseconds until something is due; -1 for never.
  private func timeToWait() -> Int32 {
    let next = min(curlTime ?? .max, nextLook)
    guard next < .max else { return -1 }
    return Int32(clamping: max(next - SteadyClock.now(), 0))
  }

  private func takeCommands() {
    let taken = commands.withLock { commands in
      defer { commands.removeAll(keepingCapacity: true) }
      return commands
    }
    for command in taken {
      switch command {
      case .add(let exchange): add(exchange)
      case .resume(let exchange):
        exchange.resume()
        look(again: exchange, SteadyClock.now())
      case .remove(let exchange): end(exchange, CURLE_ABORTED_BY_CALLBACK)
      case .stop: isStopping = true
      }
    }
  }

  private func add(_ exchange: CurlExchange) {
    guard let easy = exchange.prepare(settings),
      ccurl_multi_add_handle(multi, easy) == CURLM_OK
    else { return exchange.finish(CURLE_OUT_OF_MEMORY) }
    exchanges[easy] = exchange
    look(again: exchange, SteadyClock.now())
  }

  private func act(on socket: curl_socket_t, _ selection: Int32) {
    _ = ccurl_multi_socket_action(multi, socket, selection)
  }

  private func finishDone() {
    var code = CURLE_OK
    while let easy = ccurl_multi_next_done(multi, &code) {
      if let exchange = exchanges[easy] { end(exchange, code) }
    }
  }

  /// Ends those that waited for too long, and finds out when the next one may have.
  private func expire(_ now: Int64) {
    nextLook = .max
    for exchange in exchanges.values {
      if exchange.isLate(now) {
        exchange.expire()
        end(exchange, CURLE_OPERATION_TIMEDOUT)
      } else {
        look(again: exchange, now)
      }
    }
  }

  private func look(again exchange: CurlExchange, _ now: Int64) {
    nextLook = min(nextLook, exchange.nextLook(now) ?? .max)
  }

  private func end(_ exchange: CurlExchange, _ code: CURLcode) {
    guard let easy = exchange.easy, exchanges.removeValue(forKey: easy) != nil else { return }
    exchange.finish(code)
    _ = ccurl_multi_remove_handle(multi, easy)
  }

  // MARK: What libcurl waits for

  private func watch() {
    follow(wake.descriptor, UInt32(EPOLLIN.rawValue))
    ccurl_multi_watch(
      multi,
      { _, socket, what, this, _ in
        if let this { CurlLoop.of(this).follow(socket, what) }
        return 0
      },
      { _, milliseconds, this in
        if let this { CurlLoop.of(this).setTimer(milliseconds) }
        return 0
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private static func of(_ pointer: UnsafeMutableRawPointer) -> CurlLoop {
    Unmanaged<CurlLoop>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func setTimer(_ milliseconds: Int) {
    curlTime = milliseconds < 0 ? nil : SteadyClock.now() + Int64(milliseconds)
  }

  private func follow(_ socket: curl_socket_t, _ what: Int32) {
    switch what {
    case CURL_POLL_IN: follow(socket, UInt32(EPOLLIN.rawValue))
    case CURL_POLL_OUT: follow(socket, UInt32(EPOLLOUT.rawValue))
    case CURL_POLL_INOUT: follow(socket, UInt32(EPOLLIN.rawValue | EPOLLOUT.rawValue))
    default: _ = epoll_ctl(poll, EPOLL_CTL_DEL, socket, nil)
    }
  }

  private func follow(_ socket: Int32, _ events: UInt32) {
    var event = epoll_event()
    event.events = events
    event.data.fd = socket
    if epoll_ctl(poll, EPOLL_CTL_MOD, socket, &event) != 0 {
      _ = epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event)
    }
  }

  private static func selection(_ events: UInt32) -> Int32 {
    var selection: Int32 = 0
    if events & UInt32(EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { selection |= CURL_CSELECT_IN }
    if events & UInt32(EPOLLOUT.rawValue) != 0 { selection |= CURL_CSELECT_OUT }
    if events & UInt32(EPOLLERR.rawValue) != 0 { selection |= CURL_CSELECT_ERR }
    return selection
  }

  private func raiseDescriptorLimit() {
    var limit = rlimit()
    guard getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    let wanted = min(Self.wantedDescriptors, limit.rlim_max)
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = wanted
    _ = setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
  }
}
