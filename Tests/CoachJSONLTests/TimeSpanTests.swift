import CoachJSONL
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("90s", 90_000), ("20m", 1_200_000), ("12h", 43_200_000), ("30d", 2_592_000_000),
    ("5ms", 5), ("0s", 0), ("100000d", 8_640_000_000_000),
  ])
  func reads(_ argument: String, _ milliseconds: Int64) {
    #expect(TimeSpan(argument: argument)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "20", "m", "-5m", "+5m", "1.5h", "5 m", "5M", "1w", "100001d", "99999999999999999999s",
    "9223372036854775807d",
  ])
  func refuses(_ argument: String) {
    #expect(TimeSpan(argument: argument) == nil)
  }

  @Test(arguments: ["90s", "20m", "12h", "30d", "5ms"])
  func writesWhatItReads(_ argument: String) {
    #expect(TimeSpan(argument: argument)?.defaultValueDescription == argument)
  }
}
