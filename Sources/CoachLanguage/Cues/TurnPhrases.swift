/// All phrases of learners' turns.
enum TurnPhrases {
  static let table = PhraseTable<TurnCue>(
    FeedbackPhrases.rows + TaskPhrases.rows + QuestionPhrases.rows + AttemptPhrases.rows)
}
