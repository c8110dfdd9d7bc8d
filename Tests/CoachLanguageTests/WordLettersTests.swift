import Testing

@testable import CoachLanguage

@Suite struct WordLettersTests {
  /// All bytes at all places of a window: runs are what a look at each byte says.
  @Test func runsAreTheLettersThatStandThere() {
    for filler in ["aBcdefghijklm", "Zyxwvutsrqpon", "Éa1 'b-c.d"] {
      for place in 0..<filler.utf8.count {
        let wrong = (UInt8.min...UInt8.max).filter { byte in
          var text = Array(filler.utf8)
          text[place] = byte
          return !text.indices.allSatisfy { isRun(in: text, from: $0) }
        }
        #expect(wrong.isEmpty, "\(filler), byte \(place)")
      }
    }
  }

  private func isRun(in text: [UInt8], from start: Int) -> Bool {
    let letters = text[start...].prefix { Tokenizer.isLetter($0) }
    let run = text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { WordLetters.run($0, from: start, within: bytes.count) }
    }
    let key = letters.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) }
    return run?.length == letters.count && run?.key == key
      && run?.isPlain == letters.dropFirst().allSatisfy { $0 & 0x20 != 0 }
  }

  @Test func packingTakesEachLetterToItsByte() {
    let word = Array("strengthening".utf8)
    for count in 0...word.count {
      let key = word[..<min(count, 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let packed = word.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { WordLetters.packed($0, count) }
      }
      #expect(packed == key)
    }
  }

  @Test(arguments: ["", "a", "meeting", "meetings", "presentation", "misunderstandings"])
  func hashesOfPackedAndUnpackedWordsAgree(word: String) {
    let bytes = Array(word.utf8)
    let hashes = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { start in
        (
          WordLetters.hash(start, bytes.count),
          WordLetters.hash(
            key: WordLetters.packed(start, bytes.count), start, bytes.count),
          WordLetters.hash(bytes)
        )
      }
    }
    #expect(hashes?.0 == hashes?.1)
    #expect(hashes?.1 == hashes?.2)
  }

  /// A sketch may say yes where the answer is no, never the other way round.
  @Test func sketchesKnowTheirWords() {
    var sketch = WordSketch()
    for word in [WordID](1...40) + Mark.allCases.map(\.word) {
      sketch.insert(word)
      #expect(sketch.bits & WordSketch.bit(word) != 0)
    }
  }
}
