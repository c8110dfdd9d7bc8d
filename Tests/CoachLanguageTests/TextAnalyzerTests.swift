import Testing

@testable import CoachLanguage

@Suite struct TextAnalyzerTests {
  @Test(arguments: [
    "Yesterday I have seen a good film.", "Last week, she has met our boss in the office.",
  ])
  func aFinishedTimeThatOpensTheSentenceTakesThePast(_ text: String) {
    let keys = TextAnalyzer().analyze(text).findings.map(\.key)
    #expect(keys == ["grammar.perfect_past_time"])
  }

  @Test(arguments: [
    "yeah sounds good", "lol", "ok thanks!", "haha nice one", "gonna be late, brb",
    "hey, what's up?",
    "sure, let me know", "thx a lot :)", "hmm not sure yet", "np, see you tomorrow 👍",
    "omg that's great",
    "idk tbh", "good morning!", "will do", "see you later",
  ])
  func casualChatIsNoError(text: String) {
    let found = TextAnalyzer().analyze(text).findings.filter { $0.focusId == "focus_grammar" }
    #expect(found.isEmpty, "\(found.map(\.key))")
  }

  @Test(arguments: [
    """
    Last spring our team moved to a smaller office. At first nobody liked it, because the rooms were \
    dark and the street was loud. We painted the walls, bought better lamps and agreed on quiet hours. \
    Since then people have stayed longer at lunch, and two colleagues who had worked from home for a \
    year came back. What I learned is that a place matters less than what you do with it.
    """,
    """
    I have worked as a nurse for six years, mostly on night shifts. The hardest part is not the \
    work itself but the waiting. When an alarm rings, you know what to do; when it is silent, you \
    think. If I could change one thing, I would give every new nurse a mentor for the first month.
    """,
    """
    Thank you for meeting me, Ms Ortega. Our service books dentists' appointments by text message, so \
    your patients never wait on the phone. One clinic in Leeds cut missed visits by a third within \
    three months. Could we start with a free trial for your two reception desks on Monday?
    """,
  ])
  func goodProseIsClean(text: String) {
    let found = TextAnalyzer().analyze(text).findings.filter { $0.focusId == "focus_grammar" }
    #expect(found.isEmpty, "\(found.map { ($0.key, $0.message) })")
  }

  /// Right sentences that come near to what rules look for.
  @Test(arguments: [
    "She lets me work from home, which I enjoy.", "She makes me laugh and lets me be myself.",
    "Being able to listen is more important than being able to talk.",
    "The news is good: they accepted our offer.", "He has been working here since May.",
    "Does your manager know about it?", "I'd rather stay, if you don't mind.",
    "The children's books are on the top shelf.", "It is important that he be there.",
    "My manager let me leave early because my son was ill.", "Both of us were wrong.",
    "Two years ago I moved to Berlin and started a company.", "I was the one who told her.",
    "That meeting could have been an email.", "I'm used to working late, and it doesn't bother me.",
    "People who work from home often feel lonely.", "All I want is to help people learn faster.",
    "The number of users has doubled since we started.", "Your plan needs work.",
    "I used to live in Madrid, and I still miss the food.",
    "As soon as the report is ready, I will send it.",
    "Every one of the rooms has a view of the sea.",
  ])
  func nearMissesAreClean(text: String) {
    let found = TextAnalyzer().analyze(text).findings.filter { $0.focusId == "focus_grammar" }
    #expect(found.isEmpty, "\(found.map(\.key))")
  }

  @Test(arguments: [
    ("I see that since two years I live in Paris.", "for two years"),
    ("Where you live?", "Where do you live"), ("How long you work here?", "How long do you work"),
    ("She like tea.", "likes"), ("He like it.", "likes"), ("He need help.", "needs"),
    ("She run fast.", "runs"), ("She likes tea and he go home.", "goes"),
    ("She said me the truth.", "told me"), ("My wifes sister is here.", "wife's"),
    ("The mens room is closed.", "men's"), ("The childs is playing.", "children are"),
    ("I don't know where does he live.", "where he lives"),
  ])
  func theSuggestionIsWhatOneWouldWrite(_ text: String, _ suggestion: String) {
    let found = TextAnalyzer().analyze(text).findings
    #expect(found.contains { $0.suggestion == suggestion }, "\(found.map(\.suggestion))")
  }

  @Test func spansCoverWhatTheyAreAbout() throws {
    let text = "👩‍👩‍👧 Café: He work here, and i like informations."
    let scalars = Array(text.unicodeScalars)
    let found = TextAnalyzer().analyze(text).findings
    let quotes = found.map { finding in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[finding.span])
      return String(view)
    }
    #expect(quotes == ["work", "i", "informations"])
    #expect(found.map(\.span.lowerBound) == found.map(\.span.lowerBound).sorted())
  }

  @Test(arguments: [
    ("He work in a bank and she dont care.", "He works in a bank and she doesn't care."),
    ("I didn't went there.", "I didn't go there."),
    ("Yesterday i was late.", "Yesterday I was late."),
    ("An university is a place with many student.", "A university is a place with many students."),
    ("We discussed about it.", "We discussed it."),
  ])
  func recastsWhatItIsSureOf(text: String, recast: String) {
    #expect(TextAnalyzer().analyze(text).recast == recast)
  }

  @Test func aCleanTextHasNoRecast() {
    #expect(TextAnalyzer().analyze("We met at noon.").recast == nil)
    #expect(TextAnalyzer().analyze("").recast == nil)
  }

  @Test func anAnalyzerGivesTheSameAnswerTwice() {
    let analyzer = TextAnalyzer()
    let text = "She go to school and have two childs, becouse she wants."
    #expect(analyzer.analyze(text).findings == analyzer.analyze(text).findings)
    #expect(analyzer.analyze(text).findings == TextAnalyzer().analyze(text).findings)
  }

  @Test(arguments: [
    "", " ", "\n\n", "...", "👍", "?", "a", "'", "--", "\u{FEFF}", "@", "`", "``` x",
  ])
  func oddTextsAreNoTrouble(text: String) {
    let analysis = TextAnalyzer().analyze(text)
    #expect(analysis.findings.isEmpty)
    for focus in DefaultFocus.catalog { #expect(analysis.score(for: focus.id) == nil) }
  }

  @Test func aVeryLongWordIsNoTrouble() {
    let analysis = TextAnalyzer().analyze(String(repeating: "a", count: 100_000) + " and b")
    #expect(analysis.wordCount == 3)
  }
}
