/// What the lines of a stage's input may be.
public enum InputFormat: Sendable {
  /// Records only.
  case records
  /// Records, and plain text where a line does not begin with `{`: a message with that text.
  case textOrRecords
}

/// What an interrupt (Ctrl-C) means to a stage.
public enum Interruption: Sendable {
  /// What it means to every stage (contract §3): a second one within two seconds ends a stage that
  /// reads a pipe, the first one any other.
  case usual
  /// Nothing more: the stage has done about it what there is to do.
  case noted
  /// The work under way is cancelled, and the stage goes on.
  case endsWork
  /// The stage ends, finishing what is in hand.
  case ends
}

/// The work of one tool: it takes records and says what is to be written, and holds no input or
/// output of its own. ``StageLoop`` does all the rest.
public protocol Stage {
  /// The tool's name, as diagnostics and rejects give it.
  static var name: String { get }

  /// What the lines of its input may be.
  static var input: InputFormat { get }

  /// Whether a reader that goes away is reported (exit 74) instead of ending the tool silently.
  static var reportsBrokenPipe: Bool { get }

  /// Whether it writes records where all goes well: rejects alone keep nothing else off a terminal.
  var writesRecords: Bool { get }

  /// Takes in a record of `--context`, which is not passed on.
  ///
  /// - Throws: `RecordError` where the record cannot be worked on; `StageFailure` to end the tool.
  mutating func learn(from record: borrowing Record) throws

  /// Does the stage's work on a record.
  ///
  /// - Throws: `RecordError` where the record cannot be worked on: a reject takes its place;
  ///   `StageFailure` to end the tool.
  mutating func process(_ record: borrowing Record, emit: inout Emission) throws

  /// Takes note of a reject that takes the place of a line of this stage's input.
  ///
  /// - Throws: `StageFailure` to end the tool.
  mutating func rejected(_ reject: Reject, emit: inout Emission) throws

  /// No more input is waiting, or the tool is about to end: what is in hand should be finished.
  ///
  /// - Throws: `StageFailure` to end the tool.
  mutating func inputPaused(emit: inout Emission) throws

  /// Somebody has pressed Ctrl-C: says what that means.
  mutating func interrupted() -> Interruption

  /// The input has ended.
  ///
  /// - Throws: `StageFailure` to end the tool.
  mutating func finish(emit: inout Emission) throws
}

extension Stage {
  public static var input: InputFormat { .records }
  public static var reportsBrokenPipe: Bool { false }
  public var writesRecords: Bool { true }
  public mutating func learn(from record: borrowing Record) throws {}
  public mutating func rejected(_ reject: Reject, emit: inout Emission) throws {
    emit.emit(reject)
  }
  public mutating func inputPaused(emit: inout Emission) throws {}
  public mutating func interrupted() -> Interruption { .usual }
  public mutating func finish(emit: inout Emission) throws {}
}
