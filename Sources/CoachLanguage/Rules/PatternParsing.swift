extension Pattern {
  /// Words too common to call a pattern up where it has others.
  private static let common: Set<String> = [
    "the", "a", "an", "to", "of", "in", "and", "i", "is", "it", "for", "that", "you", "are", "be",
    "with", "on", "have", "not", "at", "so", "as", "my", "this", "we", "they", "was", "but", "or",
  ]

  /// Reads a line of a rule, and puts its words into the lexicon.
  ///
  /// There are a thousand lines to read before the first text: bytes are looked at, not characters.
  init(_ line: Substring, lexicon: inout Lexicon) {
    let sides = Self.sides(of: line.utf8)
    var begin: Int?
    var end: Int?
    var weights: [Int] = []
    for var word in sides.pattern.split(separator: UInt8(ascii: " ")) {
      if word.first == UInt8(ascii: "["), word.count > 1 {
        begin = elements.count
        word.removeFirst()
      }
      var closes = false
      if word.last == UInt8(ascii: "]"), word.count > 1 {
        closes = true
        word.removeLast()
      }
      let (element, weight) = Self.element(word, lexicon: &lexicon)
      elements.append(element)
      weights.append(weight)
      if closes { end = elements.count }
    }
    reported = (begin ?? 0)..<(end ?? elements.count)
    anchor = weights.indices.min { weights[$0] < weights[$1] } ?? 0
    let widths = elements[..<anchor].map { element -> ClosedRange<Int> in
      element.kind != .token ? 0...0 : element.isOptional ? 0...1 : 1...1
    }
    before = widths.reduce(0) { $0 + $1.lowerBound }...widths.reduce(0) { $0 + $1.upperBound }
    if let written = sides.fix { fix = Fix(String(Substring(written))) }
  }

  /// What stands before and after " =>".
  private static func sides(
    of line: Substring.UTF8View
  ) -> (pattern: Substring.UTF8View, fix: Substring.UTF8View?) {
    guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { return (line, nil) }
    let fix = line[line.index(sign, offsetBy: 2)...]
    return (line[..<sign], fix.isEmpty ? nil : fix)
  }

  /// An element, and how common the words are that it stands for.
  private static func element(
    _ written: Substring.UTF8View, lexicon: inout Lexicon
  ) -> (Element, Int) {
    var element = Element()
    var written = written
    if written.count == 1, written.first == UInt8(ascii: "^") || written.first == UInt8(ascii: "$")
    {
      element.kind = written.first == UInt8(ascii: "^") ? .start : .end
      return (element, 1_000)
    }
    if written.count > 1, written.last == UInt8(ascii: "?") {
      element.isOptional = true
      written.removeLast()
    }
    if written.count > 2 || written.last != UInt8(ascii: "-"), written.count > 1,
      written.first == UInt8(ascii: "-")
    {
      element.kind = .not
      written.removeFirst()
    }
    var weight = 0
    for choice in choices(written) {
      guard let first = choice.first else { continue }
      if first == UInt8(ascii: "_") {
        element.isAnyWord = true
        weight += 1_000
      } else if first == UInt8(ascii: "<"), choice.count > 2 {
        let sides = choice.dropFirst().dropLast()
          .split(separator: UInt8(ascii: "!"), maxSplits: 1)
        if let names = sides.first { element.any.formUnion(classes(names)) }
        if sides.count > 1 { element.without.formUnion(classes(sides[1])) }
        weight += 500
      } else if first == UInt8(ascii: "$"), choice.count == 1 {
        element.isOrEnd = true
        weight += 1_000
      } else if !Tokenizer.isLetter(first), let mark = Mark.named[String(Substring(choice))] {
        element.words.append(mark.word)
        weight += 1_000
      } else if first == UInt8(ascii: "~"), choice.count > 1 {
        element.lemmas.append(lexicon.intern(String(Substring(choice.dropFirst()))))
        weight += 2
      } else {
        let word = String(Substring(choice))
        element.words.append(lexicon.intern(word))
        weight += common.contains(word) ? 50 : 1
      }
    }
    return (element, element.isOptional || element.kind == .not ? 1_000 : weight)
  }

  private static func classes(_ names: Substring.UTF8View) -> WordClass {
    names.split(separator: UInt8(ascii: "|")).reduce(into: WordClass()) { classes, name in
      classes.formUnion(WordClass.named[String(Substring(name))] ?? [])
    }
  }

  /// The alternatives of an element: bars inside angle brackets do not separate them.
  private static func choices(_ written: Substring.UTF8View) -> [Substring.UTF8View] {
    guard written.contains(UInt8(ascii: "<")) else {
      return written.split(separator: UInt8(ascii: "|"))
    }
    var result: [Substring.UTF8View] = []
    var isInside = false
    var start = written.startIndex
    for index in written.indices {
      switch written[index] {
      case UInt8(ascii: "<"): isInside = true
      case UInt8(ascii: ">"): isInside = false
      case UInt8(ascii: "|") where !isInside:
        result.append(written[start..<index])
        start = written.index(after: index)
      default: break
      }
    }
    result.append(written[start...])
    return result
  }
}
