import CoachJSONL
import CoachLanguage

/// What the options of coach-filter ask for.
struct FilterPolicy: Sendable {
  /// A turn is tagged when this many in a row went without an assessment; 0 for never.
  var every = 5
  /// A session whose user is heard of again after more than this has no open task any more.
  var idle = TimeSpan.defaultIdle
  /// The end of the input closes nothing.
  var keepsOpen = false
  /// Turns that have a scope are decided anew.
  var retags = false
  /// The share of the turns not worth an assessment that are assessed all the same, 0…1.
  var audit = AuditSample(share: 0)
  /// The least severity of a finding that makes a turn worth an assessment.
  var minSeverity = Severity.medium
  /// How strong the evidence for an attempt at a skill has to be, 0…1.
  var threshold = ScopeTagger.defaultThreshold
  /// Who the user is where neither turn nor session says (`COACH_USER`).
  var defaultUser: String?
}
