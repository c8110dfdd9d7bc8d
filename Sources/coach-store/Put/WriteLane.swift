import CoachJSONL
import Dispatch
import GRDB
import Synchronization

/// The way of records to the database: in the order in which they come, and assessments, of which
/// there are many, in blocks that are written while the next ones are read.
///
/// All writing is done on the queue of the store's connection, one piece after the other. What goes
/// wrong with a block is said at the next call; nothing behind it is written then.
final class WriteLane: Sendable {
  /// Assessments in a block, and bytes of their lines.
  private static let blockRecords = 64
  private static let blockBytes = 128 << 10
  /// Blocks that wait or are being written: with one more, nothing is faster.
  private static let mostBlocks = 2

  private let store: Store
  // Touched on the connection's queue alone.
  nonisolated(unsafe) private let writer: RecordWriter
  // Touched by the reader alone.
  nonisolated(unsafe) private var block: [IncomingAssessment] = []
  nonisolated(unsafe) private var blockBytes = 0
  private let places = DispatchSemaphore(value: mostBlocks)
  private let failure = Mutex<(any Error)?>(nil)

  /// - Throws: `StageFailure` where the database cannot be used.
  init(store: Store) throws {
    self.store = store
    writer = try store.use { try RecordWriter(on: $0) }
  }

  /// Puts a record.
  ///
  /// - Throws: `RecordError` where it breaks a rule; `StageFailure`, also for records before it.
  func put(_ record: borrowing Record) throws {
    guard record.type == .assessment else {
      return try use { try writer.put(record) }
    }
    // The texts are kept as bytes; half an emoji in one of them is no reason to lose a judgement.
    block.append(try record.repairingText { try IncomingAssessment($0) })
    blockBytes += record.byteCount
    if block.count >= Self.blockRecords || blockBytes >= Self.blockBytes { try handOver() }
  }

  /// Commits all that was put.
  ///
  /// - Returns: what became of it.
  /// - Throws: `StageFailure`.
  func commit() throws -> Tally { try use { try writer.commit() } }

  /// Does work behind all that was put.
  private func use<Result>(_ work: () throws -> Result) throws -> Result {
    try handOver()
    return try store.use { _ in
      try throwFailure()
      return try work()
    }
  }

  private func handOver() throws {
    guard !block.isEmpty else { return }
    places.wait()
    let full = block
    block.removeAll(keepingCapacity: true)
    blockBytes = 0
    store.queue.asyncWriteWithoutTransaction { [self] _ in
      defer { places.signal() }
      do {
        try throwFailure()
        try writer.put(full)
      } catch {
        failure.withLock { $0 = error }
      }
    }
    try store.reporting(throwFailure)
  }

  private func throwFailure() throws {
    if let error = failure.withLock(\.self) { throw error }
  }
}
