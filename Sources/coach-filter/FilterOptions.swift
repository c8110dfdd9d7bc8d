public import ArgumentParser
import CoachJSONL
public import CoachLanguage

/// The options by which turns are tagged.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tag a turn when this many in a row were not tagged (0: never); small talk waits.",
      valueName: "turns"))
  var every = 5

  @Option(
    help: ArgumentHelp(
      "Close what a user left open for longer than this (90s, 20m, 1h).",
      valueName: "duration"))
  var idle = TimeSpan.defaultIdle

  @Flag(help: "The end of the input closes nothing.")
  var keepOpen = false

  @Flag(help: "Decide anew about turns that have a scope.")
  var retag = false

  @Option(
    help: ArgumentHelp(
      "Also tag this share (0…1) of the turns that are not worth it, chosen by id.",
      valueName: "share"))
  var audit = 0.0

  @Option(
    help: ArgumentHelp(
      "The least severity of an error that makes a turn worth an assessment.",
      valueName: "severity"))
  var minSeverity = Severity.medium

  @Option(
    help: ArgumentHelp(
      """
      How strong the evidence has to be (0…1) that a turn is an attempt at a skill: its length and \
      its cues. Lower tags more.
      """, valueName: "strength"))
  var threshold = ScopeTagger.defaultThreshold

  func validate() throws {
    guard (0...1_000_000).contains(every) else {
      throw ValidationError("--every must be 0…1000000, got \(every)")
    }
    guard (0...1).contains(audit) else {
      throw ValidationError("--audit must be 0…1, got \(audit)")
    }
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold must be 0…1, got \(threshold)")
    }
  }

  /// The policy that the options ask for.
  func policy(defaultUser: String?) -> FilterPolicy {
    FilterPolicy(
      every: every, idle: idle, keepsOpen: keepOpen, retags: retag,
      audit: AuditSample(share: audit), minSeverity: minSeverity, threshold: threshold,
      defaultUser: defaultUser)
  }
}

extension Severity: ExpressibleByArgument {}
