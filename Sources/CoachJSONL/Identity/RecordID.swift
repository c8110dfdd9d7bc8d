/// The ids of records: strings of 1–128 printable characters (contract §1).
public enum RecordID {
  /// How many characters an id has, in Unicode scalars.
  public static let lengths = 1...128

  /// Whether a string can be an id.
  public static func isValid(_ id: String) -> Bool {
    lengths.contains(id.unicodeScalars.count) && isPrintable(id)
  }

  /// Whether there is no control, no line or paragraph separator and nothing unassigned in it.
  static func isPrintable(_ id: String) -> Bool {
    id.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
      default: true
      }
    }
  }
}
