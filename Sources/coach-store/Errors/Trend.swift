/// Whether something happens more often than it did.
enum Trend: String {
  case rarer
  case steady
  case commoner

  /// How a count stands to the one of an equal time before: a change by less than a quarter of the
  /// greater one is none.
  init(from earlier: Int, to later: Int) {
    if later * 4 <= earlier * 3, later < earlier {
      self = .rarer
    } else if earlier * 4 <= later * 3, earlier < later {
      self = .commoner
    } else {
      self = .steady
    }
  }
}
