import ArgumentParser
import CoachJSONL
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import coach_level

/// Levels for eyes.
@Suite struct LevelReportTests {
  private func score(_ number: Int, _ score: Double, focus: String = "focus_tone") -> String {
    String(
      decoding: Assessment(
        id: "ass_\(number)_\(focus)", userId: "u_1", sessionId: "s",
        interactionIds: ["int_\(number)"], focusId: focus, kind: .interaction,
        category: .progress, score: score, explanationText: "",
        createdAt: 1_700_000_000_000 + Int64(number) * 60_000
      ).line(), as: UTF8.self)
  }

  private func report(
    _ format: LevelFormat, over lines: [String], context: [String] = [],
    style: TerminalStyle = .plain, width: Int? = nil, status: CoachJSONL.ExitStatus = .ok
  ) async throws -> [String] {
    let run = try await StageRun(
      LevelReportStage(LevelStage(), format: format, style: style, width: width),
      over: lines.joined(separator: "\n"), context: context.joined(separator: "\n"))
    #expect(run.status == status)
    return run.lines
  }

  @Test func aTableDrawsTheScores() async throws {
    let lines = [score(1, 4), score(2, 9), score(1, 2, focus: "focus_a"), #"{"type":"x"}"#]
    #expect(
      try await report(.table, over: lines) == [
        "userId  focusId     level  band         ema  count  scores  updatedAt",
        "u_1     focus_a         2  novice         2      1  ▁       2023-11-14 22:14:20Z",
        "u_1     focus_tone      5  developing  5.50      2  ▃█      2023-11-14 22:15:20Z",
      ])
    let plain = TerminalStyle(Environment(["LC_ALL": "C"]))
    let ascii = try await report(.table, over: lines, style: plain)
    #expect(ascii.last?.contains("  :#  ") == true && ascii.joined().utf8.allSatisfy { $0 < 128 })
  }

  @Test func levelsOfTheContextAreInIt() async throws {
    let stored = try await StageRun(
      LevelStage(), over: score(1, 4), arguments: ["--only"]
    ).lines
    let rows = try await report(.table, over: [score(2, 9)], context: stored)
    #expect(rows.last?.contains("▃█") == true)
  }

  @Test func aBadLineIsNoPartOfAChart() async throws {
    let lines = [score(1, 4), "no record"]
    let text = try await report(.svg, over: lines, status: .dataError).joined(separator: "\n")
    #expect(Chart(text) != nil)
  }

  @Test func aChartIsADocumentWithAPanelForEachLevel() async throws {
    let lines = (1...9).map { score($0, Double($0)) } + [score(1, 10, focus: "focus_a")]
    let names = [
      #"{"type":"user","id":"u_1","name":"Zoë"}"#,
      #"{"type":"focus","id":"focus_tone","title":"Tone"}"#,
    ]
    let text = try await report(.svg, over: lines, context: names).joined(separator: "\n")
    let chart = try #require(Chart(text))
    #expect(chart.root == "svg" && chart.counts["polyline"] == 2)
    #expect(chart.counts["circle"] == 9 + 1 + 2)
    #expect(chart.texts.contains("Levels of Zoë"))
    #expect(chart.texts.contains("Tone") && chart.texts.contains("focus_a"))
    #expect(chart.texts.contains("level 10 · mastery · 10"))
    for band in Level.Band.allCases { #expect(chart.texts.contains(band.rawValue)) }
    // Nothing is fetched from anywhere: it can be mailed.
    #expect(!text.contains("href") && !text.contains("url("))
  }

  @Test func theAverageIsDrawnWhereItIs() async throws {
    let text = try await report(.svg, over: [score(1, 1), score(2, 10)]).joined(separator: "\n")
    let chart = try #require(Chart(text))
    let points = try #require(chart.points).split(separator: " ").map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    // From the bottom of the scale three tenths of the way to its top.
    let bottom = 196.0
    let top = 32.0
    #expect(points.count == 2 && points[0][1] == bottom)
    #expect(abs(points[1][1] - (bottom - 0.3 * (bottom - top))) < 0.01)
    #expect(points[0][0] < points[1][0])
  }

  @Test func noNameBreaksOutOfTheDocument() async throws {
    let name = #"</title><script>alert("1")</script>&\u0007\ud83d\ude00"#
    let context = [#"{"type":"user","id":"u_1","name":"\#(name.replacing("\"", with: "\\\""))"}"#]
    let text = try await report(.svg, over: [score(1, 5)], context: context)
      .joined(separator: "\n")
    let chart = try #require(Chart(text))
    #expect(chart.counts["script"] == nil)
    #expect(chart.texts.contains(#"Levels of </title><script>alert("1")</script>& 😀"#))
  }

  @Test func nothingYetIsAChartToo() async throws {
    let chart = try #require(Chart(try await report(.svg, over: []).joined(separator: "\n")))
    #expect(chart.texts.contains("There are no scores yet."))
    #expect(try await report(.table, over: []).count == 1)
  }

  @Test func whatDoesNotGoTogetherIsSaid() {
    for arguments in [["--emit", "each"], ["--only"]] {
      #expect(throws: (any Error).self) {
        try CoachLevelCommand.parse(["--format", "svg"] + arguments)
      }
    }
  }
}

/// A document as Foundation's parser reads it.
private final class Chart: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var counts: [String: Int] = [:]
  private(set) var texts: [String] = []
  private(set) var points: String?
  private var text = ""

  /// nil where it is no XML.
  init?(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    root = root ?? name
    counts[name, default: 0] += 1
    points = attributes["points"] ?? points
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts.append(text)
    text = ""
  }
}
