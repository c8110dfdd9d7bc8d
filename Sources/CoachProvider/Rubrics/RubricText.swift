public import CoachJSONL

/// How a rubric stands in a prompt.
extension Rubric {
  /// Its focuses, as records.
  public var catalog: [Focus] {
    criteria.map { Focus(id: $0.focusId, title: $0.title, description: $0.description) }
  }

  /// Whether an error's key is of the vocabulary.
  public func knows(key: String) -> Bool {
    vocabulary.contains { $0.key == key }
  }

  /// Focuses with their criteria, for `{{focuses}}` of the prompt that assesses.
  ///
  /// A focus that the rubric does not have stands with its own title and description, and with the
  /// bands that hold for all.
  public func text(of focuses: [Focus]) -> String {
    focuses.map { focus in
      let known = criteria.first { $0.focusId == focus.id }
      let bands = known?.bands ?? general
      return Self.headline(of: focus, known) + """

          1-3: \(bands.novice)
          4-7: \(bands.developing)
          8-10: \(bands.mastery)
        """
    }.joined(separator: "\n")
  }

  /// Focuses without their criteria, for `{{focuses}}` of the prompt that classifies.
  public func names(of focuses: [Focus]) -> String {
    focuses.map { focus in
      Self.headline(of: focus, criteria.first { $0.focusId == focus.id })
    }.joined(separator: "\n")
  }

  private static func headline(of focus: Focus, _ criterion: Criterion?) -> String {
    // What a learner called a focus is data, too: it cannot begin a line of its own.
    let title = oneLine(criterion?.title ?? focus.title)
    let description = (criterion?.description ?? focus.description).map { ": \(oneLine($0))" } ?? ""
    return "- \(oneLine(focus.id)) (\(title))\(description)"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The vocabulary, for `{{vocabulary}}`: a line for each focus, and one for each of its keys.
  ///
  /// - Parameter focusIds: whose errors are wanted; nil for all.
  public func vocabularyText(for focusIds: Set<String>? = nil) -> String {
    criteria.map(\.focusId).filter { focusIds?.contains($0) ?? true }.compactMap { focusId in
      let kinds = vocabulary.filter { $0.focusId == focusId }
      guard !kinds.isEmpty else { return nil }
      return (["\(focusId):"] + kinds.map { "  \($0.key): \($0.meaning)" }).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
