/// All patterns of the rules, laid flat for matching: plain numbers in a few blocks of memory that
/// are written once and never freed, so that trying a pattern costs no reference counting.
struct PatternStore: @unchecked Sendable {
  private struct Element {
    var any: WordClass
    var without: WordClass
    var wordsStart: Int32
    var wordsCount: Int16
    var lemmasCount: Int16
    var kind: Pattern.Element.Kind
    var isAnyWord: Bool
    var isOptional: Bool
    var isOrEnd: Bool
  }

  private struct Row {
    var start: Int32
    var count: Int32
    var reportedStart: Int32
    var reportedEnd: Int32
    var anchor: Int32
    var fewestBefore: Int32
    var mostBefore: Int32
  }

  private let elements: UnsafeBufferPointer<Element>
  private let rows: UnsafeBufferPointer<Row>
  /// The words of each element, then its lemmas.
  private let words: UnsafeBufferPointer<WordID>
  private let fixes: [Fix?]

  init(_ patterns: [Pattern]) {
    var elements: [Element] = []
    var rows: [Row] = []
    var words: [WordID] = []
    for pattern in patterns {
      rows.append(
        Row(
          start: Int32(elements.count), count: Int32(pattern.elements.count),
          reportedStart: Int32(pattern.reported.lowerBound),
          reportedEnd: Int32(pattern.reported.upperBound), anchor: Int32(pattern.anchor),
          fewestBefore: Int32(pattern.before.lowerBound),
          mostBefore: Int32(pattern.before.upperBound)))
      for element in pattern.elements {
        elements.append(
          Element(
            any: element.any, without: element.without, wordsStart: Int32(words.count),
            wordsCount: Int16(element.words.count), lemmasCount: Int16(element.lemmas.count),
            kind: element.kind, isAnyWord: element.isAnyWord, isOptional: element.isOptional,
            isOrEnd: element.isOrEnd))
        words += element.words + element.lemmas
      }
    }
    self.elements = Self.immortal(elements)
    self.rows = Self.immortal(rows)
    self.words = Self.immortal(words)
    fixes = patterns.map(\.fix)
  }

  /// A block of memory that is never freed.
  static func immortal<Value>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let block = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = block.initialize(from: values)
    return UnsafeBufferPointer(block)
  }

  private typealias Places = InlineArray<16, Int32>

  /// Where a pattern stands around the token that its anchor met; nil where it does not.
  func match(_ pattern: Int, _ passage: Passage, at index: Int) -> Match? {
    let row = rows[pattern]
    var start = index - Int(row.fewestBefore)
    let last = index - Int(row.mostBefore)
    while start >= last {
      if start > 0 {
        var places = Places(repeating: -1)
        if walk(passage, row, 0, at: start, anchor: index, &places) {
          return match(pattern, row, places, passage)
        }
      }
      start -= 1
    }
    return nil
  }

  private func match(_ pattern: Int, _ row: Row, _ places: Places, _ passage: Passage) -> Match? {
    var first: Int32 = -1
    var last: Int32 = -1
    for element in Int(row.reportedStart)..<Int(row.reportedEnd) where places[element] >= 0 {
      if first < 0 { first = places[element] }
      last = places[element]
    }
    guard first >= 0 else { return nil }
    guard let fix = fixes[pattern] else { return Match(Int(first), through: Int(last)) }
    let count = Int(row.count)
    return Match(
      Int(first), through: Int(last),
      fix: fix.text(passage, places: (0..<count).map { Int(places[$0]) }), sure: fix.isSure)
  }

  private func walk(
    _ passage: Passage, _ row: Row, _ element: Int, at index: Int, anchor place: Int,
    _ places: inout Places
  ) -> Bool {
    guard element < Int(row.count) else { return true }
    let wanted = elements[Int(row.start) + element]
    switch wanted.kind {
    case .start:
      guard passage[index].shape.contains(.sentenceStart) else { return false }
    case .end:
      guard passage.isEnd(index) else { return false }
    case .not:
      // At the beginning of a pattern it looks back, else forward.
      let place = element == 0 ? index - 1 : index
      guard !matches(wanted, passage[place]) else { return false }
      guard !wanted.isOrEnd || !passage.isEnd(place) else { return false }
    case .token:
      if element != Int(row.anchor) || index == place, index < passage.count,
        matches(wanted, passage[index])
      {
        places[element] = Int32(index)
        if walk(passage, row, element + 1, at: index + 1, anchor: place, &places) { return true }
        places[element] = -1
      }
      guard wanted.isOptional || wanted.isOrEnd && passage.isEnd(index) else { return false }
    }
    return walk(passage, row, element + 1, at: index, anchor: place, &places)
  }

  @inline(__always)
  private func matches(_ wanted: Element, _ token: Token) -> Bool {
    if wanted.isAnyWord { return token.kind == .word }
    var at = Int(wanted.wordsStart)
    let wordsEnd = at + Int(wanted.wordsCount)
    if token.word != 0 {
      while at < wordsEnd {
        if words[at] == token.word { return true }
        at += 1
      }
    }
    guard token.kind == .word || token.kind == .number else { return false }
    at = wordsEnd
    let lemmasEnd = wordsEnd + Int(wanted.lemmasCount)
    while at < lemmasEnd {
      if words[at] == token.lemma { return true }
      at += 1
    }
    return token.classes.has(wanted.any) && !token.classes.has(wanted.without)
  }
}
