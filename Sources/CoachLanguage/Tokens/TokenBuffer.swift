/// Room for the tokens of one text after the other: it grows to the longest and is used again.
struct TokenBuffer: ~Copyable {
  private var storage: UnsafeMutablePointer<Token>
  private var capacity = 256
  private(set) var count = 0

  /// More room than this is given back before the next text.
  private static let usualCapacity = 65_536

  init() { storage = .allocate(capacity: capacity) }

  deinit { storage.deallocate() }

  /// The tokens of the text; good until the next one is read.
  var tokens: UnsafeMutableBufferPointer<Token> {
    UnsafeMutableBufferPointer(start: storage, count: count)
  }

  /// The token before the last `distance` tokens.
  @inline(__always)
  subscript(back distance: Int) -> Token { storage[count &- 1 &- distance] }

  /// Whether there is a token before the last `distance` tokens.
  @inline(__always)
  func has(back distance: Int) -> Bool { count > distance }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { resize(to: capacity * 2) }
    (storage + count).initialize(to: token)
    count &+= 1
  }

  /// Adds shapes to the last token.
  @inline(__always)
  mutating func mark(_ shape: Token.Shape) {
    storage[count &- 1].shape.formUnion(shape)
  }

  mutating func setLastClasses(_ classes: WordClass) { storage[count &- 1].classes = classes }

  /// Forgets the tokens and keeps the room.
  mutating func reset() {
    count = 0
    if capacity > Self.usualCapacity { resize(to: Self.usualCapacity) }
  }

  private mutating func resize(to capacity: Int) {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    self.capacity = capacity
  }
}
