/// What is done with one line: it becomes a record, the stage works on it, or a reject takes its place.
extension StageRun {
  mutating func take(
    _ bytes: UnsafeRawBufferPointer, _ place: Place, isContext: Bool
  ) throws {
    if Work.input == .textOrRecords, bytes.first != UInt8(ascii: "{"), !isContext {
      try takeText(bytes, place)
    } else {
      try takeRecord(bytes, place, isContext: isContext, rejectedAs: bytes)
    }
  }

  /// A line of plain text is a message with that text.
  mutating func takeText(_ bytes: UnsafeRawBufferPointer, _ place: Place) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return try reject(
        Cause(line: Array(bytes), length: bytes.count, place: place, recordId: nil),
        for: RecordError(.notUTF8, "the line is not UTF-8"))
    }
    var line = Message(text: text).line()
    let length = line.count
    line.append(contentsOf: repeatElement(0, count: LineReader.padding))
    try line.withUnsafeBytes { padded in
      try takeRecord(
        UnsafeRawBufferPointer(rebasing: padded[..<length]), place, isContext: false,
        rejectedAs: bytes)
    }
  }

  mutating func takeRecord(
    _ bytes: UnsafeRawBufferPointer, _ place: Place, isContext: Bool,
    rejectedAs line: UnsafeRawBufferPointer
  ) throws {
    emission.reset()
    var recordId: String?
    do {
      var record = try Record(bytes: bytes, place: place, parser: parser)
      do {
        try record.check()
        if isContext {
          try stage.learn(from: record)
        } else {
          try stage.process(record, emit: &emission)
        }
      } catch {
        recordId = (try? record.id("id")) ?? nil
        throw error
      }
      if !isContext { try write(line: bytes, of: record) }
    } catch let error as RecordError {
      emission.reset()
      try reject(
        Cause(line: Array(line), length: line.count, place: place, recordId: recordId), for: error)
    }
  }

  mutating func reject(_ cause: Cause, for error: RecordError) throws {
    let reject = note(cause, error)
    emission.reset()
    try stage.rejected(reject, emit: &emission)
    try write(line: nil)
    if isStrict { throw Stop.strict }
  }

  /// Says what is wrong, remembers it for the exit status, and makes the reject.
  mutating func note(_ cause: Cause, _ error: RecordError) -> Reject {
    rejected += 1
    // The reject itself may go to the terminal.
    progress?.reject()
    context.diagnostics.error(error.message, place: "\(cause.place.file):\(cause.place.line)")
    status = status.worse(of: error.code.exitStatus)
    return Reject(
      of: cause.line, length: cause.length, place: cause.place, recordId: cause.recordId,
      for: error, stage: Work.name, now: context.clock.now())
  }
}
