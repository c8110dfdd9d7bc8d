/// What a model judges by: focuses with their criteria, names of errors, and the words of the prompts,
/// under one version.
public struct Rubric: Sendable, Equatable {
  /// What tells a novice from a master (plan §2).
  public struct Bands: Sendable, Equatable {
    /// Scores 1–3.
    public var novice: String
    /// Scores 4–7.
    public var developing: String
    /// Scores 8–10.
    public var mastery: String

    public init(novice: String, developing: String, mastery: String) {
      self.novice = novice
      self.developing = developing
      self.mastery = mastery
    }
  }

  /// A skill and its criteria.
  public struct Criterion: Sendable, Equatable {
    public var focusId: String
    public var title: String
    public var description: String?
    public var bands: Bands

    public init(focusId: String, title: String, description: String? = nil, bands: Bands) {
      self.focusId = focusId
      self.title = title
      self.description = description
      self.bands = bands
    }
  }

  /// A kind of error: its stable key, the focus that it belongs to, and what it means.
  public struct ErrorKind: Sendable, Equatable {
    public var key: String
    public var focusId: String
    public var meaning: String

    public init(key: String, focusId: String, meaning: String) {
      self.key = key
      self.focusId = focusId
      self.meaning = meaning
    }
  }

  /// The `rubricVersion` of what is judged by it.
  public var version: String
  /// In the order in which they are offered.
  public var criteria: [Criterion]
  /// The bands of focuses that are not among ``criteria``.
  public var general: Bands
  public var vocabulary: [ErrorKind]
  public var prompts: RubricPrompts

  public init(
    version: String, criteria: [Criterion], general: Bands, vocabulary: [ErrorKind],
    prompts: RubricPrompts
  ) {
    self.version = version
    self.criteria = criteria
    self.general = general
    self.vocabulary = vocabulary
    self.prompts = prompts
  }
}
