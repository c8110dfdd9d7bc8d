/// What phrases of a learner's turn are cues of.
enum TurnCue: UInt8, Sendable, CaseIterable {
  case feedback, verdict, opinionRequest, wish, opener, practice, pretend, close, partingThanks,
    aside, newSubject
  case coachQuestion, languageQuestion, administrative
  case roleplay, pitch, ask, story, explanation, opinion, letter, empathy
}
