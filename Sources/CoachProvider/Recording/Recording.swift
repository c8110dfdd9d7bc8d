import CoachJSONL
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The exchanges of a file, each given out once, those of one question in the order of the file.
final class Recording: Sendable {
  private let exchanges: Mutex<[String: [RecordedExchange]]>

  /// Reads a recording.
  ///
  /// - Throws: `StageFailure`: 66 where the file cannot be read, 78 where a line is no exchange.
  init(file: String) throws(StageFailure) {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw StageFailure(.noInput, "the recording cannot be read")
    }
    var byDigest: [String: [RecordedExchange]] = [:]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      guard let exchange = RecordedExchange(line: line) else {
        throw StageFailure(
          .configuration, "line \(number + 1) of the recording is no exchange")
      }
      byDigest[exchange.digest, default: []].append(exchange)
    }
    // The next one last.
    exchanges = Mutex(byDigest.mapValues { $0.reversed() })
  }

  /// The next exchange of that question; nil where there is none (any more).
  func next(_ digest: String) -> RecordedExchange? {
    exchanges.withLock { $0[digest]?.popLast() }
  }
}
