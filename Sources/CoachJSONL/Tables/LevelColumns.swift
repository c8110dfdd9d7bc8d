extension Column {
  /// How many of the last scores a sparkline shows.
  private static let mostScores = 20

  /// The columns of level records.
  ///
  /// - Parameter style: what the terminal can show on which the scores are drawn that a level
  ///   stands on; nil draws none.
  public static func levels(drawnIn style: TerminalStyle?) -> [Column] {
    let scores = style.map { style in
      Column("scores") { record in
        let scores = try Level(record).window.suffix(mostScores).map(\.score)
        return Sparkline(scores, isUnicode: style.isUnicode).text
      }
    }
    return [
      Column("userId"), Column("focusId"), Column("level", .number), Column("band"),
      Column("ema", .number), Column("count", .number), scores, Column("updatedAt", .time),
    ].compactMap(\.self)
  }
}
