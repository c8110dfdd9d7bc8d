import CoachJSONL

/// Checks a model's judgement, however it was asked for, and makes a verdict of it.
///
/// Nothing in it is taken on trust: the shape, the scores, the focuses, the place of every error.
struct AssessmentAnswer {
  /// More errors than this are more than a learner can use, and a sign of babble.
  static let mostErrors = 60

  private let request: AssessmentRequest
  private let vocabulary: Set<String>
  private var faults: [String] = []

  private init(_ request: AssessmentRequest, rubric: Rubric) {
    self.request = request
    vocabulary = Set(rubric.vocabulary.map(\.key))
  }

  /// - Returns: the verdict, and how many errors it left out because their quotes are not in the
  ///   learner's text.
  static func verdict(
    in text: String, for request: AssessmentRequest, rubric: Rubric
  ) throws(AnswerFaults) -> (AssessmentVerdict, dropped: Int) {
    var answer = AssessmentAnswer(request, rubric: rubric)
    guard let document = AnswerDocument.object(in: text) else {
      throw AnswerFaults(["the answer must be one JSON object"])
    }
    let progress = answer.progress(document)
    let (errors, dropped) = answer.errors(document)
    guard answer.faults.isEmpty else { throw AnswerFaults(answer.faults) }
    return (AssessmentVerdict(progress: progress, errors: errors), dropped)
  }

  // MARK: Focuses

  /// One verdict for each focus that was asked for, in that order. Focuses that nobody asked for are
  /// no harm, and no answer.
  private mutating func progress(_ document: JSONTree) -> [AssessmentVerdict.FocusVerdict] {
    guard case .object? = document["focuses"] else {
      faults.append("focuses must be an object with a member for each focus")
      return []
    }
    return request.focuses.compactMap { verdict(on: $0.id, document["focuses"]?[$0.id]) }
  }

  private mutating func verdict(
    on focusId: String, _ focus: JSONTree?
  ) -> AssessmentVerdict.FocusVerdict? {
    guard let focus, case .object = focus else {
      faults.append("the focus \(focusId) must be judged")
      return nil
    }
    guard let explanation = focus["explanation"]?.string?.oneLine, !explanation.isEmpty else {
      faults.append("\(focusId).explanation must be a sentence")
      return nil
    }
    guard let score = focus["score"],
      score.isNull || score.number.map((1...10).contains) == true
    else {
      faults.append("\(focusId).score must be a number from 1 to 10, or null")
      return nil
    }
    return AssessmentVerdict.FocusVerdict(
      focusId: focusId, score: score.number, explanationText: explanation)
  }

  // MARK: Errors

  private mutating func errors(
    _ document: JSONTree
  ) -> (found: [AssessmentVerdict.FocusErrors], dropped: Int) {
    guard let list = document["errors"]?.elements else {
      faults.append("errors must be an array")
      return ([], 0)
    }
    var places = QuotePlaces(request.turns.map(\.userText))
    var byFocus: [String: [LanguageError]] = [:]
    var dropped = max(0, list.count - Self.mostErrors)
    for (index, item) in list.prefix(Self.mostErrors).enumerated() {
      guard let draft = draft(item, at: "errors[\(index)]") else { continue }
      guard let place = places.find(draft.quote, turn: draft.turn) else {
        dropped += 1
        continue
      }
      var error = draft.error
      error.interactionId = request.turns[place.turn].id
      error.span = place.span
      byFocus[draft.focusId, default: []].append(error)
    }
    let found = byFocus.keys.sorted().map { focusId in
      let errors = byFocus[focusId] ?? []
      return AssessmentVerdict.FocusErrors(
        focusId: focusId, explanationText: errors.explanation, errors: errors,
        tags: errors.contains { !vocabulary.contains($0.key) } ? ["unknown_error_key"] : [])
    }
    return (found, dropped)
  }

  /// An error as the model has it, before its quote is looked for.
  private struct Draft {
    var focusId: String
    var quote: String
    /// Counted from 0.
    var turn: Int
    var error: LanguageError
  }

  private mutating func draft(_ item: JSONTree, at path: String) -> Draft? {
    guard let key = item["key"]?.string, Self.isKey(key) else {
      faults.append("\(path).key must be a key such as grammar.past_tense")
      return nil
    }
    guard let message = item["message"]?.string?.oneLine, !message.isEmpty else {
      faults.append("\(path).message must be a sentence")
      return nil
    }
    guard let severity = item["severity"]?.string.flatMap(ErrorSeverity.init) else {
      faults.append("\(path).severity must be low, medium or high")
      return nil
    }
    guard let quote = item["quote"]?.string else {
      faults.append("\(path).quote must be the learner's words")
      return nil
    }
    guard let focusId = item["focusId"]?.string, RecordID.isValid(focusId) else {
      faults.append("\(path).focusId must be a focus")
      return nil
    }
    let suggestion = item["suggestion"]?.string?.oneLine
    return Draft(
      focusId: focusId, quote: quote,
      turn: (item["turn"]?.integer).map { Int(clamping: $0) - 1 } ?? 0,
      error: LanguageError(
        key: key, message: message, severity: severity,
        suggestion: suggestion?.isEmpty == false ? suggestion : nil))
  }

  /// Lower-case words, joined by underscores and dots.
  private static func isKey(_ key: String) -> Bool {
    (1...80).contains(key.utf8.count)
      && key.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x5F
      }
  }
}

extension [LanguageError] {
  /// The gravest message, and how many more there are.
  var explanation: String {
    let gravest = self.max { $0.severity.weight < $1.severity.weight }
    let more = count > 1 ? " (and \(count - 1) more)" : ""
    return (gravest?.message ?? "") + more
  }
}
