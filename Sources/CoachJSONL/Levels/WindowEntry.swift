/// A score as a window holds it: with its ids as bytes, in memory that a newer score can take over.
///
/// So scores pass through a window without asking for memory, and without a String.
struct WindowEntry: Equatable, Sendable {
  /// Two numbers that are the same for the same ids, and for different ones only by chance: where
  /// they differ, no id need be looked at.
  struct Print: Equatable, Sendable {
    fileprivate(set) var own: UInt32 = 0
    fileprivate(set) var turns: UInt32 = 0

    func hasMatch(in other: Print) -> Bool { own == other.own || turns == other.turns }
  }

  private(set) var kind = Assessment.Kind.interaction
  private(set) var score = 0.0
  private(set) var createdAt: Int64 = 0
  private(set) var assessedAt: Int64?
  private(set) var print = Print()
  /// The assessment's id, then those of its turns.
  private var ids = IDList()
  /// How many bytes the assessment's id has, with its zero.
  private var ownLength = 0

  /// An entry of nothing, to be filled.
  init() {}

  init(_ score: WindowScore) {
    ids.append(score.id)
    ownLength = ids.byteCount
    for turn in score.interactionIds { ids.append(turn) }
    end(
      kind: score.kind, score: score.score, createdAt: score.createdAt,
      assessedAt: score.assessedAt)
  }

  // MARK: Filling

  /// Forgets what the entry holds, and takes the assessment's id in.
  mutating func begin(id: UnsafeRawBufferPointer) {
    ids.removeAll()
    ids.append(id)
    ownLength = ids.byteCount
  }

  mutating func add(turn id: UnsafeRawBufferPointer) { ids.append(id) }

  mutating func end(
    kind: Assessment.Kind, score: Double, createdAt: Int64, assessedAt: Int64?
  ) {
    self.kind = kind
    self.score = score
    self.createdAt = createdAt
    self.assessedAt = assessedAt
    withIDs { own, turns in
      print = Print(own: own.fingerprint, turns: turns.fingerprint)
    }
  }

  // MARK: Comparing

  /// The order of practice.
  func precedes(_ other: WindowEntry) -> Bool {
    createdAt != other.createdAt ? createdAt < other.createdAt : compareOwnID(to: other) < 0
  }

  func isOfSameTurns(as other: WindowEntry) -> Bool {
    kind == other.kind && hasSameTurnIDs(as: other) || compareOwnID(to: other) == 0
  }

  /// Whether it is the newer judgement of the same turns; ids and scores only break ties, so that
  /// the order of arrival never matters.
  func supersedes(_ other: WindowEntry) -> Bool {
    let (judgedAt, otherJudgedAt) = (assessedAt ?? createdAt, other.assessedAt ?? other.createdAt)
    if judgedAt != otherJudgedAt { return judgedAt > otherJudgedAt }
    let order = compareOwnID(to: other)
    return order != 0 ? order > 0 : score > other.score
  }

  private func hasSameTurnIDs(as other: WindowEntry) -> Bool {
    withIDs { _, left in
      other.withIDs { _, right in left.count == right.count && left.compare(to: right) == 0 }
    }
  }

  private func compareOwnID(to other: WindowEntry) -> Int {
    withIDs { left, _ in other.withIDs { right, _ in left.compare(to: right) } }
  }

  private func withIDs<Result>(
    _ body: (_ own: UnsafeRawBufferPointer, _ turns: UnsafeRawBufferPointer) -> Result
  ) -> Result {
    ids.withBytes { ids in
      body(
        UnsafeRawBufferPointer(rebasing: ids[..<ownLength]),
        UnsafeRawBufferPointer(rebasing: ids[ownLength...]))
    }
  }

  // MARK: Reading

  /// The score with Strings for its ids.
  var windowScore: WindowScore {
    WindowScore(
      id: withIDs { own, _ in String(decoding: own.dropLast(), as: UTF8.self) }, kind: kind,
      interactionIds: ids.texts(from: ownLength), score: score, createdAt: createdAt,
      assessedAt: assessedAt)
  }
}
