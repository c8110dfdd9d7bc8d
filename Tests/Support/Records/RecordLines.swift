/// The lines of an output, each read as the record that it is.
public struct RecordLines: Sendable {
  /// One line: its bytes and what they say.
  public struct Line: Sendable {
    /// The line as it came.
    public let text: String
    /// Its value.
    public let json: JSON
    /// Its `type`, empty where it has none.
    public var type: String { json["type"]?.string ?? "" }
    /// Its `id`, empty where it has none.
    public var id: String { json["id"]?.string ?? "" }
  }

  /// The lines, in order.
  public let lines: [Line]

  /// Reads the lines as JSON.
  public init(_ texts: some Sequence<String>) throws {
    lines = try texts.map { Line(text: $0, json: try JSON(parsing: $0)) }
  }

  /// Reads what a command wrote.
  public init(_ result: CommandResult) throws { try self.init(result.lines) }

  /// The lines of a type, in order.
  public func ofType(_ type: String) -> [Line] { lines.filter { $0.type == type } }

  /// The records of a type, strictly read.
  public func records<Record: MirrorRecord>(_ type: Record.Type = Record.self) throws -> [Record] {
    try ofType(type.typeName).map { try Record.strict($0.text) }
  }

  /// Reads every line strictly as the record of its type; a line of no type of the contract is a
  /// fault.
  public func checkAll() throws {
    let types: [any MirrorRecord.Type] = [
      MirrorUser.self, MirrorFocus.self, MirrorUserFocus.self, MirrorSession.self,
      MirrorMessage.self, MirrorInteraction.self, MirrorEvaluation.self, MirrorAssessment.self,
      MirrorLevel.self, MirrorPromptRun.self, MirrorReject.self,
    ]
    for line in lines {
      guard let type = types.first(where: { $0.typeName == line.type }) else {
        throw JSONFault(description: "no type of the contract: \(line.text)")
      }
      _ = try type.strict(line.text)
    }
  }

  /// The rows that two runs over the same input share: without attempts and rejects, without the
  /// wall clock, members and rows in one order.
  public var comparableRows: [String] {
    lines.filter { !["prompt_run", "reject"].contains($0.type) }
      .map { $0.json.removing(["assessedAt"]).sorted.compact }
      .sorted()
  }
}
