import Foundation
import Testing

@testable import CoachJSONL

/// Work that ends whenever it likes, also while the queue looks at it.
@Suite struct OutputQueueTests {
  private static let laneCount = 64
  private static let jobsInLane = 60

  /// How many pieces come out in time, with the queue looked at all the while.
  private static func piecesDone() throws -> Int {
    let queue = OutputQueue(limit: laneCount, wake: try Wake())
    let place = Place(file: "test", line: 1, offset: 0)
    for _ in 0..<jobsInLane {
      for lane in 0..<laneCount {
        queue.add(
          Job(cause: Cause(line: [], length: 0, place: place, recordId: nil), lane: "\(lane)") {
            await Task.yield()
            return Emission()
          })
      }
    }
    // Other tests may hold all the threads that the work needs for quite a while.
    let deadline = Date() + 180
    var count = 0
    while !queue.isEmpty, Date() < deadline {
      count += queue.takeReady().count
      Thread.sleep(forTimeInterval: 0.000_05)
    }
    return count
  }

  @Test func noLaneStandsStill() async throws {
    // It does not wait for its work asleep, so it must not hold a thread that the work needs.
    let count = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try Self.piecesDone() }) }
    }
    #expect(count == Self.laneCount * Self.jobsInLane)
  }
}
