import Testing

@testable import CoachLanguage

/// What rules put in the place of what they find.
@Suite struct RecastTests {
  /// Recasts of wrong examples that are not the right example: more than the rule is wrong there.
  private static let others = [
    "word_choice.office_english": "Please do the needful."
  ]

  /// What a rule is sure of makes its right example of the wrong one.
  @Test(arguments: RuleTable.all.map(\.key))
  func sureFixesMakeTheRightExample(key: String) throws {
    let rule = try #require(RuleTable.all.first { $0.key == key })
    let found = TextAnalyzer().analyze(rule.wrong).findings.filter { $0.key == key }
    guard let recast = Self.recast(rule.wrong, found) else { return }
    #expect(recast == Self.others[key] ?? rule.right)
  }

  /// A fix writes only words again that it takes away, so that none is doubled, and the elements of
  /// a pattern that take no place have no word to write.
  @Test func fixesWriteReportedElementsOnly() {
    var lexicon = RuleIndex.shared.lexicon
    for (rule, line) in Self.lines {
      let pattern = Pattern(line, lexicon: &lexicon)
      #expect(pattern.elements.count <= Pattern.limit, "\(rule.key): \(line)")
      #expect(line.split(separator: " ").count { $0.hasPrefix("[") } <= 1, "\(rule.key): \(line)")
      for element in pattern.fix?.elements ?? [] {
        #expect(pattern.reported.contains(element), "\(rule.key): \(line)")
        guard pattern.elements.indices.contains(element) else { continue }
        #expect(pattern.elements[element].kind == .token, "\(rule.key): \(line)")
      }
    }
  }

  /// No fix begins with the word that stays before it, ends with the word that stays behind it, or
  /// is what was there.
  @Test func fixesDoubleNoWord() {
    var lexicon = RuleIndex.shared.lexicon
    for (rule, line) in Self.lines {
      let pattern = Pattern(line, lexicon: &lexicon)
      let sides = line.split(separator: "=>")
      guard pattern.fix != nil, sides.count == 2 else { continue }
      let fix = sides[1].split(separator: " ").map { $0.drop { $0 == "?" } }
      let words = sides[0].split(separator: " ")
      let before = pattern.reported.lowerBound - 1
      if words.indices.contains(before), pattern.elements[before].kind == .token,
        let first = fix.first
      {
        #expect(!words[before].split(separator: "|").contains(first), "\(rule.key): \(line)")
      }
      let behind = pattern.reported.upperBound
      if words.indices.contains(behind), pattern.elements[behind].kind == .token,
        let last = fix.last
      {
        #expect(!words[behind].split(separator: "|").contains(last), "\(rule.key): \(line)")
      }
      if pattern.reported.count == 1 {
        let found = words[pattern.reported.lowerBound].filter { $0 != "[" && $0 != "]" }
        #expect(fix != ["$\(pattern.reported.lowerBound + 1)"], "\(rule.key): \(line)")
        #expect(!found.split(separator: "|").contains { [$0] == fix }, "\(rule.key): \(line)")
      }
    }
  }

  @Test(arguments: [
    (
      "Last month a friend explained me the rules.",
      "Last month a friend explained to me the rules."
    ),
    ("He must to go home.", "He must go home."),
    ("They should to pay us.", "They should pay us."),
    ("The customer can to choose a date.", "The customer can choose a date."),
    ("We should not to wait.", "We should not wait."),
    ("I couldn't to sleep.", "I couldn't sleep."),
    ("Mustn’t she to pay? She mustn’t to pay.", "Mustn’t she to pay? She mustn’t pay."),
    ("You may to sit down.", "You may sit down."),
    ("If he will call, we answer.", "If he calls, we answer."),
    ("I no agree with the plan.", "I don't agree with the plan."),
    ("She no like fish.", "She doesn't like fish."),
    ("We have been friends since ten years.", "We have been friends for ten years."),
    ("The rooms is cold.", "The rooms are cold."),
    ("My sister have a shop.", "My sister has a shop."),
    ("First of all we need a room.", "First of all, we need a room."),
    ("You cannot prevent them to leave.", "You cannot prevent them from leaving."),
    ("I am boring.", "I am bored."),
    ("He didn’t saw nobody.", "He didn’t see anybody."),
  ])
  func mendsTheWholeOfIt(text: String, recast: String) {
    #expect(TextAnalyzer().analyze(text).recast == recast)
  }

  /// A sentence that needs more than the words found is not put right by halves.
  @Test func aDurationWithAWrongTenseIsNotSure() throws {
    let found = TextAnalyzer().analyze("She paint houses since two years.").findings
    let finding = try #require(found.first { $0.key == "grammar.since_duration" })
    #expect(finding.replacement == nil)
    let learner = TextAnalyzer().analyze("I play chess since six months.")
    #expect(learner.findings.first?.suggestion == "have been playing … for six months")
    #expect(learner.recast == nil)
  }

  @Test(arguments: ["'", "\u{2019}", "\u{2BC}"])
  func contractionsWorkWithEveryApostrophe(mark: String) {
    let pairs = [
      ("He don't know us.", "He doesn't know us."),
      ("My brother don't smoke.", "My brother doesn't smoke."),
      ("The shops doesn't open today.", "The shops don't open today."),
      ("She can't swims.", "She can't swim."),
      ("I didn't saw it.", "I didn't see it."),
      ("You're car is here.", "Your car is here."),
      ("We haven't went there.", "We haven't gone there."),
      ("It's true, but she havent called.", "It's true, but she haven't called."),
      ("Don't he live here?", "Doesn't he live here?"),
    ]
    for (wrong, right) in pairs {
      let recast = TextAnalyzer().analyze(wrong.replacing("'", with: mark)).recast
      #expect(recast == right.replacing("'", with: mark))
    }
  }

  private static var lines: [(Rule, Substring)] {
    RuleTable.all.flatMap { rule -> [(Rule, Substring)] in
      guard case .patterns(let lines) = rule.matcher else { return [] }
      return lines.split(separator: "\n").map { (rule, $0) }
    }
  }

  /// A text with the replacements of findings made; nil where they have none.
  private static func recast(_ text: String, _ findings: [Finding]) -> String? {
    guard findings.contains(where: { $0.replacement != nil }) else { return nil }
    var scalars = Array(text.unicodeScalars)
    for finding in findings.reversed() {
      guard let replacement = finding.replacement else { continue }
      scalars.replaceSubrange(finding.span, with: replacement.unicodeScalars)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
