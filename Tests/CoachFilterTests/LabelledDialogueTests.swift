import Testing

/// The filter measured on dialogues that were labelled by hand, turn by turn.
///
/// `Tests/dialogues.sh` prints the figures.
@Suite struct LabelledDialogueTests {
  @Test(arguments: LabelledTurn.Half.allCases)
  func reachesItsFigures(_ half: LabelledTurn.Half) throws {
    let turns = try LabelledTurn.all(half)
    let score = try LabelScore(turns)
    print("\(half.rawValue): \(score.summary)")
    if half == .tuning { for miss in score.misses { print("  \(miss)") } }
    #expect(score.dialogues >= 30)
    #expect(score.turns >= 150)
    #expect(Double(score.right) >= 0.90 * Double(score.turns))
    #expect(Double(score.worth.tagged) >= 0.95 * Double(score.worth.all))
    #expect(Double(score.smallTalk.tagged) <= 0.05 * Double(score.smallTalk.all))
  }

  /// What the labels themselves have to be: no turn is small talk and assessed, nor worth it and left
  /// alone.
  @Test(arguments: LabelledTurn.Half.allCases)
  func labelsAgreeWithThemselves(_ half: LabelledTurn.Half) throws {
    for turn in try LabelledTurn.all(half) {
      #expect(turn.is != .smallTalk || turn.kind == "none", "\(turn.user)")
      #expect(turn.is != .worth || turn.kind != "none", "\(turn.user)")
      #expect(!turn.why.isEmpty)
    }
  }
}
