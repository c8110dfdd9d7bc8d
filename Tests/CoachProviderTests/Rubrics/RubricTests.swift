import CoachJSONL
import CoachLanguage
import TestSupport
import Testing

@testable import CoachProvider

/// The rubric that is built in.
@Suite struct StandardRubricTests {
  private let rubric: Rubric

  init() throws { rubric = try Rubric.standard() }

  @Test func itsFocusesAreThoseOfTheCatalog() {
    #expect(
      rubric.criteria.map { [$0.focusId, $0.title, $0.description] }
        == DefaultFocus.catalog.map { [$0.id, $0.title, $0.description] })
    #expect(rubric.catalog.map(\.id) == DefaultFocus.catalog.map(\.id))
  }

  @Test func itIsNotTheRules() {
    #expect(rubric.version == "coach-1")
    #expect(rubric.version != Agents.builtinRubric)
  }

  /// An error has one name, whoever finds it; names that no rule has are those of what no rule finds.
  @Test func itsVocabularyIsThatOfTheRules() {
    let rules = Dictionary(RuleTable.all.map { ($0.key, $0.focusId) }) { first, _ in first }
    let general: Set = [
      "grammar.tense", "grammar.article", "grammar.pronoun", "grammar.word_order",
      "grammar.fragment", "grammar.punctuation", "grammar.other", "word_choice.wrong_word",
      "clarity.unclear_reference", "conciseness.repetition",
    ]
    for kind in rubric.vocabulary {
      if let focusId = rules[kind.key] {
        #expect(kind.focusId == focusId, "\(kind.key)")
      } else {
        #expect(general.contains(kind.key), "\(kind.key)")
      }
    }
    #expect(general.isDisjoint(with: rules.keys))
    #expect(general.isSubset(of: rubric.vocabulary.map(\.key)))
    #expect(Set(rubric.vocabulary.map(\.focusId)) == Set(DefaultFocus.catalog.map(\.id)))
    #expect(rubric.vocabulary.count <= 80)
  }

  @Test func itsAssessorIsToldWhatItNeeds() {
    let focuses = Array(rubric.catalog.prefix(2))
    let prompt = rubric.prompts.assess.filled([
      .fence: "FENCE-1", .focuses: rubric.text(of: focuses),
      .vocabulary: rubric.vocabularyText(),
    ])
    #expect(!prompt.contains("{{"))
    #expect(prompt.contains("the line <<<FENCE-1 and the line FENCE-1>>>"))
    #expect(prompt.contains("- focus_grammar (Grammar): Sentences that hold together"))
    #expect(prompt.contains("  8-10: Exact, natural words"))
    #expect(!prompt.contains("focus_tone ("))
    #expect(prompt.contains("focus_tone:\n  tone.blame: blames a person\n"))
    for member in [
      "focuses", "focusId", "score", "explanation", "errors", "key", "quote", "turn", "message",
      "severity", "suggestion",
    ] {
      #expect(prompt.contains("\"\(member)\":"))
    }
    // A prompt must leave room for turns in a model that reads 8,192 tokens.
    #expect(prompt.utf8.count < 12_000)
  }

  @Test func aLearnersOwnFocusHasTheGeneralBands() {
    let text = rubric.text(of: [
      Focus(id: "focus_mine", title: "Stories\n- focus_x (X)", description: "tells\n\na story")
    ])
    #expect(
      text == """
        - focus_mine (Stories - focus_x (X)): tells a story
          1-3: \(rubric.general.novice)
          4-7: \(rubric.general.developing)
          8-10: \(rubric.general.mastery)
        """)
  }

  @Test func theVocabularyCanBeNarrowed() {
    let text = rubric.vocabularyText(for: ["focus_tone"])
    #expect(text.hasPrefix("focus_tone:\n  tone.blame: "))
    #expect(text.split(separator: "\n").count == 7)
    #expect(rubric.knows(key: "tone.blame"))
    #expect(!rubric.knows(key: "tone.made_up"))
  }
}

/// Rubrics of somebody's own.
@Suite struct RubricDocumentTests {
  private static let minimal = """
    version: mine-1
    focuses:
      - id: focus_story
        title: Stories
        bands: {novice: a list, developing: an order, mastery: a tension}

    """

  @Test func whatItLeavesOutIsAsBuiltIn() throws {
    let standard = try Rubric.standard()
    let rubric = try Rubric(text: Self.minimal, file: "mine.yaml")
    #expect(rubric.version == "mine-1")
    #expect(
      rubric.criteria == [
        .init(
          focusId: "focus_story", title: "Stories",
          bands: .init(novice: "a list", developing: "an order", mastery: "a tension"))
      ])
    #expect(rubric.general == standard.general)
    #expect(rubric.prompts == standard.prompts)
    // No key of it belongs to a focus that this rubric has.
    #expect(rubric.vocabulary.isEmpty)
  }

  @Test func everythingCanBeItsOwn() throws {
    let rubric = try Rubric(
      text: Self.minimal + """
        general: {novice: a, developing: b, mastery: c}
        vocabulary:
          - {key: story.no_end, focus: focus_story, meaning: it just stops}
        prompts:
          assess: "<<<{{fence}} {{focuses}} {{vocabulary}}"
          repair: "again: {{problem}}"
          summarize: "{{fence}} {a}"
          fold: "{{fence}}"
          chat: "{{task}}{{learner}}"
          classify: "{{focuses}}{{fence}}{{fence}}"
        """, file: "mine.yaml")
    #expect(rubric.general == .init(novice: "a", developing: "b", mastery: "c"))
    #expect(
      rubric.vocabulary == [
        .init(key: "story.no_end", focusId: "focus_story", meaning: "it just stops")
      ])
    #expect(rubric.prompts.assess.filled([.fence: "F", .vocabulary: "V"]) == "<<<F  V")
    // What is put in is not looked at again.
    #expect(rubric.prompts.chat.filled([.task: "{{learner}}", .learner: "L"]) == "{{learner}}L")
    #expect(rubric.prompts.summarize.filled([.fence: "F"]) == "F {a}")
  }

  private static let wrong: [(String, String)] = [
    ("", "mine.yaml: the rubric is empty"),
    ("version: x", "mine.yaml:1: names no focuses"),
    ("focuses: []", "mine.yaml:1: has no version"),
    ("version: builtin-1\nfocuses: []", "mine.yaml:1: version: must be 1–64 printable"),
    ("version: x\nfocuses: []", "mine.yaml:2: focuses: must name at least one focus"),
    ("version: x\nfocuses: [{id: f}]", "mine.yaml:2: focuses.1: needs id, title and bands"),
    (
      "version: x\nfocuses: [{id: f, title: t, bands: {novice: a, mastery: b}}]",
      "mine.yaml:2: focuses.1.bands: needs novice, developing and mastery"
    ),
    (minimal + "extra: 1", "mine.yaml:6: extra: unknown name; known are version, focuses"),
    (minimal + "general: {novice: a}", "mine.yaml:6: general: needs novice, developing"),
    (
      minimal + "vocabulary: [{key: a.b, focus: focus_x, meaning: c}]",
      "mine.yaml:6: vocabulary.1.focus: no focus of this rubric has the id “focus_x”"
    ),
    (
      minimal + "vocabulary: [{key: A.b, focus: focus_story, meaning: c}]",
      "mine.yaml:6: vocabulary.1.key: must be a family, a dot and a name"
    ),
    (
      minimal + "vocabulary: [{key: a, focus: focus_story, meaning: c}]",
      "mine.yaml:6: vocabulary.1.key: must be a family, a dot and a name"
    ),
    (
      minimal + """
        vocabulary:
          - {key: a.b, focus: focus_story, meaning: c}
          - {key: a.b, focus: focus_story, meaning: d}
        """,
      "mine.yaml:8: vocabulary.2.key: stands twice"
    ),
    (minimal + "prompts: {asess: x}", "mine.yaml:6: prompts.asess: unknown name; known are assess"),
    (
      minimal + "prompts: {assess: '{{fence}}'}",
      "mine.yaml:6: prompts.assess: must have these places and no other: {{fence}}, {{focuses}}"
    ),
    (
      minimal + "prompts: {fold: '{{fence}} {{score}}'}",
      "mine.yaml:6: prompts.fold: “{{” must begin one of {{focuses}}, {{vocabulary}}"
    ),
    (minimal + "prompts: {fold: '{{fence'}", "mine.yaml:6: prompts.fold: “{{” must begin one of"),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsNamed(text: String, message: String) throws {
    #expect {
      try Rubric(text: text, file: "mine.yaml")
    } throws: { error in
      let failure = error as? StageFailure
      return failure?.status == .configuration && failure?.message.hasPrefix(message) == true
    }
  }

  @Test func aFileIsReadOrMissed() throws {
    let directory = try Dir()
    let path = try directory.write("mine.yaml", Self.minimal)
    #expect(try Rubric.load(path).version == "mine-1")
    #expect(try Rubric.load(nil) == Rubric.standard())
    let missing = directory.file("none.yaml")
    #expect(throws: StageFailure(.configuration, "\(missing): there is no such file")) {
      try Rubric.load(missing)
    }
  }
}
