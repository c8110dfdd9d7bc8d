/// Where lines go: at once, or through the queue where work is under way.
extension StageRun {
  mutating func write(line: UnsafeRawBufferPointer, of record: borrowing Record) throws {
    let isQuiet = writesOnlyOwn && !emission.isOwn
    if emission.work == nil, emission.rejections.isEmpty, queue.isClear(emission.lane) {
      try checkFlaw()
      if !emission.ahead.bytes.isEmpty { try writer.write(lines: emission.ahead.bytes) }
      if !isQuiet { try writeLine(line) }
      if !emission.behind.bytes.isEmpty { try writer.write(lines: emission.behind.bytes) }
      return
    }
    let cause = Cause(
      line: Array(line), length: line.count, place: record.place,
      recordId: (try? record.id("id")) ?? nil)
    let passed: [UInt8]
    switch emission.fate {
    case .consumed: passed = []
    case .passed: passed = isQuiet ? [] : cause.line + [0x0A]
    case .replaced(let bytes): passed = bytes + [0x0A]
    }
    try enqueue(passed, cause)
  }

  /// Writes an emission that no line caused.
  mutating func write(line: Void?) throws {
    if emission.work == nil, emission.rejections.isEmpty, queue.isClear(emission.lane) {
      try checkFlaw()
      try writer.write(lines: emission.ahead.bytes)
      try writer.write(lines: emission.behind.bytes)
      return
    }
    let nowhere = Place(file: "stdin", line: 0, offset: 0)
    try enqueue([], Cause(line: [], length: 0, place: nowhere, recordId: nil))
  }

  mutating func writeLine(_ line: UnsafeRawBufferPointer) throws {
    switch emission.fate {
    case .passed: try writer.write(line: line)
    case .replaced(let bytes): try writer.write(line: bytes)
    case .consumed: break
    }
  }

  mutating func enqueue(_ passed: [UInt8], _ cause: Cause) throws {
    try checkFlaw()
    let lane = emission.lane
    let job = emission.work.map {
      (isAhead: $0.isAhead, Job(cause: cause, lane: lane, run: $0.run))
    }
    queue.add(lines: emission.ahead.bytes, lane: lane)
    if let job, job.isAhead { queue.add(job.1) }
    queue.add(lines: passed, lane: lane)
    queue.add(lines: behind(emission, cause), lane: lane)
    if let job, !job.isAhead { queue.add(job.1) }
    try writeReady()
    if isStrict, !emission.rejections.isEmpty { throw Stop.strict }
  }

  /// The records behind a line, rejects among them at their places.
  mutating func behind(_ emission: Emission, _ cause: Cause) -> [UInt8] {
    guard !emission.rejections.isEmpty else { return emission.behind.bytes }
    var lines: [UInt8] = []
    var at = 0
    for rejection in emission.rejections {
      lines.append(contentsOf: emission.behind.bytes[at..<rejection.at])
      let subject = cause.about(rejection.subject)
      lines.append(contentsOf: note(subject, rejection.error).line() + [0x0A])
      at = rejection.at
    }
    lines.append(contentsOf: emission.behind.bytes[at...])
    return lines
  }

  mutating func writeReady() throws {
    var hasRejected = false
    for output in queue.takeReady() {
      switch output {
      case .lines(let lines):
        try writer.write(lines: lines)
      case .done(let job, let done):
        costCents += done.costCents
        if let flaw = done.flaw { throw StageFailure(.software, flaw.message) }
        try writer.write(lines: done.ahead.bytes)
        try writer.write(lines: behind(done, job.cause))
        hasRejected = hasRejected || !done.rejections.isEmpty
      }
    }
    if isStrict, hasRejected, !isEnding { throw Stop.strict }
  }

  mutating func waitForWork() throws {
    try writer.flush()
    showProgress()
    let timeout = progress == nil ? 1_000 : Int32(ProgressMeter.interval)
    _ = isReadable(-1, orWoken: true, timeout: timeout)
    try obeySignals()
    try writeReady()
  }

  /// Waits for all work and writes it.
  mutating func settle() throws {
    try writeReady()
    while !queue.isEmpty { try waitForWork() }
  }

  func checkFlaw() throws {
    if let flaw = emission.flaw {
      throw StageFailure(.software, "a record of its own breaks the contract: \(flaw.message)")
    }
  }
}
