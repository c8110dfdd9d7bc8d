/// A share of turns, chosen by their ids alone, so that every run chooses the same.
struct AuditSample: Sendable, Equatable {
  /// 0…1.
  let share: Double

  /// Whether the turn is in the sample.
  func contains(_ id: String) -> Bool {
    guard share > 0 else { return false }
    // The upper 53 bits as a fraction: what a Double holds exactly.
    return Double(Self.hash(id) >> 11) * 0x1p-53 < share
  }

  /// FNV-1a, then the finalizer of MurmurHash3: ids that differ in their last digit alone have to
  /// fall far apart.
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
