import Testing

@testable import CoachJSONL

/// The line of progress.
@Suite struct ProgressTests {
  private func line(
    _ figures: ProgressFigures, width: Int = 100, isUnicode: Bool = true
  ) -> String {
    figures.line(tool: "coach-assess", width: width, isUnicode: isUnicode)
  }

  @Test func itSaysWhatIsKnown() {
    var figures = ProgressFigures(records: 1_234_567, elapsed: 10_000)
    #expect(line(figures) == "coach-assess: 1,234,567 records · 123,456/s")
    figures = ProgressFigures(records: 300, elapsed: 20_000, inFlight: 100, costCents: 3.456)
    #expect(line(figures) == "coach-assess: 200 records · 10/s · 100 in flight · 3.46 ¢")
    #expect(
      line(figures, isUnicode: false) == "coach-assess: 200 records, 10/s, 100 in flight, 3.46 ct")
    #expect(line(ProgressFigures(records: 0, elapsed: 0)) == "coach-assess: 0 records")
  }

  @Test func whatIsLeftFollowsFromWhatIsDone() {
    var figures = ProgressFigures(records: 500, elapsed: 30_000, input: (250, 1_000))
    #expect(line(figures) == "coach-assess: 500 records · 16/s · 25 % · 1:30 left")
    // All is read, and half of it waits for a model.
    figures = ProgressFigures(records: 10, elapsed: 4_000, inFlight: 5, input: (1_000, 1_000))
    #expect(line(figures) == "coach-assess: 5 records · 1/s · 50 % · 0:04 left · 5 in flight")
    // A file that has grown since it was looked at.
    figures = ProgressFigures(records: 10, elapsed: 1_000, input: (2_000, 1_000))
    #expect(line(figures).contains("100 % · 0:00 left"))
    figures = ProgressFigures(records: 10, elapsed: 1_000, input: (1, 1_000))
    #expect(line(figures) == "coach-assess: 10 records · 10/s · 0 %")
  }

  @Test func itFitsTheTerminal() {
    let figures = ProgressFigures(records: 300, elapsed: 20_000, inFlight: 100, costCents: 3.456)
    for width in 0...80 {
      #expect(DisplayWidth.of(line(figures, width: width)) <= width)
    }
    #expect(line(figures, width: 34) == "coach-assess: 200 records · 10/s")
  }

  @Test func timesAreReadAtAGlance() {
    #expect([7, 750, 3_723].map { ProgressFigures.clock($0) } == ["0:07", "12:30", "1:02:03"])
    #expect([7, 1_000, 12_345_678].map(ProgressFigures.grouped) == ["7", "1,000", "12,345,678"])
  }

  @Test func whatAnAttemptCostsIsCounted() {
    var emission = Emission()
    for cents in [1.5, nil, 0.25] as [Double?] {
      emission.emit(
        PromptRun(
          id: "pr_1", requestId: "r", provider: "p", modelId: "m", inputTokens: 1, outputTokens: 1,
          latencyMs: 1, costCents: cents, status: "ok", createdAt: 1))
    }
    #expect(emission.costCents == 1.75)
    emission.reset()
    #expect(emission.costCents == 0)
  }
}
