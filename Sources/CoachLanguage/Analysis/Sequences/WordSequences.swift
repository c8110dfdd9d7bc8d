import CWordSequences

/// How much likelier English words are behind others than anywhere, from a table in the program.
///
/// The table is made by `CWordSequences/make-table.py` from the language model of CMU Sphinx, a million
/// and more pairs and triples of words; the script says how. It holds hashes, not words: of the words
/// and sequences that it does not have, one in 455 is taken for one that it has.
struct WordSequences: Sendable {
  static let shared = WordSequences()

  private nonisolated(unsafe) let cells: UnsafePointer<UInt8>
  /// Cells in a third of the table.
  private let third: UInt64
  private let seed: UInt64

  private init() {
    let table = UnsafeRawPointer(cwordsequences_table())
    func number(_ offset: Int) -> UInt64 {
      UInt64(UInt32(littleEndian: table.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    third = number(8)
    seed = number(12)
    cells = (table + 16).assumingMemoryBound(to: UInt8.self)
  }

  /// Where a sentence begins and ends: the model has words for both.
  static let start = hash("<s>".utf8)
  static let end = hash("</s>".utf8)

  /// The name of a word in the table: FNV-1a (Fowler, Noll, Vo) over its lower-cased UTF-8.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Whether the table knows a word, by its hash.
  func knows(_ word: UInt64) -> Bool { number(word) != nil }

  /// The natural logarithm of how many times likelier a word is behind the one before it, and the one
  /// before that where there is one, than anywhere: a whole number from -3 to 5, 0 where the
  /// table does not say. Words are named by their hashes.
  func gain(of word: UInt64, behind previous: UInt64, _ beforePrevious: UInt64?) -> Int {
    if let beforePrevious,
      let gain = number(Self.joined(Self.joined(beforePrevious, previous), word))
    {
      return gain
    }
    return number(Self.joined(previous, word)) ?? 0
  }

  private static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    left &* 0x9E37_79B9_7F4A_7C15 &+ right
  }

  /// What the table says of a key; nil where it does not have it.
  private func number(_ key: UInt64) -> Int? {
    let one = Self.mixed(key &+ seed)
    let two = Self.mixed(one &+ 0x9E37_79B9_7F4A_7C15)
    let bits =
      cell(place(one & 0xFFFF_FFFF))
      ^ cell(place(one >> 32) + third)
      ^ cell(place(two & 0xFFFF_FFFF) + 2 * third)
    guard bits >> 4 == two >> 32 & 255 else { return nil }
    let value = Int(bits & 15)
    return value <= 8 ? value - 3 : nil
  }

  /// The place in a third of the table that 32 bits choose.
  private func place(_ bits: UInt64) -> UInt64 { (bits &* third) >> 32 }

  /// The 12 bits of a cell: two cells share three bytes.
  private func cell(_ index: UInt64) -> UInt64 {
    let at = Int(index + index / 2)
    let bytes = UInt64(cells[at]) | UInt64(cells[at + 1]) << 8
    return index & 1 == 0 ? bytes & 0xFFF : bytes >> 4
  }

  /// The end of MurmurHash3 by Austin Appleby (public domain): each bit of the key moves all others.
  private static func mixed(_ key: UInt64) -> UInt64 {
    var key = key
    key = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
    key = (key ^ key >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return key ^ key >> 33
  }
}
