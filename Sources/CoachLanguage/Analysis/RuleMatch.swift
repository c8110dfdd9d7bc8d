/// A match of a rule of the table.
struct RuleMatch {
  var rule: Int
  var match: Match

  /// Where a match stands, without what it would say.
  private struct Place {
    let index: Int
    let rule: Int
    let rank: Int
    let focus: FocusKind
    let first: Int
    let last: Int
  }

  /// The matches that stand, by their indices, in the order of the text. Of matches for the same
  /// focus that overlap, the more severe stays, then the one whose rule stands first.
  static func standing(_ matches: [RuleMatch]) -> [Int] {
    guard matches.count > 1 else { return Array(matches.indices) }
    let standings = RuleTable.standings
    var places = matches.indices.map { index in
      let found = matches[index]
      return Place(
        index: index, rule: found.rule, rank: standings[found.rule].rank,
        focus: standings[found.rule].focus, first: found.match.first, last: found.match.last)
    }
    sort(&places) { ($0.rank, $0.first) < ($1.rank, $1.first) }
    var count = 0
    for candidate in places {
      let isCovered = places[..<count].contains { other in
        other.focus == candidate.focus && other.first <= candidate.last
          && candidate.first <= other.last
      }
      guard !isCovered else { continue }
      places[count] = candidate
      count += 1
    }
    places.removeLast(places.count - count)
    sort(&places) { ($0.first, $0.rule) < ($1.first, $1.rule) }
    return places.map(\.index)
  }

  /// Sorts, keeping the order of equal ones. Most texts have two or three matches, which are moved
  /// sooner than a general sort has begun.
  @inline(__always)
  private static func sort(_ places: inout [Place], by isBefore: (Place, Place) -> Bool) {
    guard places.count <= 8 else { return places.sort(by: isBefore) }
    for index in places.indices.dropFirst() {
      var place = index
      while place > 0, isBefore(places[place], places[place - 1]) {
        places.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  /// What it says to the learner.
  ///
  /// - Parameter usual: the apostrophe of the text, for words that have none.
  func finding(_ passage: Passage, apostrophe usual: Unicode.Scalar) -> Finding {
    let rule = RuleTable.all[rule]
    let words = passage.text(match.first, through: match.last)
    let fix = match.fix.map { fix in
      let cased = match.isCased ? fix : Self.cased(fix, like: words)
      guard cased.utf8.contains(0x27) else { return cased }
      let apostrophe = passage.apostrophe(in: match.first..<match.last + 1) ?? usual
      return cased.replacing("'", with: String(apostrophe))
    }
    let suggestion = fix ?? rule.suggestion
    let message = Self.filled(rule.message, words: words, fix: suggestion ?? "")
    return Finding(
      key: rule.key, focusId: rule.focusId, severity: rule.severity, message: message,
      suggestion: suggestion.flatMap { $0.isEmpty ? nil : $0 },
      span: Int(passage[match.first].scalarStart)..<Int(passage[match.last].scalarEnd),
      replacement: match.isSure ? fix : nil)
  }

  /// A message with the words at fault in place of `{}` and the suggestion in place of `{fix}`.
  private static func filled(_ message: String, words: String, fix: String) -> String {
    var result = ""
    var rest = message[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      result += rest[..<open]
      result += rest.utf8.index(after: open) == close ? words : fix
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// A fix begins with a capital where what it replaces does.
  private static func cased(_ fix: String, like words: String) -> String {
    guard let first = words.unicodeScalars.first, first.properties.isUppercase,
      let letter = fix.first, !words.hasPrefix("I ") && !words.hasPrefix("I'")
    else { return fix }
    return letter.uppercased() + fix.dropFirst()
  }
}
