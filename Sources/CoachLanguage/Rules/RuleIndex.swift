/// The rules made ready: patterns read, and all of them listed by the words that call them up.
struct RuleIndex: @unchecked Sendable {
  /// A way in which a rule can match, called up by a word.
  struct Trigger: Sendable {
    let rule: Int32
    /// The number of its pattern or, below zero, of its look: −1 is the first.
    let matcher: Int32
    /// The classes that call it up where no word does.
    var classes: WordClass = []
    var neighbours = PatternNeighbours()
  }

  /// A look of a rule. It is wrapped so that it is kept as it is called, with no thunk between.
  private struct Look: Sendable {
    let find: @Sendable (Passage, Int) -> Match?
  }

  /// Like the patterns, these are plain memory that is written once and never freed.
  let triggers: UnsafeBufferPointer<Trigger>
  private let looks: UnsafeBufferPointer<Look>
  private let patterns: PatternStore
  /// For each word of the lists, where its triggers begin in `wordCalls`.
  private let wordStarts: [Int32]
  private let lemmaStarts: [Int32]
  private let wordCalls: [Int32]
  private let lemmaCalls: [Int32]
  private let classCalls: [Int32]
  let shapeCalls: [(shape: Token.Shape, trigger: Int32)]
  let allShapes: Token.Shape
  let allClasses: WordClass
  /// The words of the lists, with those of the rules.
  let lexicon: Lexicon

  /// The index over the rule table and, behind it, the table of strengths; made once a process.
  static let shared = RuleIndex(RuleTable.all + StrengthTable.rules)

  init(_ rules: [Rule]) {
    var lexicon = Lexicon.english()
    var triggers: [Trigger] = []
    var looks: [Look] = []
    var patterns: [Pattern] = []
    var byWord: [(WordID, Int32)] = []
    var byLemma: [(WordID, Int32)] = []
    var byShape: [(shape: Token.Shape, trigger: Int32)] = []
    for (number, rule) in rules.enumerated() {
      switch rule.matcher {
      case .spelling: continue
      case .patterns(let lines):
        for line in lines.utf8.split(separator: 0x0A) {
          let pattern = Pattern(Substring(line), lexicon: &lexicon)
          let trigger = Int32(triggers.count)
          let anchor = pattern.elements[pattern.anchor]
          triggers.append(
            Trigger(
              rule: Int32(number), matcher: Int32(patterns.count), classes: anchor.any,
              neighbours: PatternNeighbours(pattern)))
          patterns.append(pattern)
          for word in anchor.words where word > 0 { byWord.append((word, trigger)) }
          for lemma in anchor.lemmas { byLemma.append((lemma, trigger)) }
        }
      case .at(let words, let classes, let look):
        let trigger = Int32(triggers.count)
        looks.append(Look(find: look))
        triggers.append(
          Trigger(rule: Int32(number), matcher: Int32(-looks.count), classes: classes))
        for word in words.split(separator: " ") {
          if word.hasPrefix("~") {
            byLemma.append((lexicon.intern(String(word.dropFirst())), trigger))
          } else {
            byWord.append((lexicon.intern(String(word)), trigger))
          }
        }
      case .written(let shape, let look):
        byShape.append((shape, Int32(triggers.count)))
        looks.append(Look(find: look))
        triggers.append(Trigger(rule: Int32(number), matcher: Int32(-looks.count)))
      }
    }
    lexicon.closeLists()
    self.patterns = PatternStore(patterns)
    (wordStarts, wordCalls) = Self.table(byWord, count: lexicon.count)
    (lemmaStarts, lemmaCalls) = Self.table(byLemma, count: lexicon.count)
    classCalls = triggers.indices.filter { !triggers[$0].classes.isEmpty }.map(Int32.init)
    allClasses = triggers.reduce(into: []) { $0.formUnion($1.classes) }
    shapeCalls = byShape
    allShapes = byShape.reduce(into: []) { $0.formUnion($1.shape) }
    self.triggers = PatternStore.immortal(triggers)
    self.looks = PatternStore.immortal(looks)
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

  /// The triggers that a word calls up by itself, whatever it is where it stands.
  func calls(ofWord word: WordID) -> ArraySlice<Int32> { Self.run(wordStarts, wordCalls, word) }

  /// The triggers that all forms of a word call up.
  func calls(ofLemma lemma: WordID) -> ArraySlice<Int32> {
    Self.run(lemmaStarts, lemmaCalls, lemma)
  }

  /// The triggers that a word calls up by one of the classes that it can have.
  func calls(of classes: WordClass) -> [Int32] {
    guard classes.has(allClasses) else { return [] }
    return classCalls.filter { classes.has(triggers[Int($0)].classes) }
  }

  private static func run(_ starts: [Int32], _ calls: [Int32], _ word: WordID) -> ArraySlice<Int32>
  {
    guard word > 0, Int(word) + 1 < starts.count else { return [] }
    return calls[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
  }

  /// What a trigger finds around a token.
  @inline(__always)
  func match(_ trigger: Trigger, _ passage: Passage, at index: Int) -> Match? {
    trigger.matcher >= 0
      ? patterns.match(Int(trigger.matcher), passage, at: index)
      : looks[Int(-trigger.matcher) - 1].find(passage, index)
  }
}
