/// The verbs of coach-store, as far as a slip of the pen has to be told from a file.
enum Verb {
  /// The verb that somebody meant who typed `word`; nil where it is none, or is too far from all.
  static func meant(by word: String, of verbs: [String]) -> String? {
    let nearest = verbs.map { (verb: $0, distance: distance(word.lowercased(), $0)) }
      .min { $0.distance < $1.distance }
    // One slip in a short word, two in a long one.
    guard let nearest, nearest.distance <= (nearest.verb.count < 5 ? 1 : 2) else { return nil }
    return nearest.verb
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
