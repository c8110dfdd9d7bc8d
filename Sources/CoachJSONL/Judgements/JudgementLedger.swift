/// Decides which assessments stand when the same turns were judged several times (contract §2).
///
/// Turns are the same where kind and interactionIds are, or the groupId. A judgement that is
/// complete stands or falls as a whole: the newest retires everything older on the focuses it
/// covers, also errors that it did not find again. Records without a judgement compete one by one,
/// by focus and category.
public struct JudgementLedger: Sendable {
  /// The turns that assessments are about.
  private enum Subject: Hashable {
    case turns(Assessment.Kind, [String])
    case group(String)
  }

  /// A version of an assessment: judged again by the same rules, it has the same id.
  private struct Version: Hashable {
    let id: String
    let judgedAt: Int64
    let judgementId: String?

    init(_ assessment: Assessment) {
      id = assessment.id
      judgedAt = assessment.judgedAt
      judgementId = assessment.judgement?.id
    }
  }

  private var cases: [[Version: Assessment]] = []
  private var caseOfSubject: [Subject: Int] = [:]

  public init() {}

  /// Takes an assessment in.
  public mutating func insert(_ assessment: Assessment) {
    let index = caseIndex(for: Self.subjects(of: assessment))
    cases[index][Version(assessment)] = assessment
  }

  /// What stands, in the order of practice (`createdAt`, then `id`).
  public var standing: [Assessment] {
    cases.flatMap { Self.standing(of: Array($0.values)) }
      .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }

  /// What stands of several assessments of the same turns.
  public static func standing(of assessments: [Assessment]) -> [Assessment] {
    let units = Dictionary(grouping: assessments.filter { $0.judgement != nil }) { assessment in
      Unit.Identity(id: assessment.judgement?.id ?? "", judgedAt: assessment.judgedAt)
    }.compactMap { Unit(identity: $0, records: $1) }
    let loose = assessments.filter { $0.judgement == nil }
    let focuses = Set(assessments.map(\.focusId))
    return focuses.flatMap { focusId in
      standing(on: focusId, units: units, loose: loose.filter { $0.focusId == focusId })
    }
  }

  private static func standing(
    on focusId: String?, units: [Unit], loose: [Assessment]
  ) -> [Assessment] {
    let newest = units.filter { $0.covers(focusId) }.max { $0.identity < $1.identity }
    let ofUnit = newest?.records.filter { $0.focusId == focusId } ?? []
    let later = loose.filter { $0.judgedAt > newest?.identity.judgedAt ?? .min }
    let ofLoose = Assessment.Category.allCases.compactMap { category in
      later.filter { $0.category == category }
        .max { ($0.judgedAt, $0.id) < ($1.judgedAt, $1.id) }
    }
    let retired = Set(ofLoose.map(\.category))
    return ofUnit.filter { !retired.contains($0.category) } + ofLoose
  }

  private static func subjects(of assessment: Assessment) -> [Subject] {
    let turns = Subject.turns(assessment.kind, assessment.interactionIds)
    return assessment.groupId.map { [.group($0), turns] } ?? [turns]
  }

  /// The case that the subjects belong to; cases that turn out to be one are merged.
  private mutating func caseIndex(for subjects: [Subject]) -> Int {
    let known = Set(subjects.compactMap { caseOfSubject[$0] }).sorted()
    let index: Int
    if let first = known.first {
      index = first
    } else {
      cases.append([:])
      index = cases.count - 1
    }
    for other in known.dropFirst() {
      cases[index].merge(cases[other]) { $1 }
      cases[other] = [:]
      for (subject, at) in caseOfSubject where at == other { caseOfSubject[subject] = index }
    }
    for subject in subjects { caseOfSubject[subject] = index }
    return index
  }
}

/// A judgement of which every record is there.
private struct Unit {
  struct Identity: Hashable, Comparable {
    let id: String
    let judgedAt: Int64

    static func < (left: Identity, right: Identity) -> Bool {
      (left.judgedAt, left.id) < (right.judgedAt, right.id)
    }
  }

  let identity: Identity
  let records: [Assessment]
  private let focusIds: [String]?

  /// Nil while records are missing.
  init?(identity: Identity, records: [Assessment]) {
    guard let judgement = records.first?.judgement,
      Set(records.map(\.id)).count >= judgement.records
    else { return nil }
    self.identity = identity
    self.records = records
    focusIds = judgement.focusIds
  }

  /// A narrowed judgement stands for its focuses only.
  func covers(_ focusId: String?) -> Bool {
    guard let focusIds else { return true }
    return focusId.map(focusIds.contains) ?? false
  }
}

extension Assessment {
  /// When it was judged; where nobody said, when what it is about happened (contract §2).
  public var judgedAt: Int64 { assessedAt ?? createdAt }
}
