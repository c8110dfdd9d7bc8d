import CoachJSONL
import FoundationEssentials
import GRDB
import Synchronization
import Testing

@testable import coach_store

#if canImport(Glibc)
  import Glibc
#endif

/// What `prune`, `erase`, `redact`, `backup` and `vacuum` leave behind.
@Suite struct CareTests {
  private let shelf: Shelf
  private let day: Int64 = 86_400_000

  init() throws { shelf = try Shelf() }

  private var cleaning: Cleaning {
    get throws { Cleaning(store: try Store(path: shelf.database)) }
  }

  /// The bytes of all the files of the database.
  private func bytes() -> [UInt8] {
    ["coach.db", "coach.db-wal"].flatMap { name -> [UInt8] in
      let descriptor = open(shelf.directory + "/" + name, O_RDONLY)
      guard descriptor >= 0 else { return [] }
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      var block = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(descriptor, &block, block.count), count > 0 {
        bytes += block[..<count]
      }
      return bytes
    }
  }

  private func isInFile(_ text: String) -> Bool {
    bytes().contains(Array(text.utf8))
  }

  private func check() throws -> [String] {
    let store = try Store(path: shelf.database)
    return try shelf.output { _ = try CheckRun(format: .jsonl).run(on: store, to: &$0) }
  }

  /// A week of one person, with a word of its own in every text.
  private func records(of user: String, secret: String, at time: Int64 = 100) -> [String] {
    let (session, turn, next) = ("sess_\(user)", "int_\(user)_1", "int_\(user)_2")
    let group = "grp_\(user)"
    let error = LanguageError(
      key: "grammar.tense", message: "Say \(secret).", severity: .high, suggestion: secret,
      interactionId: turn)
    return [
      Line.text(User(id: user, name: "Name \(secret)", email: "\(secret)@example.org")),
      Line.text(UserFocus(userId: user, focusId: "focus_tone", order: 1, active: true)),
      Line.text(Session(id: session, userId: user, startTime: time, endTime: time + 1)),
      Line.text(
        Interaction(
          id: turn, userId: user, sessionId: session, userText: "I said \(secret).",
          aiResponse: "Why \(secret)?", timestamp: time, task: secret)),
      // Its session says whose it is.
      Line.text(
        Interaction(
          id: next, sessionId: session, userText: "Again \(secret).", aiResponse: "Oh.",
          timestamp: time + 1)),
      Line.text(
        Evaluation(
          id: group, userId: user, sessionId: session, interactionIds: [turn, next],
          turns: [turn, next].map {
            Turn(id: $0, userText: secret, aiResponse: secret, timestamp: time)
          }, triggers: [.taskComplete], task: secret, createdAt: time + 1)),
      Line.text(
        Assessment(
          id: "ass_\(user)_1", userId: user, sessionId: session, interactionIds: [turn, next],
          focusId: "focus_tone", kind: .multiTurn, category: .error,
          explanationText: "About \(secret).", errors: [error], groupId: group,
          createdAt: time + 1)),
      Line.text(
        Assessment(
          id: "ass_\(user)_2", userId: user, sessionId: session, interactionIds: [turn],
          focusId: "focus_tone", kind: .interaction, category: .progress, score: 7,
          explanationText: "Well, \(secret).", createdAt: time)),
      // Of turns that have not come.
      Line.text(
        Assessment(
          id: "ass_\(user)_3", userId: user, sessionId: "stub_\(user)",
          interactionIds: ["stub_\(user)_1", "stub_\(user)_2"], focusId: "focus_tone",
          kind: .multiTurn, category: .progress, score: 6, explanationText: "So.",
          createdAt: time)),
      #"{"type":"prompt_run","id":"pr_\#(user)","requestId":"req_\#(user)","userId":"\#(user)","#
        + #""provider":"p","modelId":"m","inputTokens":1,"outputTokens":1,"latencyMs":1,"#
        + #""status":"ok","createdAt":\#(time)}"#,
      #"{"type":"reject","id":"rej_\#(user)_1","stage":"coach-filter","code":"invalid_json","#
        + #""message":"no","retryable":false,"attempts":1,"createdAt":\#(time),"#
        + #""raw":"{\"userId\":\"\#(user)\",\"userText\":\"\#(secret)"}"#,
      #"{"type":"diary","id":"d_\#(user)","about":"\#(session)","text":"\#(secret)","#
        + #""createdAt":\#(time)}"#,
    ]
  }

  private func putBoth() throws {
    try shelf.put(records(of: "u_mara", secret: "walnutmarble"))
    try shelf.put(records(of: "u_mara2", secret: "coppertulip"))
  }

  @Test(arguments: [false, true])
  func nothingOfWhoIsErasedIsLeftInTheFile(hasSearch: Bool) throws {
    if hasSearch { try Store(path: shelf.database).use(TextSearch.enable) }
    try putBoth()
    #expect(isInFile("walnutmarble"))
    let removals = try cleaning.run { try Eraser(userId: "u_mara").erase(in: $0) }
    let counts = Dictionary(uniqueKeysWithValues: removals.map { ($0.table, $0.records) })
    #expect(
      counts == [
        .user: 1, .userFocus: 1, .level: 1, .session: 2, .interaction: 4, .evaluation: 1,
        .assessment: 3, .promptRun: 1, .reject: 1, .record: 1,
      ])
    #expect(!isInFile("walnutmarble"))
    // The id of the other begins with the one that is gone.
    let file = String(decoding: bytes(), as: UTF8.self)
    #expect(!file.replacing("u_mara2", with: "").contains("u_mara"))
    #expect(try check().filter { !$0.contains(#""code":"stub""#) }.isEmpty)
  }

  /// The index keeps words by what they have in common, so that the bytes of a word need not stand
  /// in the file while it does.
  @Test func noWordOfWhoIsErasedIsLeftInTheIndex() throws {
    try Store(path: shelf.database).use(TextSearch.enable)
    // Several commits, so that there are several parts to merge.
    for record in records(of: "u_mara", secret: "walnutmarble") { try shelf.put([record]) }
    for record in records(of: "u_mara2", secret: "walnutmason") { try shelf.put([record]) }
    let words = { () throws -> [String] in
      try Store(path: shelf.database).use { db in
        try TextSearch.columns.flatMap { table, _ in
          try db.execute(
            sql: "CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, \(table)_fts, row)")
          defer { try? db.execute(sql: "DROP TABLE temp.word") }
          return try String.fetchAll(db, sql: "SELECT term FROM temp.word")
        }
      }
    }
    #expect(try words().contains("walnutmarble"))
    _ = try cleaning.run { try Eraser(userId: "u_mara").erase(in: $0) }
    #expect(try words().contains("walnutmason"))
    #expect(try !words().contains("walnutmarble"))
    // What a deletion leaves in the parts of an index until they are merged is the word itself.
    let blocks = try Store(path: shelf.database).use { db in
      try TextSearch.columns.flatMap { table, _ in
        try Data.fetchAll(db, sql: "SELECT block FROM \(table)_fts_data")
      }
    }
    #expect(blocks.contains { Array($0).contains(Array("mason".utf8)) })
    #expect(!blocks.contains { Array($0).contains(Array("marble".utf8)) })
  }

  @Test func nothingOfAnybodyElseIsTouched() throws {
    try putBoth()
    let alone = try Shelf()
    try alone.put(records(of: "u_mara2", secret: "coppertulip"))
    _ = try cleaning.run { try Eraser(userId: "u_mara").erase(in: $0) }
    #expect(try Set(shelf.query(.all)) == Set(alone.query(.all)))
    for table in ["turn_list", "subject_alias"] {
      let count = "SELECT count(*) FROM \(table)"
      #expect(try shelf.column(count) == alone.column(count), "\(table)")
    }
  }

  @Test func aLineThatWasNoTextIsErasedWithWhomItMentions() throws {
    let line = #"{"userId":"u_mara","userText":"walnut"#
    let encoded = Data(Array(line.utf8) + [0xFF]).base64EncodedString()
    try shelf.put(
      records(of: "u_mara", secret: "walnut") + [
        #"{"type":"reject","id":"rej_9","stage":"coach-filter","code":"not_utf8","message":"no","#
          + #""retryable":false,"attempts":1,"createdAt":1,"rawBase64":"\#(encoded)"}"#
      ])
    _ = try cleaning.run { try Eraser(userId: "u_mara").erase(in: $0) }
    #expect(try shelf.query(.all).isEmpty)
  }

  @Test func whatWasSaidIsRedactedAndTheScoresStay() throws {
    try putBoth()
    let levels = try shelf.query(.levels)
    _ = try cleaning.run { try Redactor(userId: "u_mara", cutoff: nil).redact(in: $0) }
    let left = try shelf.query(.interactions, .evaluations, .assessments, .rejects)
    #expect(!left.contains { $0.contains("walnutmarble") })
    #expect(left.filter { $0.contains("coppertulip") }.count == 6)
    #expect(try shelf.query(.levels) == levels)
    #expect(try shelf.column("SELECT score FROM assessment WHERE id = 'ass_u_mara_2'") == ["7.0"])
    #expect(
      try shelf.column("SELECT key || message FROM assessment_error WHERE message = ''")
        == ["grammar.tense"])
    #expect(try check().filter { !$0.contains(#""code":"stub""#) }.isEmpty)
  }

  @Test func whatIsRedactedIsNotInTheFile() throws {
    try shelf.put(
      records(of: "u_mara", secret: "walnutmarble").filter {
        !$0.contains(#""type":"user""#) && !$0.contains("diary")
      })
    #expect(isInFile("walnutmarble"))
    _ = try cleaning.run { try Redactor(userId: nil, cutoff: nil).redact(in: $0) }
    #expect(!isInFile("walnutmarble"))
  }

  @Test func whatIsOldIsPruned() throws {
    try shelf.put(records(of: "u_mara", secret: "walnut", at: 0))
    try shelf.put(records(of: "u_mara2", secret: "copper", at: 10 * day))
    let levels = try shelf.query(.levels)
    let removals = try cleaning.run {
      try Pruner(cutoff: 5 * day, tables: Pruner.tables).prune(in: $0)
    }
    let counts = Dictionary(uniqueKeysWithValues: removals.map { ($0.table, $0.records) })
    #expect(
      counts == [
        .assessment: 3, .promptRun: 1, .reject: 1, .record: 1, .evaluation: 1, .interaction: 2,
        .session: 1,
      ])
    #expect(!isInFile("I said walnut"))
    #expect(isInFile("I said copper"))
    #expect(try shelf.query(.levels) == levels)
    #expect(try shelf.query(.interactions).count == 2)
    // Nor is there a row left for what only they named.
    #expect(try shelf.column("SELECT id FROM interaction WHERE id = 'stub_u_mara_1'").isEmpty)
    #expect(try shelf.column("SELECT id FROM session WHERE id = 'stub_u_mara'").isEmpty)
    #expect(try shelf.column("SELECT count(*) FROM turn_list") == ["2"])
    #expect(try check().filter { !$0.contains(#""code":"stub""#) }.isEmpty)
  }

  @Test func aTurnThatIsNamedLeavesItsIdBehind() throws {
    try shelf.put(records(of: "u_mara", secret: "walnut", at: 0))
    _ = try cleaning.run { try Pruner(cutoff: 5 * day, tables: [.interaction]).prune(in: $0) }
    #expect(try shelf.query(.interactions).isEmpty)
    #expect(try shelf.query(.assessments, filter: QueryFilter(allVersions: true)).count == 3)
    #expect(
      try check().filter { $0.contains("int_u_mara") }.allSatisfy { $0.contains(#""code":"stub""#) }
    )
    // The records themselves fill the rows again.
    try shelf.put(records(of: "u_mara", secret: "walnut", at: 0))
    #expect(try shelf.query(.interactions).count == 2)
  }

  @Test func aBackupIsTheDatabase() throws {
    try putBoth()
    let copy = try Shelf()
    try Backup(path: copy.database).write(from: try Store(path: shelf.database))
    #expect(try copy.mode(of: "coach.db") == 0o600)
    #expect(try copy.query(.all) == shelf.query(.all))
    // What is there already is not written over.
    #expect(throws: StageFailure.self) {
      try Backup(path: copy.database).write(from: try Store(path: shelf.database))
    }
    #expect(try copy.query(.all) == shelf.query(.all))
  }

  @Test func aBackupIsOneMomentWhileOthersWrite() async throws {
    let turns = { (batch: Int) in
      (0..<40).map { Line.turn("int_\(batch)_\($0)", at: Int64(batch * 100 + $0)) }
    }
    try shelf.put(turns(0))
    let source = try Store(path: shelf.database)
    let database = shelf.database
    let isWriting = Mutex(true)
    let writing = Task.detached {
      var batch = 0
      while isWriting.withLock(\.self) {
        batch += 1
        let lines = turns(batch)
        let lane = try WriteLane(store: try Store(path: database))
        let parser = try RecordParser(name: "test")
        for line in lines { try parser.read(line.utf8) { try lane.put($0) } }
        _ = try lane.commit()
      }
      return batch
    }
    var counts: [Int] = []
    for _ in 0..<8 {
      let copy = try Shelf()
      try Backup(path: copy.database).write(from: source)
      counts.append(try copy.query(.interactions).count)
      #expect(try copy.column("PRAGMA integrity_check") == ["ok"])
    }
    isWriting.withLock { $0 = false }
    let batches = try await writing.value
    // Whole transactions, and never fewer than before.
    #expect(counts.allSatisfy { $0 % 40 == 0 } && counts == counts.sorted(), "\(counts)")
    #expect(try shelf.query(.interactions).count == (batches + 1) * 40)
  }

  @Test func aVacuumLeavesNoRoom() throws {
    try putBoth()
    try cleaning.vacuum()
    #expect(try shelf.column("PRAGMA freelist_count") == ["0"])
    #expect(try shelf.query(.interactions).count == 4)
  }

  @Test(arguments: [
    ("u_1", #"{"userId":"u_1"}"#, true), ("u_1", #"{"userId":"u_10"}"#, false),
    ("u_1", "u_1", true), ("u_1", "xu_1", false), ("u 1", #"{"userId":"u 1"}"#, true),
    ("ü_1", #"{"userId":"ü_1"}"#, true),
  ])
  func idsAreMentionedAsWholeWords(id: String, text: String, isMentioned: Bool) {
    #expect(Mentions(of: [id]).contains(Array(text.utf8)) == isMentioned)
  }
}
