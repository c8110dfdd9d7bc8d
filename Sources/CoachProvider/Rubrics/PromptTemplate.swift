/// Words of a prompt, with `{{places}}` that are filled in for each request.
public struct PromptTemplate: Sendable, Equatable {
  /// What stands in a prompt's place.
  public enum Place: String, Sendable, CaseIterable, Hashable {
    /// The focuses, with or without their criteria.
    case focuses
    /// The keys of errors.
    case vocabulary
    /// The word of the lines around the learner's text: another for each request, so that the text
    /// cannot contain it.
    case fence
    /// What was wrong with an answer.
    case problem
    /// What is known of the learner: focuses, levels, recent errors.
    case learner
    /// The task at hand.
    case task
  }

  /// What is wrong with the words of a prompt.
  struct Fault: Error, Equatable {
    let message: String
  }

  private enum Part: Sendable, Equatable {
    case words(String)
    case place(Place)
  }

  private let parts: [Part]

  /// - Parameter text: the words; `{{` begins a place.
  /// - Throws: `Fault` for a place that is not known or not closed.
  init(_ text: String) throws(Fault) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(ofPair: "{") {
      parts.append(.words(String(rest[..<start])))
      let inside = rest[rest.index(start, offsetBy: 2)...]
      guard let end = inside.firstIndex(ofPair: "}"),
        let place = Place(rawValue: String(inside[..<end]))
      else {
        let known = Place.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
        throw Fault(message: "“{{” must begin one of \(known)")
      }
      parts.append(.place(place))
      rest = inside[inside.index(end, offsetBy: 2)...]
    }
    self.parts = parts + [.words(String(rest))]
  }

  /// The places of the prompt.
  public var places: Set<Place> {
    Set(
      parts.compactMap { part in
        if case .place(let place) = part { place } else { nil }
      })
  }

  /// The prompt with its places filled in: a place for which nothing is given stays empty. What is
  /// put in is not looked at again, whatever it contains.
  public func filled(_ values: [Place: String]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .place(let place): values[place] ?? ""
      }
    }.joined()
  }
}

extension Substring {
  /// Where a character first stands twice in a row.
  fileprivate func firstIndex(ofPair character: Character) -> Index? {
    var at = startIndex
    while at < endIndex {
      let next = index(after: at)
      if next < endIndex, self[at] == character, self[next] == character { return at }
      at = next
    }
    return nil
  }
}
