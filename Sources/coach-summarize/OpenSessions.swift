import CoachJSONL
import CoachProvider

/// What the stream has shown of the sessions that have not ended: so much of it at most.
///
/// Streams may never say that a session has ended. Beyond the limit the sessions that were heard of
/// longest ago are let go; of these it is remembered that they were, so that nothing is reviewed
/// as if it were the whole.
struct OpenSessions {
  /// The lines of records that are held, in bytes, by default.
  static let usualLimit = 12 << 20
  /// What a record takes beside its texts.
  private static let bytesBesideTexts = 512

  private struct Entry {
    var records: SessionRecords
    var bytes = 0
    /// When it was last heard of, in records.
    var heard = 0
  }

  private let limit: Int
  private var entries: [String: Entry] = [:]
  /// Hashes alone: there may be as many as the stream is long.
  private var letGo: Set<Int> = []
  private var bytes = 0
  private var heard = 0

  init(limit: Int = usualLimit) { self.limit = limit }

  /// The ids of the sessions that are held, in their order.
  var ids: [String] { entries.keys.sorted() }

  /// Takes a record of a session in.
  ///
  /// - Parameter byteCount: the length of its line.
  /// - Returns: the sessions that had to be let go for it.
  mutating func take(
    _ byteCount: Int, of id: String, _ work: (inout SessionRecords) -> Void
  ) -> [SessionRecords] {
    guard !letGo.contains(id.hashValue) else { return [] }
    heard += 1
    var entry = entries[id] ?? Entry(records: SessionRecords(id: id))
    entries[id] = nil
    work(&entry.records)
    entry.heard = heard
    let size = byteCount + Self.bytesBesideTexts
    entry.bytes += size
    bytes += size
    entries[id] = entry
    return bytes > limit ? makeRoom() : []
  }

  /// What is held of a session, which is forgotten; nil where that is nothing.
  mutating func remove(_ id: String) -> SessionRecords? {
    guard let entry = entries.removeValue(forKey: id) else { return nil }
    bytes -= entry.bytes
    return entry.records
  }

  /// Whether the session was let go; that is forgotten, too.
  mutating func wasLetGo(_ id: String) -> Bool { letGo.remove(id.hashValue) != nil }

  /// Lets go of a quarter, so that it is not to be done for each record.
  private mutating func makeRoom() -> [SessionRecords] {
    var gone: [SessionRecords] = []
    for (id, entry) in entries.sorted(by: { $0.value.heard < $1.value.heard }) {
      guard bytes > limit / 4 * 3 else { break }
      entries[id] = nil
      bytes -= entry.bytes
      letGo.insert(id.hashValue)
      gone.append(entry.records)
    }
    return gone
  }
}
