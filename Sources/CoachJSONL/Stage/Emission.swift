/// What a stage does about one record: the records of its own that it writes, and what becomes of
/// the line itself.
///
/// The line is passed on byte for byte unless the stage says otherwise, so no stage can drop one
/// by forgetting it. Where the stage throws a `RecordError` instead, all of this is void and a
/// reject takes the line's place.
public struct Emission: Sendable {
  /// Work that takes time; its own emission joins the output where this one stands.
  public typealias Work = @Sendable () async -> Emission

  enum Fate: Sendable {
    case passed
    case consumed
    case replaced([UInt8])
  }

  /// Something that could not be done.
  struct Rejection: Sendable {
    /// Where among the bytes behind the line its reject stands.
    let at: Int
    let error: RecordError
    /// The line that it is about and its record's id; nil for the line in hand.
    let subject: (line: [UInt8], recordId: String?)?
  }

  /// Lines before the record, each with a line feed.
  private(set) var ahead = JSONWriter()
  /// Lines behind the record, each with a line feed.
  private(set) var behind = JSONWriter()
  private(set) var rejections: [Rejection] = []
  private(set) var fate = Fate.passed
  private(set) var isOwn = false
  private(set) var work: (isAhead: Bool, run: Work)?
  /// What the attempts written down here have cost, cents.
  private(set) var costCents = 0.0
  /// A record of the stage's own that breaks the contract: a bug.
  private(set) var flaw: RecordError?

  /// Output of the same lane keeps its order, and its work is done one after the other; of
  /// different lanes neither is so. The nil lane (the default) keeps its order too, while its work
  /// is done side by side.
  public var lane: String?

  /// An emission of nothing: the line is passed on as it is.
  public init() {}

  // MARK: Records of the stage's own

  /// Writes a record behind the line.
  public mutating func emit(_ record: some SuiteRecord) {
    check(record)
    behind.write(record)
    behind.endLine()
  }

  /// Writes an attempt at an answer behind the line, and counts what it cost.
  public mutating func emit(_ run: PromptRun) {
    costCents += run.costCents ?? 0
    check(run)
    behind.write(run)
    behind.endLine()
  }

  /// Writes a record before the line.
  public mutating func emitAhead(_ record: some SuiteRecord) {
    check(record)
    ahead.write(record)
    ahead.endLine()
  }

  /// Writes a line that is already encoded (without line feed) behind the record.
  public mutating func emit(line: some Sequence<UInt8>) {
    behind.value(encoded: line)
    behind.endLine()
  }

  /// Says that something about the record could not be done; the record itself is passed on.
  public mutating func reject(_ error: RecordError) {
    rejections.append(Rejection(at: behind.bytes.count, error: error, subject: nil))
  }

  /// Says that something about an earlier record could not be done; the line in hand, if there is
  /// one, is passed on.
  public mutating func reject(_ error: RecordError, of record: some SuiteRecord, id: String?) {
    rejections.append(
      Rejection(at: behind.bytes.count, error: error, subject: (record.line(), id)))
  }

  // MARK: The line

  /// Passes the line on with a member set to `value` (encoded JSON), every other byte as it was.
  /// The line counts as the stage's own.
  public mutating func pass(
    _ record: borrowing Record, setting name: StaticString, to value: [UInt8]
  ) {
    let spliced = FieldSplice.splice(name, value, into: record.bytes, fields: record.fields)
    fate = .replaced(spliced)
    isOwn = true
  }

  /// Counts the line, passed on as it is, as the stage's own (`--only` writes it too).
  public mutating func claim() { isOwn = true }

  /// Does not pass the line on: the stage is where it ends.
  public mutating func consume() { fate = .consumed }

  // MARK: Work

  /// Does work while further input is read; what it emits comes behind the line (or before it),
  /// in the order of the input.
  public mutating func later(ahead isAhead: Bool = false, _ work: @escaping Work) {
    self.work = (isAhead, work)
  }

  mutating func reset() {
    ahead.reset()
    behind.reset()
    if !rejections.isEmpty { rejections.removeAll() }
    fate = .passed
    isOwn = false
    work = nil
    costCents = 0
    flaw = nil
    lane = nil
  }

  private mutating func check(_ record: some SuiteRecord) {
    do throws(RecordError) {
      try record.validate()
    } catch {
      flaw = flaw ?? error
    }
  }
}
