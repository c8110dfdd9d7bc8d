/// What rules ask about a time and the verb of its clause.
extension Passage {
  /// A length of time after the "since" at `at`. "For" in its place is sure only where the perfect
  /// stands before it; else the verb has to change as well, and the fix says so.
  func durationSince(_ at: Int) -> Match? {
    var unit = at + 1
    if token(unit, is: "a"), token(unit + 1, is: "long") {
      unit += 2
    } else if has(unit, [.number, .several]) {
      unit += 1
    }
    guard unit > at + 1,
      token(unit, isAny: ["years", "months", "weeks", "days", "hours", "minutes", "time"]),
      !token(unit + 1, is: "ago")
    else { return nil }
    let duration = "for " + text(at + 1, through: unit)
    // "I see that since two years I live here": the verb is behind, the one before is another's.
    let behind = isMark(unit + 1, .comma) ? unit + 2 : unit + 1
    if has(behind, [.subject, .possessive, .article]) {
      return Match(at, through: unit, fix: duration, sure: false)
    }
    var index = at - 1
    while index > 0, at - index < 9, !isBreak(index) {
      if has(index, .have) { return Match(at, through: unit, fix: duration, sure: true) }
      if isOnlyVerb(index, [.verb, .verbS]), has(index - 1, .subject), !has(index, .be),
        !has(index, [.past, .modal, .do]), let verb = form(.ing, of: index)
      {
        let auxiliary = has(index - 1, .subjectOne) ? "has" : "have"
        return Match(
          at, through: unit, fix: "\(auxiliary) been \(verb) \u{2026} \(duration)", sure: false)
      }
      index -= 1
    }
    return Match(at, through: unit, fix: duration, sure: false)
  }

  /// The present-tense verb of the clause that a past time ("yesterday", "last week", "two days
  /// ago") belongs to; nil where there is none or it is not sure.
  func presentVerb(nearPastTime at: Int) -> Int? {
    var first = at
    var last = at
    if token(at, is: "last") {
      guard has(at + 1, .time), !has(at - 1, [.article, .possessive]),
        !token(at + 1, isAny: ["minute", "moment", "second"])
      else { return nil }
      last = at + 1
    }
    if token(at, is: "ago") {
      while first > 1, has(first - 1, [.number, .time, .several, .plural, .article, .adjective]) {
        first -= 1
      }
      guard first < at else { return nil }
    }
    if self[first].shape.contains(.sentenceStart) {
      // "Yesterday I go": the clause begins right after.
      let subject = isMark(last + 1, .comma) ? last + 2 : last + 1
      guard has(subject, .subject), !has(subject, [.be, .have, .modal]) else { return nil }
      let verb = skipAdverbs(from: subject + 1)
      return isPresent(verb) || verb == subject + 1 && token(verb, isAny: Self.nounVerbs)
        ? verb : nil
    }
    var index = first - 1
    while index > 0, first - index < 9, !isBreak(index) {
      if has(index, [.conjunction, .subordinator, .past, .question]) { return nil }
      if isPresent(index), has(index - 1, .subject), !has(index - 1, [.be, .have, .modal]) {
        return has(index - 2, [.past, .modal, .do, .verb, .have]) ? nil : index
      }
      index -= 1
    }
    return nil
  }

  /// The present-tense verb right behind a clause in the past that opens the sentence ("When I was
  /// young, I play …"); nil where there is none.
  func presentVerb(afterPastClause at: Int) -> Int? {
    guard self[at].shape.contains(.sentenceStart), has(at + 1, .subject),
      token(at + 2, isAny: ["was", "were", "went", "had", "did", "came", "got", "saw", "lived"])
    else { return nil }
    var index = at + 3
    while index < at + 12, !isBreak(index), !has(index, [.conjunction, .subordinator]) {
      index += 1
    }
    guard isMark(index, .comma), has(index + 1, .subject), !has(index + 1, [.be, .have, .modal])
    else { return nil }
    let verb = skipAdverbs(from: index + 2)
    return isPresent(verb) ? verb : nil
  }

  /// Verbs that are nouns too, but not right behind their subject.
  private static let nounVerbs: [StaticString] = [
    "buy", "visit", "work", "travel", "play", "walk", "call", "talk", "meet", "start", "watch",
  ]

  private func isPresent(_ index: Int) -> Bool {
    isOnlyVerb(index, [.verb, .verbS])
      && !has(index, [.past, .participle, .do, .have, .be, .modal])
      && !token(
        index,
        isAny: ["think", "know", "remember", "guess", "mean", "hope", "let's", "see", "suppose"])
  }

  /// Whether a form of "do" stands a little before, as in "all I did was wait".
  func hasDoBefore(_ index: Int) -> Bool {
    (1...5).contains { has(index - $0, .do) }
  }
}
