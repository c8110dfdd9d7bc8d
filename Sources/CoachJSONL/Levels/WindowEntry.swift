/// A score as a window holds it.
///
/// Its ids lie behind one another in one piece of memory, which a newer score can take over: as
/// scores pass through a window, no memory is asked for and no String made.
struct WindowEntry: Equatable, Sendable {
  private(set) var kind = Assessment.Kind.interaction
  private(set) var score = 0.0
  private(set) var createdAt: Int64 = 0
  private(set) var assessedAt: Int64?
  /// The UTF-8 of the assessment's id and of its turns' ids, a zero behind each: no id has one.
  private var ids: [UInt8] = []
  /// How many bytes the assessment's id has, with its zero.
  private var ownLength = 0
  /// Of different ids these are seldom the same, of the same ids always.
  private var ownPrint: UInt64 = 0
  private var turnsPrint: UInt64 = 0

  /// An entry of nothing, to be filled.
  init() {}

  init(_ score: WindowScore) {
    begin(id: score.id.utf8)
    for turn in score.interactionIds { add(turn: turn.utf8) }
    end(
      kind: score.kind, score: score.score, createdAt: score.createdAt,
      assessedAt: score.assessedAt)
  }

  // MARK: Filling

  /// Forgets what the entry holds, and takes the assessment's id in.
  mutating func begin(id: some Collection<UInt8>) {
    ids.removeAll(keepingCapacity: true)
    append(id)
    ownLength = ids.count
  }

  mutating func add(turn id: some Collection<UInt8>) { append(id) }

  mutating func end(
    kind: Assessment.Kind, score: Double, createdAt: Int64, assessedAt: Int64?
  ) {
    self.kind = kind
    self.score = score
    self.createdAt = createdAt
    self.assessedAt = assessedAt
    (ownPrint, turnsPrint) = ids.withUnsafeBytes { ids in
      (
        UnsafeRawBufferPointer(rebasing: ids[..<ownLength]).fingerprint,
        UnsafeRawBufferPointer(rebasing: ids[ownLength...]).fingerprint
      )
    }
  }

  private mutating func append(_ id: some Collection<UInt8>) {
    ids.append(contentsOf: id)
    ids.append(0)
  }

  // MARK: Comparing

  /// The order of practice.
  func precedes(_ other: WindowEntry) -> Bool {
    createdAt != other.createdAt ? createdAt < other.createdAt : compareId(to: other) < 0
  }

  func isOfSameTurns(as other: WindowEntry) -> Bool {
    turnsPrint == other.turnsPrint && hasSameTurns(as: other)
      || ownPrint == other.ownPrint && compareId(to: other) == 0
  }

  /// Whether it is the newer judgement of the same turns; ids and scores only break ties, so that
  /// the order of arrival never matters.
  func supersedes(_ other: WindowEntry) -> Bool {
    let (judgedAt, otherJudgedAt) = (assessedAt ?? createdAt, other.assessedAt ?? other.createdAt)
    if judgedAt != otherJudgedAt { return judgedAt > otherJudgedAt }
    let order = compareId(to: other)
    return order != 0 ? order > 0 : score > other.score
  }

  private func hasSameTurns(as other: WindowEntry) -> Bool {
    kind == other.kind && ids[ownLength...] == other.ids[other.ownLength...]
  }

  /// Below 0, 0 or above 0, as the assessment's id stands before, at or behind the other's in the
  /// order of their code points.
  private func compareId(to other: WindowEntry) -> Int {
    ids.withUnsafeBytes { left in
      other.ids.withUnsafeBytes { right in
        UnsafeRawBufferPointer(rebasing: left[..<ownLength])
          .compare(to: UnsafeRawBufferPointer(rebasing: right[..<other.ownLength]))
      }
    }
  }

  // MARK: Reading

  /// The score with Strings for its ids.
  var windowScore: WindowScore {
    let texts = ids.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    return WindowScore(
      id: texts.first ?? "", kind: kind, interactionIds: Array(texts.dropFirst()), score: score,
      createdAt: createdAt, assessedAt: assessedAt)
  }
}
