public import CoachJSONL

extension Rubric {
  /// The rubric that is built in.
  ///
  /// It is parsed each time: whoever needs it keeps it, and who does not need it does not pay for it.
  ///
  /// - Throws: `StageFailure` (70) where it is broken, which a test rules out.
  public static func standard() throws(StageFailure) -> Rubric {
    let text = String(decoding: PackageResources.default_yaml, as: UTF8.self)
    do {
      return try Rubric(text: text, file: "the built-in rubric", base: nil)
    } catch {
      throw StageFailure(.software, error.message)
    }
  }

  /// The rubric of a file, or the one that is built in.
  ///
  /// - Parameter file: what `--rubric` says; nil for the one that is built in.
  /// - Throws: `StageFailure` (78) that names file, line and path of what is wrong.
  public static func load(_ file: String?) throws(StageFailure) -> Rubric {
    guard let file else { return try standard() }
    guard let settings = try SettingsFile(path: file) else {
      throw StageFailure(.configuration, "\(file): there is no such file")
    }
    return try Rubric(text: settings.text, file: file)
  }

  /// Reads the text of a rubric. What it leaves out of vocabulary, prompts and general bands is as in
  /// the one that is built in.
  init(text: String, file: String) throws(StageFailure) {
    try self.init(text: text, file: file, base: Rubric.standard())
  }

  private init(text: String, file: String, base: Rubric?) throws(StageFailure) {
    guard let document = try YAMLValue(text: text, file: file) else {
      throw StageFailure(.configuration, "\(file): the rubric is empty")
    }
    let fields = try document.fields(["version", "focuses", "general", "vocabulary", "prompts"])
    version = try Self.version(fields["version"], in: document)
    guard let focuses = fields["focuses"] else { throw document.failure("names no focuses") }
    let criteria = try Self.criteria(focuses)
    self.criteria = criteria
    guard let general = try fields["general"].map(Self.bands) ?? base?.general else {
      throw document.failure("has no general bands")
    }
    self.general = general
    let known = Set(criteria.map(\.focusId))
    vocabulary =
      try fields["vocabulary"].map { value throws(StageFailure) in
        try Self.vocabulary(value, known)
      } ?? base?.vocabulary.filter { known.contains($0.focusId) } ?? []
    prompts = try Self.prompts(fields["prompts"], base?.prompts, in: document)
  }

  private static func version(
    _ value: YAMLValue?, in document: YAMLValue
  ) throws(StageFailure) -> String {
    guard let value else { throw document.failure("has no version") }
    let version = try value.text()
    guard RecordID.isValid(version), version.utf8.count <= 64, version != Agents.builtinRubric
    else {
      throw value.failure("must be 1–64 printable characters, and not \(Agents.builtinRubric)")
    }
    return version
  }

  private static func criteria(_ value: YAMLValue) throws(StageFailure) -> [Criterion] {
    var criteria: [Criterion] = []
    for element in try value.elements() {
      let fields = try element.fields(["id", "title", "description", "bands"])
      guard let id = fields["id"], let title = fields["title"], let bands = fields["bands"] else {
        throw element.failure("needs id, title and bands")
      }
      let focusId = try id.text()
      guard RecordID.isValid(focusId) else {
        throw id.failure("must be 1–128 printable characters")
      }
      guard !criteria.contains(where: { $0.focusId == focusId }) else {
        throw id.failure("stands twice")
      }
      criteria.append(
        Criterion(
          focusId: focusId, title: try title.text(),
          description: try fields["description"]?.text(), bands: try Self.bands(bands)))
    }
    guard !criteria.isEmpty else { throw value.failure("must name at least one focus") }
    return criteria
  }

  private static func bands(_ value: YAMLValue) throws(StageFailure) -> Bands {
    let fields = try value.fields(["novice", "developing", "mastery"])
    guard let novice = fields["novice"], let developing = fields["developing"],
      let mastery = fields["mastery"]
    else { throw value.failure("needs novice, developing and mastery") }
    return Bands(
      novice: try novice.text(), developing: try developing.text(), mastery: try mastery.text())
  }

  private static func vocabulary(
    _ value: YAMLValue, _ focusIds: Set<String>
  ) throws(StageFailure) -> [ErrorKind] {
    var kinds: [ErrorKind] = []
    var keys: Set<String> = []
    for element in try value.elements() {
      let fields = try element.fields(["key", "focus", "meaning"])
      guard let key = fields["key"], let focus = fields["focus"], let meaning = fields["meaning"]
      else { throw element.failure("needs key, focus and meaning") }
      let kind = ErrorKind(
        key: try key.text(), focusId: try focus.text(), meaning: try meaning.text())
      guard isKey(kind.key) else {
        throw key.failure("must be a family, a dot and a name, in small letters: grammar.tense")
      }
      guard keys.insert(kind.key).inserted else { throw key.failure("stands twice") }
      guard focusIds.contains(kind.focusId) else {
        throw focus.failure(
          "no focus of this rubric has the id \(YAMLValue.quotable(kind.focusId))")
      }
      kinds.append(kind)
    }
    return kinds
  }

  /// Whether it is a family, a dot and a name, each of small letters, digits and `_`.
  private static func isKey(_ key: String) -> Bool {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && key.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
          }
      }
  }

  private static func prompts(
    _ value: YAMLValue?, _ base: RubricPrompts?, in document: YAMLValue
  ) throws(StageFailure) -> RubricPrompts {
    let fields = try value?.fields(RubricPrompts.places.map(\.name)) ?? [:]
    func prompt(
      _ name: String, _ inherited: PromptTemplate?
    ) throws(StageFailure) -> PromptTemplate {
      guard let value = fields[name] else {
        if let inherited { return inherited }
        throw document.failure("has no prompt \(name)")
      }
      return try Self.prompt(value, RubricPrompts.places.first { $0.name == name }?.places ?? [])
    }
    return RubricPrompts(
      assess: try prompt("assess", base?.assess), repair: try prompt("repair", base?.repair),
      summarize: try prompt("summarize", base?.summarize), fold: try prompt("fold", base?.fold),
      chat: try prompt("chat", base?.chat), classify: try prompt("classify", base?.classify))
  }

  private static func prompt(
    _ value: YAMLValue, _ places: Set<PromptTemplate.Place>
  ) throws(StageFailure) -> PromptTemplate {
    let text = try value.text()
    let template: PromptTemplate
    do throws(PromptTemplate.Fault) {
      template = try PromptTemplate(text)
    } catch {
      throw value.failure(error.message)
    }
    guard template.places == places else {
      let needed = places.map { "{{\($0.rawValue)}}" }.sorted().joined(separator: ", ")
      throw value.failure("must have these places and no other: \(needed)")
    }
    return template
  }
}
