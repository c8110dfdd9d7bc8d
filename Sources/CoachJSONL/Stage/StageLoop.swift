/// Reads lines, gives each record to a stage, and writes the line and the stage's records: the one
/// place for rejects, flushing, signals and the exit status of all tools.
public struct StageLoop<Work: Stage> {
  private var stage: Work
  private let options: StageOptions
  private let context: StageContext

  public init(_ stage: Work, options: StageOptions, context: StageContext) {
    self.stage = stage
    self.options = options
    self.context = context
  }

  /// Works to the end of the input.
  ///
  /// - Returns: how the tool ends; everything about it has been said on stderr.
  public mutating func run() -> ExitStatus {
    do {
      let wake = try Wake()
      defer { wake.close() }
      var run = StageRun(
        stage: stage, options: options, context: context, wake: wake, parser: try JSONParser())
      let end = run.untilEnd()
      stage = run.stage
      return end
    } catch {
      context.diagnostics.error("cannot start: \(error)")
      return .software
    }
  }
}

/// One run of a stage over its input.
struct StageRun<Work: Stage> {
  /// Why the loop stops before its input ends.
  enum Stop: Error {
    case signal(ExitStatus)
    case strict
  }

  var stage: Work
  let options: StageOptions
  /// What is asked of the options for every line, which costs too much there.
  let writesOnlyOwn: Bool
  let isStrict: Bool
  let context: StageContext
  let wake: Wake
  let parser: JSONParser
  var signals: SignalWatch
  var queue: OutputQueue
  var writer: LineWriter
  var emission = Emission()
  var status = ExitStatus.ok
  /// How many lines were read, and how many things were rejected: what `-v` tells at the end.
  var linesRead = 0
  var rejected = 0
  /// What shows how far the work is; nil where nobody looks.
  var progress: ProgressMeter?
  /// What models have cost so far, cents.
  var costCents = 0.0
  /// Whether the input is a pipe, whose end the first stage of the pipeline decides.
  var readsPipe = false
  /// Whether the tool is ending: signals have been obeyed, and no reject stops it again.
  var isEnding = false

  init(
    stage: Work, options: StageOptions, context: StageContext, wake: Wake, parser: JSONParser
  ) {
    self.stage = stage
    self.options = options
    writesOnlyOwn = options.only
    isStrict = options.strict
    self.context = context
    self.wake = wake
    self.parser = parser
    signals =
      context.ownsProcess
      ? SignalWatch(wake: wake, diesOfBrokenPipe: !Work.reportsBrokenPipe) : .inactive
    queue = OutputQueue(limit: context.jobs, wake: wake)
    writer = LineWriter(descriptor: context.output)
    guard context.ownsProcess, context.showsProgress else { return }
    progress = ProgressMeter(
      tool: Work.name, environment: context.environment, input: context.input,
      output: context.output, writesRecords: stage.writesRecords, files: options.files)
  }

  mutating func untilEnd() -> ExitStatus {
    do {
      try readContext()
      try readInput()
      try settle()
      emission.reset()
      try stage.finish(emit: &emission)
      try write(line: nil)
      try settle()
      try writer.flush()
    } catch {
      end(because: error)
    }
    progress?.end()
    context.diagnostics.info("\(linesRead) lines read, \(rejected) rejected")
    return status
  }

  /// Says why, finishes what is in hand, and decides the exit status.
  private mutating func end(because error: any Error) {
    note(error)
    if error is Errno { return }
    do {
      if error is Stop { try pause() }
      if !isStrictStop(error) { queue.cancel() }
      isEnding = true
      try settle()
      try writer.flush()
    } catch {
      note(error)
    }
  }

  /// What is under way when `--strict` stops the tool is finished: it was read before.
  private func isStrictStop(_ error: any Error) -> Bool {
    if case Stop.strict = error { true } else { false }
  }

  mutating func note(_ error: any Error) {
    switch error {
    case Stop.signal(let ending):
      status = status.worse(of: ending)
    case Stop.strict:
      break
    case let failure as StageFailure:
      context.diagnostics.error(failure.message)
      status = status.worse(of: failure.status)
    case let failure as Errno:
      context.diagnostics.error("\(failure.words)", place: "stdout")
      status = status.worse(of: .inputOutput)
    default:
      context.diagnostics.error("unexpected failure: \(error)")
      status = status.worse(of: .software)
    }
  }
}
