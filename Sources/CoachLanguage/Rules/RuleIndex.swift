/// The rules made ready: patterns read, and all of them listed by the words that call them up.
struct RuleIndex: Sendable {
  /// A way in which a rule can match, called up by a word.
  struct Trigger: Sendable {
    let rule: Int32
    /// The number of its pattern or, below zero, of its look: −1 is the first.
    let matcher: Int32
  }

  private(set) var triggers: [Trigger] = []
  private let patterns: PatternStore
  private var looks: [@Sendable (Passage, Int) -> Match?] = []
  /// For each word of the lists, where its triggers begin in `calls`.
  private var wordStarts: [Int32] = []
  private var lemmaStarts: [Int32] = []
  private var wordCalls: [Int32] = []
  private var lemmaCalls: [Int32] = []
  private var classCalls: [(classes: WordClass, trigger: Int32)] = []
  private var shapeCalls: [(shape: Token.Shape, trigger: Int32)] = []
  private var allShapes: Token.Shape = []
  private var allClasses: WordClass = []
  /// The words of the lists, with those of the rules.
  let lexicon: Lexicon

  /// The index over the rule table and, behind it, the table of strengths; made once a process.
  static let shared = RuleIndex(RuleTable.all + StrengthTable.rules)

  init(_ rules: [Rule]) {
    var lexicon = Lexicon.english()
    var patterns: [Pattern] = []
    var byWord: [(WordID, Int32)] = []
    var byLemma: [(WordID, Int32)] = []
    for (number, rule) in rules.enumerated() {
      switch rule.matcher {
      case .spelling: continue
      case .patterns(let lines):
        for line in lines.utf8.split(separator: 0x0A) {
          let pattern = Pattern(Substring(line), lexicon: &lexicon)
          let trigger = Int32(triggers.count)
          triggers.append(Trigger(rule: Int32(number), matcher: Int32(patterns.count)))
          patterns.append(pattern)
          let anchor = pattern.elements[pattern.anchor]
          for word in anchor.words where word > 0 { byWord.append((word, trigger)) }
          for lemma in anchor.lemmas { byLemma.append((lemma, trigger)) }
          if !anchor.any.isEmpty { classCalls.append((anchor.any, trigger)) }
        }
      case .at(let words, let classes, let look):
        let trigger = Int32(triggers.count)
        looks.append(look)
        triggers.append(Trigger(rule: Int32(number), matcher: Int32(-looks.count)))
        for word in words.split(separator: " ") {
          if word.hasPrefix("~") {
            byLemma.append((lexicon.intern(String(word.dropFirst())), trigger))
          } else {
            byWord.append((lexicon.intern(String(word)), trigger))
          }
        }
        if !classes.isEmpty { classCalls.append((classes, trigger)) }
      case .written(let shape, let look):
        shapeCalls.append((shape, Int32(triggers.count)))
        allShapes.formUnion(shape)
        looks.append(look)
        triggers.append(Trigger(rule: Int32(number), matcher: Int32(-looks.count)))
      }
    }
    lexicon.closeLists()
    self.patterns = PatternStore(patterns)
    (wordStarts, wordCalls) = Self.table(byWord, count: lexicon.count)
    (lemmaStarts, lemmaCalls) = Self.table(byLemma, count: lexicon.count)
    for call in classCalls { allClasses.formUnion(call.classes) }
    self.lexicon = lexicon
  }

  private static func table(_ pairs: [(WordID, Int32)], count: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 2)
    for (word, _) in pairs { starts[Int(word) + 2] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var calls = [Int32](repeating: 0, count: pairs.count)
    for (word, trigger) in pairs {
      calls[Int(starts[Int(word) + 1])] = trigger
      starts[Int(word) + 1] += 1
    }
    return (starts, calls)
  }

  /// Calls `body` with each rule that matches around a token.
  @inline(__always)
  func matches(_ passage: Passage, at index: Int, _ body: (Int, Match) -> Void) {
    let token = passage[index]
    guard token.kind == .word || token.kind == .number else { return }
    if token.word > 0, Int(token.word) + 1 < wordStarts.count {
      run(wordStarts, wordCalls, Int(token.word), passage, index, body)
    }
    if token.lemma > 0, Int(token.lemma) + 1 < lemmaStarts.count {
      run(lemmaStarts, lemmaCalls, Int(token.lemma), passage, index, body)
    }
    if token.shape.has(allShapes) {
      for call in shapeCalls where token.shape.has(call.shape) {
        run(call.trigger, passage, index, body)
      }
    }
    if token.classes.has(allClasses) {
      for call in classCalls where token.classes.has(call.classes) {
        run(call.trigger, passage, index, body)
      }
    }
  }

  @inline(__always)
  private func run(
    _ starts: [Int32], _ calls: [Int32], _ word: Int, _ passage: Passage, _ index: Int,
    _ body: (Int, Match) -> Void
  ) {
    var call = starts[word]
    while call < starts[word + 1] {
      run(calls[Int(call)], passage, index, body)
      call += 1
    }
  }

  private func run(
    _ trigger: Int32, _ passage: Passage, _ index: Int, _ body: (Int, Match) -> Void
  ) {
    let trigger = triggers[Int(trigger)]
    let match =
      trigger.matcher >= 0
      ? patterns.match(Int(trigger.matcher), passage, at: index)
      : looks[Int(-trigger.matcher) - 1](passage, index)
    if let match { body(Int(trigger.rule), match) }
  }
}
