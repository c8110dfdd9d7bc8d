#if canImport(Glibc)
  import Glibc
#endif

/// Where lines come from: files and standard input, waited for so that nothing finished is held back.
extension StageRun {
  mutating func readContext() throws {
    for path in options.contextFiles {
      guard let descriptor = openFile(path) else {
        throw StageFailure(.noInput, "\(path): \(Errno(errno).words)")
      }
      defer { close(descriptor) }
      try readLines(of: descriptor, name: path, isContext: true)
    }
  }

  mutating func readInput() throws {
    for path in options.files.isEmpty ? ["-"] : options.files {
      if path == "-" {
        try readLines(of: context.input, name: "stdin", isContext: false)
      } else if let descriptor = openFile(path) {
        defer { close(descriptor) }
        try readLines(of: descriptor, name: path, isContext: false)
      } else {
        let failure = Errno(errno)
        // Opening a named pipe waits for its writer, and a signal ends the waiting.
        try obeySignals()
        context.diagnostics.error(failure.words, place: path)
        status = status.worse(of: .noInput)
      }
    }
  }

  func openFile(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  mutating func readLines(of descriptor: Int32, name: String, isContext: Bool) throws {
    var reader = LineReader(descriptor: descriptor, name: name, maxLine: options.maxLine)
    readsPipe = Descriptor.isPipe(descriptor)
    if !isContext { progress?.beginFile(descriptor) }
    while true {
      try obeySignals()
      switch reader.next() {
      case .line(let bytes, let place):
        linesRead += 1
        try take(bytes, place, isContext: isContext)
      case .overlong(let head, let length, let place):
        linesRead += 1
        let error = RecordError(
          .lineTooLong, "the line has \(length) bytes, more than --max-line \(options.maxLine)")
        try reject(
          Cause(line: head, length: length, place: place, recordId: nil), for: error)
      case .needsInput:
        showProgress()
        if try waitForInput(descriptor) {
          do {
            try reader.fill()
          } catch {
            context.diagnostics.error(error.words, place: name)
            status = status.worse(of: error.code == EISDIR ? .noInput : .inputOutput)
            return
          }
        }
      case .end:
        progress?.endFile()
        return
      }
      if !queue.isEmpty {
        try writeReady()
        while queue.isFull {
          showProgress()
          try waitForWork()
        }
      }
    }
  }

  /// - Throws: `Stop` where a signal ends the tool.
  mutating func obeySignals() throws {
    guard !isEnding else { return }
    if signals.hasInterrupt {
      switch stage.interrupted() {
      case .usual: break
      case .ends: throw Stop.signal(.interrupted)
      case .noted: signals.forgetInterrupts()
      case .endsWork:
        signals.forgetInterrupts()
        queue.cancelRunning()
      }
    }
    if let ending = signals.verdict(readsPipe: readsPipe, now: SteadyClock.now()) {
      throw Stop.signal(ending)
    }
  }

  /// Waits until there is input to read, having written all that is finished; returns whether
  /// there is (a signal or finished work ends the waiting too).
  mutating func waitForInput(_ descriptor: Int32) throws -> Bool {
    if isReadable(descriptor, orWoken: false, timeout: 0) { return true }
    try pause()
    try writer.flush()
    return isReadable(descriptor, orWoken: true, timeout: -1)
  }

  mutating func pause() throws {
    emission.reset()
    try stage.inputPaused(emit: &emission)
    try write(line: nil)
  }

  /// Shows how far the work is, where somebody looks and it is time: asked once a block of input, and
  /// when work is waited for.
  mutating func showProgress() {
    guard progress?.isDue == true else { return }
    progress?.show(
      ProgressFigures(
        records: linesRead, elapsed: 0, inFlight: queue.inFlight, costCents: costCents))
  }

  func isReadable(_ descriptor: Int32, orWoken: Bool, timeout: Int32) -> Bool {
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: orWoken ? wake.descriptor : -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&watched, 2, timeout)
    if watched[1].revents != 0 { wake.clear() }
    return count > 0 && watched[0].revents != 0
  }
}
