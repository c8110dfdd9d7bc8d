import Testing

@testable import CoachLanguage

@Suite struct LexiconTests {
  @Test(arguments: [
    ("stopped", WordClass.past, "stop"), ("making", .gerund, "make"), ("goes", .verbS, "go"),
    ("studies", .verbS, "study"), ("boxes", .plural, "box"), ("children", .plural, "child"),
    ("went", .past, "go"), ("written", .participle, "write"), ("bigger", .comparative, "big"),
    ("easiest", .superlative, "easy"), ("happily", .adverb, "happily"),
    ("travelled", .past, "travel"),
    ("informations", .mass, "information"), ("teached", .wrongPast, "teach"),
    ("lying", .gerund, "lie"), ("preferred", .past, "prefer"),
  ])
  func derivesForms(word: String, classes: WordClass, base: String) {
    var lexicon = RuleIndex.shared.lexicon
    let id = lexicon.intern(word)
    #expect(lexicon.classes(id).has(classes), "\(word)")
    #expect(lexicon.text(lexicon.lemma(id)) == base)
  }

  @Test(arguments: ["developped", "stoping", "makeing", "boxs", "studys", "prefered"])
  func takesNoFormThatTheBaseDoesNotMake(word: String) {
    var lexicon = RuleIndex.shared.lexicon
    let id = lexicon.intern(word)
    #expect(lexicon.spelling(id) == .unasked)
    #expect(lexicon.lemma(id) == id)
  }

  @Test func forgetsTheWordsMetWhenTheyAreTooMany() {
    var lexicon = RuleIndex.shared.lexicon
    let listed = lexicon.listed
    for number in 0...Lexicon.limit { _ = lexicon.intern("word\(number)x") }
    let hasForgotten = lexicon.trim()
    #expect(hasForgotten)
    #expect(lexicon.count == listed)
    #expect(lexicon.find("word1x") == 0)
    #expect(lexicon.contains("information"))
  }

  @Test(arguments: [
    ("hour", true), ("honest", true), ("apple", true), ("university", false), ("one", false),
    ("house", false), ("European", false), ("umbrella", true), ("useful", false),
  ])
  func hearsVowels(word: String, vowel: Bool) {
    #expect(VowelSound.begins(word) == vowel)
  }
}
