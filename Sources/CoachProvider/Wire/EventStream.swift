/// One event of a stream of server-sent events.
struct ServerEvent: Equatable, Sendable {
  /// Its name; empty where it has none.
  var name: String
  /// Its `data` lines, joined by line feeds.
  var data: [UInt8]
}

/// Reads server-sent events (WHATWG HTML §9.2.6) from bytes that may be cut anywhere.
///
/// Lines end with LF, CR or CRLF; a leading byte-order mark and comments are skipped; `id` and
/// `retry` have no meaning for an answer that cannot be resumed.
struct EventStream {
  /// The most bytes of one event; no model says so much at once.
  static let mostBytes = 16 << 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The line that has not ended yet.
  private var line: [UInt8] = []
  private var isFirstLine = true
  /// The last byte was a CR, which ended its line: an LF behind it ends none.
  private var skipsLineFeed = false
  private var name = ""
  private var data: [UInt8] = []
  private var hasData = false

  /// Reads further bytes and appends the events that are whole.
  ///
  /// - Throws: `ProviderFailure` (`malformed`) where an event is too long.
  mutating func read(
    _ bytes: [UInt8], into events: inout [ServerEvent]
  ) throws(ProviderFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if skipsLineFeed {
        skipsLineFeed = false
        if rest.first == Self.lineFeed { rest = rest.dropFirst() }
        continue
      }
      guard
        let end = rest.firstIndex(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn })
      else {
        line.append(contentsOf: rest)
        break
      }
      skipsLineFeed = rest[end] == Self.carriageReturn
      line.append(contentsOf: rest[..<end])
      takeLine(&events)
      rest = rest[(end + 1)...]
      try checkLength()
    }
    try checkLength()
  }

  /// The event whose lines are whole but whose blank line was forgotten, at the end of the bytes.
  mutating func finish(into events: inout [ServerEvent]) {
    dispatch(&events)
  }

  private func checkLength() throws(ProviderFailure) {
    if line.count + data.count > Self.mostBytes {
      throw ProviderFailure(
        .malformed, "an event is longer than \(Self.mostBytes >> 20) MiB")
    }
  }

  private mutating func takeLine(_ events: inout [ServerEvent]) {
    var whole = line[...]
    if isFirstLine {
      isFirstLine = false
      if whole.starts(with: Self.byteOrderMark) {
        whole = whole.dropFirst(Self.byteOrderMark.count)
      }
    }
    if whole.isEmpty {
      dispatch(&events)
    } else {
      takeField(whole)
    }
    // A long line's memory is given back.
    line.removeAll(keepingCapacity: line.count <= 64 << 10)
  }

  private mutating func takeField(_ line: ArraySlice<UInt8>) {
    let colon = line.firstIndex(of: UInt8(ascii: ":"))
    let field = line[..<(colon ?? line.endIndex)]
    var value = colon.map { line[($0 + 1)...] } ?? []
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    if field.elementsEqual("data".utf8) {
      if hasData { data.append(Self.lineFeed) }
      hasData = true
      data.append(contentsOf: value)
    } else if field.elementsEqual("event".utf8) {
      name = String(decoding: value, as: UTF8.self)
    }
  }

  private mutating func dispatch(_ events: inout [ServerEvent]) {
    if hasData { events.append(ServerEvent(name: name, data: data)) }
    name = ""
    data = []
    hasData = false
  }
}
