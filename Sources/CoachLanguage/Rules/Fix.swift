/// What a pattern puts in the place of what it found.
struct Fix: Sendable {
  private enum Piece: Sendable {
    case text(String)
    /// The number of an element from 0, the form of its word and what is joined to it.
    case element(Int, Form?, String)
  }

  let isSure: Bool
  private let pieces: [Piece]

  /// Reads what stands after ` =>` in the line of a rule.
  init(_ written: String) {
    isSure = !written.hasPrefix("?")
    pieces = (isSure ? written : String(written.dropFirst())).split(separator: " ").map { word in
      guard word.hasPrefix("$") else { return .text(String(word)) }
      let digits = word.dropFirst().prefix { $0.isWholeNumber }
      guard let number = Int(digits) else { return .text(String(word)) }
      var rest = word[digits.endIndex...]
      guard rest.first == "." else { return .element(number - 1, nil, String(rest)) }
      let form = rest.dropFirst().prefix { $0.isLetter }
      rest = rest[form.endIndex...]
      return .element(number - 1, Form(rawValue: String(form)), String(rest))
    }
  }

  /// The elements that it writes again, by their numbers from 0.
  var elements: [Int] {
    pieces.compactMap { piece in
      if case .element(let number, _, _) = piece { return number }
      return nil
    }
  }

  /// The text, nil where a form that it needs cannot be made.
  func text(_ passage: Passage, places: [Int]) -> String? {
    var words: [String] = []
    for piece in pieces {
      switch piece {
      case .text(let word): words.append(word)
      case .element(let element, let form, let suffix):
        guard places.indices.contains(element) else { return nil }
        let place = places[element]
        guard place >= 0 else { continue }
        guard let form else {
          words.append(passage.text(place) + suffix)
          continue
        }
        guard let formed = passage.form(form, of: place) else { return nil }
        words.append(formed + suffix)
      }
    }
    var text = ""
    for word in words {
      // A mark follows its word without a blank.
      let isMark = word.utf8.count == 1 && !Tokenizer.isLetter(word.utf8.first ?? 0x20)
      if !text.isEmpty, !isMark || Tokenizer.isDigit(word.utf8.first ?? 0x20) { text += " " }
      text += word
    }
    return text
  }
}

/// A form of a word that a fix asks for.
enum Form: String, Sendable {
  case base, s, past, part, ing, plural, singular, er, est, ly

  /// The form of a verb, noun or adjective; nil where it cannot be made.
  func make(of base: String) -> String? {
    guard !base.isEmpty else { return nil }
    let irregular = Self.irregular[base]
    switch self {
    case .base, .singular: return base
    case .s:
      switch base {
      case "be": return "is"
      case "have": return "has"
      default: return Inflection.withS(base)
      }
    case .past: return base == "be" ? "was" : irregular?.past ?? Inflection.past(base)
    case .part: return base == "be" ? "been" : irregular?.participle ?? Inflection.past(base)
    case .ing: return Inflection.gerund(base)
    case .plural: return Self.plurals[base] ?? Inflection.withS(base)
    case .er: return Inflection.compared(base, ending: "er")
    case .est: return Inflection.compared(base, ending: "est")
    case .ly: return Inflection.adverb(base)
    }
  }

  private static let irregular: [String: (past: String, participle: String)] = {
    var forms: [String: (past: String, participle: String)] = [
      "have": ("had", "had"), "do": ("did", "done"),
    ]
    for row in rows(Verbs.irregular) where row.count == 3 {
      forms[row[0]] = (first(row[1]), first(row[2]))
    }
    return forms
  }()

  private static let plurals: [String: String] = {
    var forms: [String: String] = [:]
    for row in rows(Nouns.irregular) where row.count == 2 { forms[row[0]] = row[1] }
    return forms
  }()

  private static func first(_ forms: String) -> String {
    forms.split(separator: ",").first.map(String.init) ?? forms
  }

  private static func rows(_ table: StaticString) -> [[String]] {
    table.withUTF8Buffer { bytes in
      bytes.split(separator: 0x0A).map { line in
        line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }
}
