extension Scope {
  /// The scope as encoded JSON, for a line that it is spliced into.
  ///
  /// Every turn gets one, so that it is written in one go where no string of it has to be escaped:
  /// only names of tasks ever have.
  public func encoded() -> [UInt8] {
    if let plain = encodedPlainly() { return plain }
    var writer = JSONWriter()
    writer.object { encodeFields(into: &$0) }
    return writer.bytes
  }

  /// Nil where a string has to be escaped.
  private func encodedPlainly() -> [UInt8]? {
    var isPlain = true
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { room, count in
      guard let start = room.baseAddress else { return }
      var text = PlainText(start)
      text.put("{\"kind\":")
      text.put(quoted: kind.rawValue)
      text.put(",\"triggers\":[")
      for (place, trigger) in triggers.enumerated() {
        if place > 0 { text.put(",") }
        text.put(quoted: trigger.rawValue)
      }
      text.put("],\"focusIds\":[")
      text.put(list: focusIds)
      text.put("],\"ruleIds\":[")
      text.put(list: ruleIds)
      text.put("]")
      if let task {
        text.put(",\"task\":{\"name\":")
        text.put(quoted: task.name)
        text.put(",\"state\":")
        text.put(quoted: task.state.rawValue)
        text.put("}")
      }
      text.put(",\"reason\":")
      text.put(quoted: reason)
      text.put("}")
      isPlain = text.isPlain
      count = text.count(from: start)
    }
    return isPlain ? bytes : nil
  }

  /// As many bytes as it takes, or more: the names of the members, marks, and the strings.
  private var room: Int {
    var room = 160 + kind.rawValue.utf8.count + reason.utf8.count
    for trigger in triggers { room += trigger.rawValue.utf8.count + 3 }
    for id in focusIds { room += id.utf8.count + 3 }
    for id in ruleIds { room += id.utf8.count + 3 }
    if let task { room += task.name.utf8.count + task.state.rawValue.utf8.count }
    return room
  }
}

/// Puts text into memory that has the room for it.
private struct PlainText {
  private var end: UnsafeMutablePointer<UInt8>
  /// Whether no string had to be escaped.
  private(set) var isPlain = true

  init(_ start: UnsafeMutablePointer<UInt8>) { end = start }

  func count(from start: UnsafeMutablePointer<UInt8>) -> Int { end - start }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    end.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    end += text.utf8CodeUnitCount
  }

  mutating func put(quoted string: String) {
    var string = string
    string.withUTF8 { text in
      if !JSONWriter.isPlain(UnsafeRawBufferPointer(text)) { isPlain = false }
      end.pointee = UInt8(ascii: "\"")
      end += 1
      if let start = text.baseAddress { end.update(from: start, count: text.count) }
      end += text.count
      end.pointee = UInt8(ascii: "\"")
      end += 1
    }
  }

  mutating func put(list: [String]) {
    for (place, string) in list.enumerated() {
      if place > 0 { put(",") }
      put(quoted: string)
    }
  }
}
