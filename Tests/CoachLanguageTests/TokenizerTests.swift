import Testing

@testable import CoachLanguage

@Suite struct TokenizerTests {
  /// The tokens of a text as written, boundaries left out.
  private func tokens(_ text: String) -> [(text: String, token: Token)] {
    var lexicon = RuleIndex.shared.lexicon
    var tokens = TokenBuffer()
    var copy = text
    return copy.withUTF8 { bytes in
      Tokenizer.tokenize(bytes, lexicon: &lexicon, into: &tokens)
      return tokens.tokens.filter { $0.kind != .boundary }.map { token in
        (String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self), token)
      }
    }
  }

  @Test(arguments: [
    ("I don't know.", ["I", "don't", "know", "."]),
    ("It’s Ana’s idea", ["It’s", "Ana’s", "idea"]),
    ("well-known co-worker", ["well-known", "co-worker"]),
    ("wait... what?!", ["wait", "...", "what", "?", "!"]),
    ("50% at 10:30, 1,000 km", ["50%", "at", "10:30", ",", "1,000", "km"]),
    ("See https://example.org/a?b=c.", ["See", "https://example.org/a?b=c", "."]),
    ("mail ana@example.org, please", ["mail", "ana@example.org", ",", "please"]),
    ("@ana #fun notes.txt", ["@ana", "#fun", "notes.txt"]),
    ("run `let x = 1` now", ["run", "`let x = 1`", "now"]),
    ("e.g. tea, i.e. leaves", ["e.g", ".", "tea", ",", "i.e", ".", "leaves"]),
    ("naïve café", ["naïve", "café"]),
    ("go 👩‍👩‍👧 on", ["go", "👩‍👩‍👧", "on"]),
    ("flag 🇫🇷 end", ["flag", "🇫🇷", "end"]),
    ("cafe\u{301} ok", ["cafe\u{301}", "ok"]),
    ("one\r\ntwo", ["one", "two"]),
    ("", []),
  ])
  func cutsTexts(text: String, expected: [String]) {
    let found = tokens(text)
    #expect(found.map(\.text).elementsEqual(expected) { Array($0.utf8) == Array($1.utf8) })
  }

  @Test(arguments: [
    "Ça va, naïve 👍🏽 café — “quoted” don’t 🇫🇷 e\u{301}té!", "日本語 and English", "a\r\nb",
  ])
  func offsetsAreScalars(text: String) {
    let scalars = Array(text.unicodeScalars)
    for (written, token) in tokens(text) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[Int(token.scalarStart)..<Int(token.scalarEnd)])
      #expect(Array(String(view).utf8) == Array(written.utf8))
    }
  }

  @Test(arguments: [
    ("One. Two! Three?", 3), ("Mr. Smith met Dr. Jones.", 1), ("e.g. this is one.", 1),
    ("No mark at the end", 1), ("First line\nSecond line", 2), ("First line\ngoes on", 1),
    ("J. R. Brown wrote it.", 1), ("Really?! Yes.", 2), ("Hello… you", 2), ("", 0), ("👍", 0),
  ])
  func endsSentences(text: String, count: Int) {
    #expect(TextAnalyzer(speller: nil).analyze(text).sentenceCount == count)
  }

  @Test func shapesAreSeen() throws {
    let found = tokens("NASA sent iPhone Paris well-made e.g")
    #expect(found[0].token.shape.contains(.allCapitals))
    #expect(found[2].token.shape.contains(.mixedCase))
    #expect(found[3].token.shape.contains(.capitalised))
    #expect(found[4].token.shape.contains(.hyphenated))
    #expect(found[5].token.shape.contains(.abbreviation))
  }
}
