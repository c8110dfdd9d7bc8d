public import CoachJSONL

/// Who does the work of a route, and what is said about it.
public struct RoutePlan: Sendable, Equatable {
  /// The models, in the order in which they are asked; empty: the built-in rules do the work.
  public var targets: [ModelTarget] = []
  public var timeouts: Timeouts
  /// How often a request that failed is made again, before the next model is asked.
  public var retries: Int
  /// What a user must know who named nobody: who answers, and why.
  public var notices: [String] = []
  /// What a user should look at.
  public var warnings: [String] = []

  /// Whether the built-in rules do the work.
  public var isBuiltin: Bool { targets.isEmpty }
}

/// What the options of a tool ask for; nil where an option is not given.
public struct RouteRequest: Sendable, Equatable {
  /// `--provider`.
  public var provider: String?
  /// `--model`: a name of the configuration, or of the provider's own.
  public var model: String?
  /// `--timeout`: for a whole request, milliseconds.
  public var timeout: Int64?
  /// `--retries`.
  public var retries: Int?
  /// `--record`: where the wire bytes are recorded.
  public var recording: String?

  public init(
    provider: String? = nil, model: String? = nil, timeout: Int64? = nil, retries: Int? = nil,
    recording: String? = nil
  ) {
    self.provider = provider
    self.model = model
    self.timeout = timeout
    self.retries = retries
    self.recording = recording
  }
}

extension Configuration {
  /// Who does the work of a route: options over environment over this configuration over the
  /// built-in rules.
  ///
  /// 1. `--provider` and `--model`; a model by a name of the configuration brings its provider with
  ///    it. `COACH_MODEL` goes with `--provider` unless `COACH_PROVIDER` names another.
  /// 2. `COACH_PROVIDER` and `COACH_MODEL`.
  /// 3. The route of the configuration.
  /// 4. Where the configuration has no routes at all: `openai` if `OPENAI_BASE_URL` or
  ///    `OPENAI_API_KEY` is set, else `anthropic` if one of its two is.
  /// 5. The built-in rules.
  ///
  /// Who was named by 1 or 2 has a fallback only as the head of the route. A filter asks nobody
  /// unless an option says so.
  ///
  /// - Throws: `StageFailure` (78) where a name is not known, a key is missing or nobody says which
  ///   model is meant: nobody is answered by another than the one asked for.
  public func plan(
    for route: Route, _ request: RouteRequest, environment: Environment
  ) throws(StageFailure) -> RoutePlan {
    var plan = RoutePlan(timeouts: timeouts, retries: request.retries ?? retries)
    if let total = request.timeout { plan.timeouts = plan.timeouts.within(total) }
    let choice = try RouteChoice(route, request, self, environment)
    if let notice = choice.notice { plan.notices.append(notice) }
    var resolution = TargetResolution(self, environment)
    for model in choice.models {
      var target = try resolution.target(of: model)
      target.recording = request.recording
      plan.targets.append(target)
    }
    plan.warnings = resolution.warnings
    return plan
  }
}

extension Timeouts {
  /// The same with less time in all; no part may take longer than the whole.
  func within(_ total: Int64) -> Timeouts {
    Timeouts(
      connect: min(connect, total), firstByte: min(firstByte, total), idle: min(idle, total),
      total: total)
  }
}
