/// A set of words, by the hashes that ``CueText`` gives them.
///
/// The hashes are spread well already, so that they are looked up as they are.
struct CueWords: Sendable {
  /// Open addressing; a power of two, at most half full; 0 where a slot is empty.
  private var slots: [UInt64]

  /// - Parameter list: the words, with blanks or line feeds between them.
  init(_ list: String) {
    let words = Set(list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { CueText.hash($0) })
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in words { slots[place(of: word)] = word }
  }

  func contains(_ word: UInt64) -> Bool { slots[place(of: word)] != 0 }

  /// Where the word is, or would be.
  private func place(of word: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var place = Int(truncatingIfNeeded: word) & (slots.count - 1)
      while slots[place] != 0, slots[place] != word { place = (place + 1) & (slots.count - 1) }
      return place
    }
  }
}
