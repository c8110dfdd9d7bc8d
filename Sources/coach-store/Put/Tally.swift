import CoachJSONL

/// How many records of each type were put, and what became of them.
struct Tally {
  private(set) var total = 0
  private var byType: [RecordType?: Int] = [:]
  private var new = 0
  private var changed = 0
  private var unchanged = 0

  mutating func add(_ type: RecordType?, _ outcome: Outcome) {
    total += 1
    byType[type, default: 0] += 1
    switch outcome {
    case .new: new += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    }
  }

  mutating func add(_ other: Tally) {
    total += other.total
    byType.merge(other.byType, uniquingKeysWith: +)
    new += other.new
    changed += other.changed
    unchanged += other.unchanged
  }

  /// `42 records stored (40 new, 1 changed, 1 as before): 2 session, 40 interaction`
  var words: String {
    let types = (RecordType.allCases.map(Optional.some) + [nil]).compactMap { type in
      byType[type].map { "\($0) \(type?.rawValue ?? "other")" }
    }
    let counts = "\(new) new, \(changed) changed, \(unchanged) as before"
    let sum = "\(total) \(total == 1 ? "record" : "records") stored (\(counts))"
    return types.isEmpty ? sum : "\(sum): \(types.joined(separator: ", "))"
  }
}
