import CoachJSONL
import CoachProvider

/// Adds up what calls are expected to take (`--dry-run`).
struct CallTally {
  private var calls: Int64 = 0
  private var provider = Agents.builtinProvider
  private var modelId = Agents.builtinModel
  private var inputTokens: Int64 = 0
  private var outputTokens: Int64 = 0
  /// nil once a call's price is not known.
  private var nanoDollars: Int64? = 0

  /// Counts a call; nil for work that asks no model.
  mutating func add(_ estimate: CallEstimate?) {
    guard let estimate else { return }
    calls += 1
    provider = estimate.provider
    modelId = estimate.modelId
    inputTokens += estimate.inputTokens
    outputTokens += estimate.outputTokens
    nanoDollars = estimate.nanoDollars.flatMap { cost in nanoDollars.map { $0 + cost } }
  }

  /// The record that says it.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "estimate")
      json.field("stage", "assess")
      json.field("provider", provider)
      json.field("modelId", modelId)
      json.field("calls", calls)
      json.field("inputTokens", inputTokens)
      json.field("outputTokens", outputTokens)
      if let nanoDollars {
        json.field("costCents", Double(nanoDollars) / 1e7)
      } else {
        json.null("costCents")
      }
    }
    return json.bytes
  }
}
