import CoachJSONL
import Testing

@testable import coach_store

/// Tables for eyes and for spreadsheets.
@Suite struct FormatTests {
  @Test func columnsAreAlignedWhateverTheScript() throws {
    let shelf = try Shelf()
    try shelf.put([
      #"{"type":"user","id":"u_1","name":"Zoë","email":"z@example.org"}"#,
      #"{"type":"user","id":"u_22","name":"日本","email":"n@example.org"}"#,
      #"{"type":"user","id":"u_3","name":"e\u0301 👩‍👩‍👧","email":"e@example.org"}"#,
    ])
    let table = try shelf.query(.users, format: .table)
    #expect(
      table == [
        "id    name  email",
        "u_1   Zoë   z@example.org",
        "u_22  日本  n@example.org",
        "u_3   e\u{301} 👩‍👩‍👧  e@example.org",
      ])
  }

  @Test func levelsForEyes() throws {
    let shelf = try Shelf()
    try shelf.put([
      Line.assessment("a", of: ["int_1"], score: 4, at: 1_700_000_000_000),
      Line.assessment("b", of: ["int_2"], score: 9, at: 1_700_000_060_000),
    ])
    #expect(
      try shelf.query(.levels, format: .table)
        == [
          "userId  focusId     level  band         ema  count  scores  updatedAt",
          "u_1     focus_tone      5  developing  5.50      2  ▃█      2023-11-14 22:14:20Z",
        ])
    // A spreadsheet draws its own.
    #expect(
      try shelf.query(.levels, format: .csv).first?.contains("scores") == false)
  }

  @Test func aTextCannotBreakTheTable() throws {
    let shelf = try Shelf()
    try shelf.put([#"{"type":"focus","id":"f","title":"a\nb\u001b[31m","description":"x"}"#])
    let row = try #require(try shelf.query(.focuses, format: .table).last)
    #expect(row == "f   a b [31m  x")
  }

  @Test func longTextsAreCut() {
    #expect(DisplayWidth.cut("abcdef", to: 6) == "abcdef")
    #expect(DisplayWidth.cut("abcdefg", to: 6) == "abcde…")
    #expect(DisplayWidth.cut("日本語文", to: 6) == "日本…")
  }

  @Test func proseIsToldWholeOnSeveralLines() throws {
    #expect(DisplayWidth.wrap("one two  three", to: 7) == ["one two", "three"])
    #expect(DisplayWidth.wrap("日本語文 x", to: 5) == ["日本", "語文", "x"])
    #expect(DisplayWidth.wrap(" ", to: 5) == [])
    let shelf = try Shelf()
    let words = Array(repeating: "practice", count: 9).joined(separator: " ")
    try shelf.put([
      #"{"type":"focus","id":"f","title":"F","description":"\#(words)\nThen rest."}"#,
      #"{"type":"focus","id":"g","title":"G"}"#,
    ])
    let six = Array(repeating: "practice", count: 6).joined(separator: " ")
    #expect(
      try shelf.query(.focuses, format: .table) == [
        "id  title  description",
        "f   F      \(six)",
        "           practice practice practice",
        "           Then rest.",
        "g   G",
      ])
  }

  @Test func aTableHasRoomIn120Columns() throws {
    let shelf = try Shelf()
    let words = Array(repeating: "practice", count: 20).joined(separator: " ")
    try shelf.put(
      (0..<3).map { number in
        Line.turn("int_\(number)0123456789abcdef0123456789abcdef", at: Int64(number))
          .replacing("Well said.", with: words).replacing("We shipped it on Monday.", with: words)
      })
    let table = try shelf.query(.interactions, format: .table)
    let widths = table.map(DisplayWidth.of)
    #expect((100...120).contains(widths.max() ?? 0))
    // Not a word of what was said is lost.
    let told = table.joined(separator: " ").split(separator: " ")
    #expect(told.filter { $0 == "practice" }.count == 2 * 3 * 20)
    #expect(table.contains { $0.contains("…") } == false)
  }

  @Test func aColumnWithNothingInItIsLeftOut() throws {
    let shelf = try Shelf()
    try shelf.put([])
    #expect(try shelf.query(.users, format: .table) == ["id  name  email"])
    try shelf.put([#"{"type":"user","id":"u_1","email":"z@example.org"}"#])
    #expect(try shelf.query(.users, format: .table) == ["id   email", "u_1  z@example.org"])
  }

  @Test func csvQuotesWhatMustBe() throws {
    let shelf = try Shelf()
    try shelf.put([#"{"type":"focus","id":"f","title":"say \"no\", now","description":"a\r\nb"}"#])
    #expect(
      try shelf.query(.focuses, format: .csv).joined(separator: "\n")
        == "id,title,description\r\nf,\"say \"\"no\"\", now\",\"a\r\nb\"\r")
  }
}
