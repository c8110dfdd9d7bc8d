import Foundation
import Testing

@testable import CoachJSONL

/// What tables for eyes are made of.
@Suite struct TableTests {
  @Test func aTimeIsWrittenAsTheCalendarHasIt() throws {
    #expect(CivilTime(milliseconds: 0).words == "1970-01-01 00:00:00Z")
    #expect(CivilTime(milliseconds: 1_700_000_000_000).words == "2023-11-14 22:13:20Z")
    #expect(CivilTime(milliseconds: -1).words == "1969-12-31 23:59:59Z")
    #expect(CivilTime(milliseconds: 951_782_400_000).day == "2000-02-29")
    // Foundation has a calendar of its own (and before 1582 another one).
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space)
    for step in 0..<2_000 as Range<Int64> {
      let time = -11_000_000_000_000 + step * 36_123_456_789
      let date = Date(timeIntervalSince1970: Double(time) / 1000)
      #expect(CivilTime(milliseconds: time).words == date.formatted(style))
    }
  }

  @Test func aSparklineHasTheWholeScaleForItsHeight() {
    #expect(Sparkline([1, 5.5, 10], isUnicode: true).text == "▁▅█")
    #expect(Sparkline((1...10).map(Double.init), isUnicode: true).text == "▁▁▂▃▄▅▆▇██")
    #expect(Sparkline([1, 5.5, 10], isUnicode: false).text == "_=#")
    #expect(Sparkline([5, 5, 5], isUnicode: true).text == "▄▄▄")
    #expect(Sparkline([], isUnicode: true).text.isEmpty)
  }

  @Test func aTerminalShowsWhatItsEnvironmentSays() {
    func style(_ variables: [String: String]) -> TerminalStyle {
      TerminalStyle(Environment(variables))
    }
    #expect(style(["TERM": "xterm"]).isColoured)
    #expect(!style(["TERM": "xterm", "NO_COLOR": "1"]).isColoured)
    #expect(style(["TERM": "xterm", "NO_COLOR": "1"]).isSteerable)
    #expect(!style(["TERM": "dumb"]).isSteerable && !style([:]).isSteerable)
    #expect(style([:]).isUnicode)
    #expect(style(["LANG": "de_DE.UTF-8"]).isUnicode && style(["LC_ALL": "C.utf8"]).isUnicode)
    #expect(!style(["LC_ALL": "C", "LANG": "de_DE.UTF-8"]).isUnicode)
    #expect(!style(["LC_CTYPE": "de_DE.ISO-8859-1"]).isUnicode)
  }

  @Test func theCourseOfALevelEndsWhereItsAverageIs() throws {
    var window = LevelWindow(alpha: 0.3, capacity: 5)
    for (index, score) in [2.0, 9, 4, 7, 7, 10].enumerated() {
      window.insert(
        WindowScore(
          id: "ass_\(index)", kind: .interaction, interactionIds: ["int_\(index)"], score: score,
          createdAt: Int64(index)))
    }
    let level = try #require(window.level(userId: "u", focusId: "f"))
    #expect(level.course.count == 5)
    #expect(level.course.first == 9 && level.course.last == level.ema)
  }
}
