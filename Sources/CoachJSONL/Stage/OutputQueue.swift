import Synchronization

/// A piece of work that a record caused and, once it is done, its emission.
final class Job: Sendable {
  /// What a reject of the work is about.
  let cause: Cause
  let lane: String?
  fileprivate let run: Emission.Work
  private let result = Mutex<Emission?>(nil)

  init(cause: Cause, lane: String?, run: @escaping Emission.Work) {
    self.cause = cause
    self.lane = lane
    self.run = run
  }

  fileprivate var emission: Emission? { result.withLock { $0 } }

  fileprivate func start(wake: Wake) -> Task<Void, Never> {
    Task.detached {
      let emission = await self.run()
      self.result.withLock { $0 = emission }
      wake.call()
    }
  }
}

/// The line behind a reject.
struct Cause: Sendable {
  let line: [UInt8]
  let length: Int
  let place: Place
  let recordId: String?

  /// The cause of a reject of another record than the line, at the same place.
  func about(_ subject: (line: [UInt8], recordId: String?)?) -> Cause {
    subject.map {
      Cause(line: $0.line, length: $0.line.count, place: place, recordId: $0.recordId)
    } ?? self
  }
}

/// Keeps output in order while work is done side by side.
///
/// Each lane is a queue of lines that are ready and of work that is not; what stands at the head
/// of a lane and is ready may be written.
final class OutputQueue {
  enum Output {
    case lines([UInt8])
    case done(Job, Emission)
  }

  private enum Entry {
    case lines([UInt8])
    case job(Job)
  }

  /// Beyond so many bytes held back for the sake of order, reading waits.
  private static let mostHeldBytes = 8 << 20

  private let limit: Int
  private let wake: Wake
  private var lanes: [String?: [Entry]] = [:]
  private var heldBytes = 0
  /// What may begin, in the order in which it came; of a named lane its first alone.
  private var startable: ArraySlice<Job> = []
  /// What waits for an earlier piece of its lane. The lane of a piece that may begin or has begun
  /// is here, be it with nothing.
  private var behindInLane: [String: ArraySlice<Job>] = [:]
  private var running: [(job: Job, task: Task<Void, Never>)] = []
  private var waitingCount = 0

  /// A queue that does at most `limit` pieces of work at a time and calls `wake` when one is done.
  init(limit: Int, wake: Wake) {
    self.limit = max(limit, 1)
    self.wake = wake
  }

  var isEmpty: Bool { lanes.isEmpty }

  /// Whether nothing stands in that lane, so that a line can be written at once.
  func isClear(_ lane: String?) -> Bool { lanes.isEmpty || lanes[lane] == nil }

  /// How many pieces of work wait or are under way.
  var inFlight: Int { waitingCount + running.count }

  /// Whether reading should wait: so much is held back that memory must not grow further.
  var isFull: Bool {
    waitingCount + running.count >= 16 * limit || heldBytes >= Self.mostHeldBytes
  }

  func add(lines: [UInt8], lane: String?) {
    guard !lines.isEmpty else { return }
    heldBytes += lines.count
    lanes[lane, default: []].append(.lines(lines))
  }

  func add(_ job: Job) {
    lanes[job.lane, default: []].append(.job(job))
    waitingCount += 1
    if let lane = job.lane, behindInLane[lane] != nil {
      behindInLane[lane]?.append(job)
    } else {
      makeStartable(job)
    }
    startWaiting()
  }

  /// What may be written now, in order.
  func takeReady() -> [Output] {
    var ready: [Output] = []
    for (lane, entries) in lanes {
      var rest = entries[...]
      while let head = rest.first, let output = output(of: head) {
        ready.append(output)
        rest = rest.dropFirst()
      }
      lanes[lane] = rest.isEmpty ? nil : Array(rest)
    }
    // Asked once of each: a piece that ends in the meantime would be gone, and its lane stand still.
    var done: [Job] = []
    running.removeAll { work in
      guard work.job.emission != nil else { return false }
      done.append(work.job)
      return true
    }
    for job in done { makeNextStartable(after: job) }
    startWaiting()
    return ready
  }

  /// Tells all work to stop, also what has not begun: only the work itself knows what must not be
  /// lost with it.
  func cancel() {
    let unstarted = Array(startable) + behindInLane.values.flatMap(\.self)
    startable = []
    behindInLane = [:]
    waitingCount = 0
    for job in unstarted { running.append((job, job.start(wake: wake))) }
    for (_, task) in running { task.cancel() }
  }

  /// Tells the work that has begun to stop; what waits behind it has its turn.
  func cancelRunning() {
    for (_, task) in running { task.cancel() }
  }

  private func output(of entry: Entry) -> Output? {
    switch entry {
    case .lines(let lines):
      heldBytes -= lines.count
      return .lines(lines)
    case .job(let job):
      return job.emission.map { .done(job, $0) }
    }
  }

  private func makeStartable(_ job: Job) {
    if let lane = job.lane { behindInLane[lane] = behindInLane[lane] ?? [] }
    startable.append(job)
  }

  /// Lets the next piece of the lane begin, now that one has ended.
  private func makeNextStartable(after job: Job) {
    guard let lane = job.lane else { return }
    if let next = behindInLane[lane]?.popFirst() {
      startable.append(next)
    } else {
      behindInLane[lane] = nil
    }
  }

  private func startWaiting() {
    while running.count < limit, let job = startable.popFirst() {
      waitingCount -= 1
      running.append((job, job.start(wake: wake)))
    }
  }
}
