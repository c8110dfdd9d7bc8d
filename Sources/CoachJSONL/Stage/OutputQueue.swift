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
  private var waiting: [Job] = []
  private var running: [(job: Job, task: Task<Void, Never>)] = []

  /// A queue that does at most `limit` pieces of work at a time and calls `wake` when one is done.
  init(limit: Int, wake: Wake) {
    self.limit = max(limit, 1)
    self.wake = wake
  }

  var isEmpty: Bool { lanes.isEmpty }

  /// Whether nothing stands in that lane, so that a line can be written at once.
  func isClear(_ lane: String?) -> Bool { lanes.isEmpty || lanes[lane] == nil }

  /// Whether reading should wait: so much is held back that memory must not grow further.
  var isFull: Bool {
    waiting.count + running.count >= 16 * limit || heldBytes >= Self.mostHeldBytes
  }

  func add(lines: [UInt8], lane: String?) {
    guard !lines.isEmpty else { return }
    heldBytes += lines.count
    lanes[lane, default: []].append(.lines(lines))
  }

  func add(_ job: Job) {
    lanes[job.lane, default: []].append(.job(job))
    waiting.append(job)
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
    running.removeAll { $0.job.emission != nil }
    startWaiting()
    return ready
  }

  /// Tells the work under way to stop, and forgets what has not begun. Lines are kept: they have
  /// been read, and nobody else will pass them on.
  func cancel() {
    for (_, task) in running { task.cancel() }
    let unstarted = Set(waiting.map(ObjectIdentifier.init))
    waiting = []
    for (lane, entries) in lanes {
      let kept = entries.filter { entry in
        if case .job(let job) = entry { !unstarted.contains(ObjectIdentifier(job)) } else { true }
      }
      lanes[lane] = kept.isEmpty ? nil : kept
    }
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

  /// Starts work in the order in which it came, one piece at a time in a named lane.
  private func startWaiting() {
    var index = 0
    while index < waiting.count, running.count < limit {
      let job = waiting[index]
      if job.lane != nil, running.contains(where: { $0.job.lane == job.lane }) {
        index += 1
      } else {
        waiting.remove(at: index)
        running.append((job, job.start(wake: wake)))
      }
    }
  }
}
