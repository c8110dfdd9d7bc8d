/// How many columns of a terminal a text takes.
public enum DisplayWidth {
  /// Emoji and East Asian wide characters take two columns, combining and invisible ones none.
  public static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The text, cut to so many columns with `…` at the end where it takes more.
  public static func cut(_ text: String, to most: Int) -> String {
    guard of(text) > most else { return text }
    var kept = ""
    var width = 0
    for character in text {
      width += of(character)
      if width > most - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The words of a text in lines of so many columns at most; a word that is longer is broken.
  public static func wrap(_ text: String, to most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in text.split(separator: " ") {
      let length = of(String(word))
      if width > 0, width + 1 + length <= most {
        line += " " + word
        width += 1 + length
        continue
      }
      if width > 0 { lines.append(line) }
      line = ""
      width = 0
      for character in word {
        if width + of(character) > most {
          lines.append(line)
          line = ""
          width = 0
        }
        line.append(character)
        width += of(character)
      }
    }
    if width > 0 { lines.append(line) }
    return lines
  }

  /// How many columns a character takes: two, one or none.
  public static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // A variation selector or a joined sequence makes an emoji of a narrow character.
    let asksForEmoji = character.unicodeScalars.dropFirst().contains { $0.value == 0xFE0F }
    return asksForEmoji || first.properties.isEmojiPresentation || isWide(first.value) ? 2 : 1
  }

  /// The ranges of East Asian Width W and F (Unicode Standard Annex 11).
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
