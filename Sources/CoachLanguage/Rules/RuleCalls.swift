/// For each word that an analyzer has met, the triggers that it calls up, in one list.
///
/// A list is put together when its word is met for the first time. Words that call up the same share
/// one, so that the lists stay few however many words there are.
struct RuleCalls {
  /// What a list depends on. A word and a lemma that call up nothing by themselves count as 0.
  private struct Source: Hashable {
    let word: WordID
    let lemma: WordID
    let classes: WordClass
  }

  private let index: RuleIndex
  /// Triggers of rules from here on are left out.
  private let limit: Int32
  /// Where the list of each word begins; 0 where it is not known yet.
  private var starts: [Int32] = []
  /// Trigger numbers, doubled; 1 more where it is a class that calls, which the word may not have
  /// where it stands. A negative number ends a list.
  private var lists: [Int32] = [-1]
  private var known: [Source: Int32] = [:]

  /// - Parameter rules: how many of the index's rules are looked for, from the first on.
  init(_ index: RuleIndex, rules: Int) {
    self.index = index
    limit = Int32(rules)
  }

  /// Forgets which word has which list: the numbers of words met are void.
  mutating func forgetWords() { starts.removeAll(keepingCapacity: true) }

  /// Calls `body` with each rule that matches somewhere in the passage.
  @inline(__always)
  mutating func forEachMatch(
    in passage: Passage, lexicon: borrowing Lexicon, _ body: (Int, Match) -> Void
  ) {
    if starts.count < lexicon.count {
      starts.append(contentsOf: repeatElement(0, count: lexicon.count - starts.count))
    }
    let tokens = passage.tokens
    let triggers = index.triggers
    let allShapes = index.allShapes
    for place in 1..<max(passage.count - 1, 1) {
      let token = tokens[place]
      guard token.kind == .word || token.kind == .number else { continue }
      var at = Int(starts[Int(token.word)])
      if at == 0 { at = list(for: token, lexicon: lexicon) }
      while lists[at] >= 0 {
        let call = lists[at]
        at &+= 1
        let number = Int(call &>> 1)
        let neighbours = triggers[number].neighbours
        guard neighbours.after.admits(tokens[place &+ 1]),
          neighbours.before.admits(tokens[place &- 1]),
          !neighbours.opensSentence || token.shape.contains(.sentenceStart),
          call & 1 == 0 || token.classes.has(triggers[number].classes)
        else { continue }
        run(triggers[number], passage, place, body)
      }
      guard token.shape.has(allShapes) else { continue }
      for call in index.shapeCalls where token.shape.has(call.shape) {
        run(triggers[Int(call.trigger)], passage, place, body)
      }
    }
  }

  @inline(__always)
  private func run(
    _ trigger: RuleIndex.Trigger, _ passage: Passage, _ place: Int, _ body: (Int, Match) -> Void
  ) {
    guard let match = index.match(trigger, passage, at: place) else { return }
    body(Int(trigger.rule), match)
  }

  /// Where the list of a word begins that is met for the first time.
  private mutating func list(for token: Token, lexicon: borrowing Lexicon) -> Int {
    let byWord = index.calls(ofWord: token.word)
    let byLemma = index.calls(ofLemma: token.lemma)
    // What the word can be at all: the tagger may have taken some of it away here.
    let classes = token.word > 0 ? lexicon.classes(token.word) : token.classes
    let source = Source(
      word: byWord.isEmpty ? 0 : token.word, lemma: byLemma.isEmpty ? 0 : token.lemma,
      classes: classes.intersection(index.allClasses))
    let start = known[source] ?? append(byWord + byLemma, index.calls(of: classes))
    known[source] = start
    starts[Int(token.word)] = start
    return Int(start)
  }

  private mutating func append(_ certain: some Sequence<Int32>, _ possible: [Int32]) -> Int32 {
    let start = Int32(lists.count)
    var listed: Set<Int32> = []
    for trigger in certain where index.triggers[Int(trigger)].rule < limit {
      if listed.insert(trigger).inserted { lists.append(trigger * 2) }
    }
    for trigger in possible where index.triggers[Int(trigger)].rule < limit {
      if listed.insert(trigger).inserted { lists.append(trigger * 2 + 1) }
    }
    lists.append(-1)
    return start
  }
}
