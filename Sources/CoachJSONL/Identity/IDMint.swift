/// Mints ids of events, which nothing can be derived for: time-ordered (UUIDv7, RFC 9562 §5.7).
public struct IDMint: Sendable {
  private let clock: WallClock
  private let random: @Sendable () -> UInt64

  /// A mint over a clock and a source of random bits.
  public init(
    clock: WallClock,
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
  ) {
    self.clock = clock
    self.random = random
  }

  /// A new id of that kind: the prefix and a UUIDv7.
  public func mint(_ kind: DerivedID) -> String {
    let time = UInt64(clamping: clock.now())
    let high = time << 16 | 0x7000 | random() & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random() >> 2
    let digits = Array(DerivedID.hex([high, low].flatMap(\.bigEndianBytes)))
    let groups = [digits[..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return kind.rawValue + groups.map { String($0) }.joined(separator: "-")
  }
}

extension UInt64 {
  fileprivate var bigEndianBytes: [UInt8] {
    withUnsafeBytes(of: bigEndian) { Array($0) }
  }
}
