/// The number of a word in a ``Lexicon``; 0 is no word.
typealias WordID = Int32

/// The words that an analyzer knows and has met, each with a small number.
///
/// A table of open addressing over the lower-cased UTF-8 bytes of words. The words of the lists come
/// first; a word that is met gets the next number and is worked out once. The words met are bounded:
/// past the limit they are all forgotten.
struct Lexicon: Sendable {
  /// What is known of the spelling of a word.
  enum Spelling: UInt8, Sendable {
    case unasked, right, wrong
    /// Right with a capital only: a name.
    case name
  }

  /// A word: its bytes, what it can be and its base form.
  struct Entry: Sendable {
    /// The first letters, as ``WordLetters`` packs them.
    var key: UInt64
    var hash: UInt64
    var offset: Int32
    var length: Int32
    var classes: WordClass
    var lemma: WordID
    var spelling: Spelling
  }

  private(set) var entries: [Entry] = []
  private var pool: [UInt8] = []
  private var slots: [WordID]
  private var mask: Int
  /// How many words the lists have; the words met begin here.
  private(set) var listed = 0
  private var listedBytes = 0

  /// The most words met that are remembered.
  static let limit = 65_536

  init() {
    slots = Array(repeating: 0, count: 16_384)
    mask = slots.count - 1
    entries.reserveCapacity(8_192)
    pool.reserveCapacity(65_536)
    entries.append(
      Entry(key: 0, hash: 0, offset: 0, length: 0, classes: [], lemma: 0, spelling: .right))
  }

  /// The words met are told from the words of the lists from here on.
  mutating func closeLists() {
    listed = entries.count
    listedBytes = pool.count
  }

  var count: Int { entries.count }

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

  /// The number of a lower-cased word, 0 where it is not in the table.
  @inline(__always)
  func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID {
    guard let letters = word.baseAddress else { return 0 }
    return find(letters, word.count, key: WordLetters.packed(letters, word.count), hash: hash)
  }

  /// The same where the first letters are packed already: of the bytes, only those behind them are
  /// looked at.
  @inline(__always)
  func find(
    _ letters: UnsafePointer<UInt8>, _ count: Int, key: UInt64, hash: UInt64
  ) -> WordID {
    var at = slot(hash)
    while true {
      let id = slots[at]
      if id == 0 { return 0 }
      let place = Int(id)
      if entries[place].key == key, Int(entries[place].length) == count,
        count <= WordLetters.width || goesOn(id, letters, count)
      {
        return id
      }
      at = (at &+ 1) & mask
    }
  }

  /// Whether a word of that length has these letters behind the packed ones.
  func goesOn(_ id: WordID, _ letters: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let start = Int(entries[Int(id)].offset)
    for at in WordLetters.width..<count where pool[start &+ at] != letters[at] { return false }
    return true
  }

  /// The number of a lower-cased word, 0 where it is not in the table.
  func find(_ word: String) -> WordID {
    var word = word
    return word.withUTF8 { find($0, hash: WordLetters.hash($0)) }
  }

  func contains(_ word: String) -> Bool { find(word) != 0 }

  /// The number of a lower-cased word, which is put in and worked out where it is new.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID {
    let known = find(word, hash: hash)
    if known != 0 { return known }
    let id = append(word, hash: hash)
    let derived = Derivation.of(String(decoding: word, as: UTF8.self), in: self)
    entries[Int(id)].classes = derived.classes
    entries[Int(id)].lemma = derived.lemma == 0 ? id : derived.lemma
    entries[Int(id)].spelling = derived.isCertain ? .right : .unasked
    return id
  }

  mutating func intern(_ word: String) -> WordID {
    var word = word
    return word.withUTF8 { intern($0, hash: WordLetters.hash($0)) }
  }

  /// Puts a word of the lists in, or adds classes to it.
  @discardableResult
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ classes: WordClass, lemma: WordID = 0)
    -> WordID
  {
    let hash = WordLetters.hash(word)
    var id = find(word, hash: hash)
    if id == 0 {
      id = append(word, hash: hash)
      entries[Int(id)].lemma = lemma == 0 ? id : lemma
    } else if lemma != 0, entries[Int(id)].lemma == id, lemma != id {
      // A form that is a word of its own too ("found", "left") counts as a form first.
      entries[Int(id)].lemma = lemma
    }
    entries[Int(id)].classes.formUnion(classes)
    entries[Int(id)].spelling = .right
    return id
  }

  @discardableResult
  mutating func add(_ word: String, _ classes: WordClass, lemma: WordID = 0) -> WordID {
    var word = word
    return word.withUTF8 { add($0, classes, lemma: lemma) }
  }

  mutating func setSpelling(_ spelling: Spelling, of id: WordID) {
    entries[Int(id)].spelling = spelling
  }

  @inline(__always)
  func classes(_ id: WordID) -> WordClass { entries[Int(id)].classes }
  @inline(__always)
  func lemma(_ id: WordID) -> WordID { entries[Int(id)].lemma }
  @inline(__always)
  func key(_ id: WordID) -> UInt64 { entries[Int(id)].key }
  /// How many bytes a word has.
  @inline(__always)
  func length(_ id: WordID) -> Int { Int(entries[Int(id)].length) }
  @inline(__always)
  func spelling(_ id: WordID) -> Spelling { entries[Int(id)].spelling }

  func text(_ id: WordID) -> String { String(decoding: letters(id), as: UTF8.self) }

  /// The lower-cased UTF-8 of a word.
  func letters(_ id: WordID) -> ArraySlice<UInt8> {
    let start = Int(entries[Int(id)].offset)
    return pool[start..<start + length(id)]
  }

  /// The last byte of a word.
  func lastByte(_ id: WordID) -> UInt8? {
    let entry = entries[Int(id)]
    return entry.length > 0 ? pool[Int(entry.offset + entry.length) - 1] : nil
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID {
    let id = WordID(entries.count)
    entries.append(
      Entry(
        key: word.baseAddress.map { WordLetters.packed($0, word.count) } ?? 0, hash: hash,
        offset: Int32(pool.count), length: Int32(word.count), classes: [], lemma: id,
        spelling: .unasked))
    pool.append(contentsOf: word)
    if entries.count * 2 > slots.count {
      rehash(count: slots.count * 2)
    } else {
      place(id)
    }
    return id
  }

  private mutating func place(_ id: WordID) {
    var at = slot(entries[Int(id)].hash)
    while slots[at] != 0 { at = (at &+ 1) & mask }
    slots[at] = id
  }

  private mutating func rehash(count: Int) {
    slots = Array(repeating: 0, count: count)
    mask = count - 1
    for id in 1..<entries.count { place(WordID(id)) }
  }

  /// Forgets the words met where they have become too many. Their numbers are void from then on, so
  /// it is called between texts only. Returns whether it forgot any.
  mutating func trim() -> Bool {
    guard entries.count - listed > Self.limit else { return false }
    entries.removeLast(entries.count - listed)
    pool.removeLast(pool.count - listedBytes)
    rehash(count: slots.count)
    return true
  }
}
