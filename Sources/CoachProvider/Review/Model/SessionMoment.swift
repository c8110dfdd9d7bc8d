import CoachJSONL

/// A turn of a session and what was found in it, as a model is told of them.
struct SessionMoment: Sendable {
  /// Of long words so much is enough to recall them.
  private static let mostCharacters = 400

  let encoded: String
  var tokens: Int { TokenEstimate.tokens(of: encoded) }

  private init(_ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object(body)
    encoded = String(decoding: json.bytes, as: UTF8.self)
  }

  /// The turns in their order, each with the assessments that end with it.
  static func moments(of session: SessionReview) -> [SessionMoment] {
    let byTurn = Dictionary(grouping: session.assessments) { $0.interactionIds.last ?? "" }
    let known = Set(session.turns.map(\.id))
    let ofTurns = session.turns.map { turn in
      SessionMoment { json in
        json.field("learner", String(turn.userText.prefix(mostCharacters)))
        json.field("coach", String(turn.aiResponse.prefix(mostCharacters)))
        write(byTurn[turn.id] ?? [], to: &json)
      }
    }
    // Of turns that the stream did not show there are the assessments alone.
    let others = session.assessments.filter { !known.contains($0.interactionIds.last ?? "") }
    return ofTurns + others.map { assessment in SessionMoment { write([assessment], to: &$0) } }
  }

  private static func write(_ assessments: [Assessment], to json: inout JSONWriter) {
    guard !assessments.isEmpty else { return }
    json.key("assessments")
    json.array { json in
      for assessment in assessments {
        json.object { json in
          json.field("focusId", assessment.focusId)
          json.field("score", assessment.score)
          json.field("explanation", assessment.explanationText)
          json.field("errors", assessment.errors?.map(\.key))
        }
      }
    }
  }
}
