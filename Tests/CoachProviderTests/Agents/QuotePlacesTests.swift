import CoachJSONL
import Testing

@testable import CoachProvider

/// A quote is found where the learner wrote it, or not at all.
struct QuotePlacesTests {
  private func covered(_ text: String, by quote: String) -> String? {
    var places = QuotePlaces([text])
    guard let place = places.find(quote, turn: 0) else { return nil }
    let scalars = Array(text.unicodeScalars)[place.span.start..<place.span.end]
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [
    ("Yesterday I go to a fair.", "I go", "I go"),
    ("Yesterday I go to a fair.", "YESTERDAY i GO", "Yesterday I go"),
    // A model straightens quotation marks and dashes, and adds its own.
    ("I don’t know – maybe.", "don't know - maybe", "don’t know – maybe"),
    ("She said hello.", "\"said hello\"", "said hello"),
    ("She said “hello” to us.", "said \"hello\"", "said “hello”"),
    // Line breaks and doubled spaces are one space.
    ("We was\n  late again.", "was late", "was\n  late"),
    // Scalars, not characters or bytes: a flag is two scalars, an accent may be one.
    ("🇩🇪 e\u{301}te: he go home", "he go", "he go"),
    ("Ein Gruß: he go", "gruß: he go", "Gruß: he go"),
  ])
  func aQuoteIsFound(_ text: String, _ quote: String, _ words: String) {
    #expect(covered(text, by: quote) == words)
  }

  @Test(arguments: [
    ("This was fine.", "is"),  // no word is cut
    ("I went home.", "I goed home"),
    ("I went home.", ""),
    ("I went home.", "\"\""),
    ("", "home"),
    ("he", "he he he he"),
  ])
  func whatIsNotThereIsNotFound(_ text: String, _ quote: String) {
    #expect(covered(text, by: quote) == nil)
  }

  @Test func aSecondQuoteOfTheSameWordsIsTheNextPlace() throws {
    var places = QuotePlaces(["I go, then I go, and I go."])
    let starts = (0..<4).map { _ in places.find("I go", turn: 0)?.span.start }
    #expect(starts == [0, 11, 21, 0])
  }

  @Test func theTurnThatTheModelNamesGoesFirst() {
    var places = QuotePlaces(["I go home.", "Then I go out."])
    #expect(places.find("I go", turn: 1)?.turn == 1)
    #expect(places.find("I go", turn: 0)?.turn == 0)
  }

  @Test func aWrongTurnIsMendedWhereOneTurnAloneHasTheWords() {
    var places = QuotePlaces(["I go home.", "Then we eated.", "I go out."])
    #expect(places.find("we eated", turn: 0)?.turn == 1)
    #expect(places.find("we eated", turn: 7)?.turn == 1)
    #expect(places.find("I go", turn: 1) == nil)
  }
}
