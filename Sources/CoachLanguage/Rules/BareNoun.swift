/// Singular count nouns that stand without an article.
extension Passage {
  /// What goes before the noun phrase.
  enum Place {
    /// A form of "be" or "become", or "as".
    case complement
    /// A verb that takes an object.
    case object
    case preposition
    /// The beginning of a clause; a finite verb follows.
    case clause
  }

  /// A match where the count noun at `index` has no article and what goes before wants one.
  func bareNoun(_ index: Int, after place: Place) -> Match? {
    let noun = self[index]
    guard noun.classes.contains(.noun),
      !noun.classes.has([.plural, .mass, .adjective, .name, .number, .gerund]),
      noun.shape.isDisjoint(with: [.capitalised, .hyphenated, .joined, .apostrophe]),
      !isCompound(after: index), !isMark(index + 1, .hyphen)
    else { return nil }
    var start = index
    while index - start < 3, has(start - 1, [.adjective, .superlative, .ordinal]),
      self[start - 1].isWord,
      !has(start - 1, [.determiner, .pronoun, .subordinator, .preposition])
    {
      if isBreak(start - 2), !self[start - 1].shape.contains(.sentenceStart) { break }
      start -= 1
    }
    while has(start - 1, .intensifier), start < index { start -= 1 }
    let before = start - 1
    switch place {
    case .complement:
      guard
        token(
          before,
          isAny: ["is", "am", "was", "i'm", "he's", "she's", "becomes", "became", "become", "be"]),
        !noun.classes.has(.verb) || start < index,
        !(isEnd(index + 1) && start == index && token(before, isAny: ["is", "be", "was"])
          && !noun.classes.has(.person)),
        !has(before - 1, [.question]), noun.classes.has(.person) || start < index,
        !token(index, isAny: Self.bare)
      else { return nil }
    case .object:
      guard has(before, [.verb, .verbS, .past, .gerund]),
        lemma(before, isAny: Self.transitive), !noun.classes.has(.verb),
        !token(index, isAny: Self.bareObjects), !has(index + 1, [.number])
      else { return nil }
    case .preposition:
      guard
        token(
          before,
          isAny: ["in", "on", "at", "with", "from", "to", "for", "of", "like", "by", "than"]),
        !token(index, isAny: Self.bare) || (start < index && token(index, is: "person")),
        !noun.classes.has(.verb) || start < index
      else { return nil }
      // "by car", "by email": ways of doing have no article.
      if token(before, isAny: ["by", "of"]), start == index { return nil }
      if token(before, is: "to"), noun.classes.has(.verb) { return nil }
      if start == index, isMark(index + 1, .comma) || has(index + 1, .conjunction) { return nil }
    case .clause:
      // "Our neighbours' dog": whose it is stands before the mark.
      guard opensClause(start), !isMark(before, .apostrophe), !isMark(before, .quote),
        !token(before, is: "that") || has(before - 1, [.verb, .past, .verbS]),
        !noun.classes.has(.verb), !token(index, isAny: Self.bare),
        has(index + 1, [.modal, .be, .have, .do, .verbS]) || isOnlyVerb(index + 1, .verb),
        !has(index + 1, [.plural, .name]),
        !token(index, isAny: Self.family) || isOnlyVerb(index + 1, .verb),
        noun.classes.has(.person) || start == index
      else { return nil }
    }
    return Match(start, through: index)
  }

  private static let transitive: [StaticString] = [
    "have", "need", "buy", "want", "make", "get", "find", "use", "write", "read", "drive", "own",
    "take", "give", "build", "see", "watch", "bring", "become", "create", "choose", "wear", "carry",
    "open", "send", "solve", "start", "visit", "rent", "sell", "design", "cause", "face", "join",
  ]

  /// Count nouns that stand bare in set phrases ("at home", "in class", "go to prison").
  private static let bare: [StaticString] = [
    "home", "office", "bed", "school", "church", "college", "university", "prison", "class", "work",
    "town", "course", "person", "mind", "heart", "hand", "line", "email", "phone", "bus", "car",
    "train", "plane", "bike", "boat", "taxi", "ship", "market", "stage", "video", "film",
    "television",
    "radio", "meal", "court", "trip", "tea", "foot", "list", "question", "part", "place", "land",
    "man", "kid",
    "camera", "screen", "detail", "deck", "doubt", "god", "sea", "cat", "table", "page", "top",
    "end", "example", "task",
    "tail", "field", "store", "chart", "test", "chapter", "section", "drive", "project", "team",
    "fan",
    "scheme", "room", "eye", "ear", "tour", "opinion", "attempt", "leader", "captain", "president",
    "king",
  ]

  /// Those of set phrases with a verb ("take part", "leave home").
  private static let bareObjects: [StaticString] = [
    "part", "place", "home", "school", "class", "college", "university", "court", "land", "tea",
    "stage",
    "question", "person", "example", "email", "church", "god", "television", "video", "radio",
    "kid",
  ]

  private static let family: [StaticString] = [
    "mother", "father", "grandmother", "grandfather", "uncle", "aunt", "baby", "god", "president",
    "doctor", "professor", "teacher", "captain", "queen", "king", "man", "chef", "coach",
  ]
}
