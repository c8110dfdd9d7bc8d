/// Cuts bytes that come in pieces into lines.
struct LineCutter {
  private var rest: [UInt8] = []

  /// The lines that are whole now, each with its line feed.
  mutating func lines(adding bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      lines.append(rest + bytes[start...end])
      rest = []
      start = end + 1
    }
    rest += bytes[start...]
    return lines
  }
}
