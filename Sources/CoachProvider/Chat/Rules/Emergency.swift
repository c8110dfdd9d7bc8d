/// What no language coach can help with: somebody who speaks of killing or harming themselves, or
/// who is hit or abused.
enum Emergency {
  /// The whole reply to it: no correction, no praise and no question stands beside it.
  static let reply =
    "I'm sorry to hear that. This is more than a language coach can help with: I am a set of rules, "
    + "not a person. Please talk now to somebody you trust or, if you are in danger, to the "
    + "emergency number or a crisis line where you are."

  /// Whether the words tell of one, as far as rules can see.
  static func isTold(in words: [Substring]) -> Bool {
    let plain = words.filter { !fillers.contains($0) }
    return tellsSelfHarm(plain) || tellsAbuse(plain)
  }

  /// Words that change nothing about it.
  private static let fillers: Set<Substring> = [
    "just", "really", "only", "sometimes", "often", "always", "still", "even", "simply", "again",
    "usually", "regularly", "also", "now",
  ]

  // MARK: Self-harm

  private static func tellsSelfHarm(_ words: [Substring]) -> Bool {
    harmPhrases.contains { Words.contain($0, in: words) }
      || deathWishes.contains { wish in
        ends(of: wish, in: words).contains { !isFigure(words[$0...].prefix(3)) }
      }
      || livingWishes.contains { wish in
        ends(of: wish, in: words).contains { end in
          end == words.count || lifeEnds.contains(words[end])
        }
      }
  }

  private static let harmPhrases = [
    "suicidal thoughts", "i am suicidal", "i'm suicidal", "i feel suicidal", "is suicidal",
    "thoughts of suicide", "thinking about suicide", "think about suicide", "thought about suicide",
    "thinking of suicide", "think of suicide", "to commit suicide", "tried suicide",
    "attempted suicide", "end my life", "ending my life", "take my own life", "taking my own life",
    "kill himself", "kill herself", "kill themselves", "hang myself", "harm myself",
    "harming myself", "hurting myself", "to hurt myself", "hurt myself on purpose",
    "cutting myself", "to cut myself", "cut myself on purpose", "i wish i was dead",
    "i wish i were dead", "wish i was never born", "i want to be dead", "better off dead",
    "rather be dead", "life is not worth living", "life isn't worth living", "no reason to live",
    "nothing to live for", "i can't live anymore", "i cannot live anymore",
  ]
  private static let deathWishes = [
    "kill myself", "killing myself", "i want to die", "i want die", "i wanna die",
    "i would like to die", "i'd like to die", "i wish to die",
  ]
  private static let livingWishes = [
    "don't want to live", "do not want to live", "don't want live", "don't wanna live",
    "tired of living",
  ]
  /// What may stand behind "I don't want to live" where it is life that is meant, and no place.
  private static let lifeEnds: Set<Substring> = [
    "anymore", "any", "no", "longer", "because", "and", "i", "my", "nobody", "everything",
  ]

  /// "I want to die of embarrassment", "I was killing myself laughing": a way of speaking.
  private static func isFigure(_ behind: ArraySlice<Substring>) -> Bool {
    behind.contains { ["laughing", "laughter", "embarrassment", "shame", "boredom"].contains($0) }
  }

  // MARK: Abuse

  private static func tellsAbuse(_ words: [Substring]) -> Bool {
    let isGame = words.contains(where: games.contains)
    let isTold = words.indices.contains { index in
      guard plainDeeds.contains(words[index]) || !isGame && deeds.contains(words[index]) else {
        return false
      }
      return isDone(at: index, in: words) || isSuffered(at: index, in: words)
    }
    return isTold || threats.contains { Words.contain($0, in: words) }
  }

  private static let threats = [
    "is violent to me", "is violent with me", "threatens to kill me", "threatened to kill me",
  ]

  /// What is meant as it is said.
  private static let plainDeeds: Set<Substring> = [
    "abuse", "abuses", "abused", "abusing", "rape", "rapes", "raped", "molests", "molested",
    "strangles", "strangled", "assaulted", "assaults",
  ]
  /// What is said of games and news too.
  private static let deeds: Set<Substring> = [
    "hit", "hits", "hitting", "beat", "beats", "beating", "beaten", "punch", "punches", "punched",
    "punching", "slap", "slaps", "slapped", "slapping", "kick", "kicks", "kicked", "kicking",
    "choked", "chokes",
  ]

  /// "My boss hits me": a person, at most a few small words, the deed and the learner.
  private static func isDone(at deed: Int, in words: [Substring]) -> Bool {
    guard deed > 0, deed + 1 < words.count, words[deed + 1] == "me" else { return false }
    var before = deed - 1
    while before > 0, deed - before < 4, between.contains(words[before]) { before -= 1 }
    guard people.contains(words[before]) else { return false }
    let behind = words[(deed + 2)...]
    switch behind.first {
    case "up", "that", "out", "off", "to", "by":
      return words[deed].hasPrefix("beat") && behind.first == "up"
    case "at", "in": return behind.dropFirst().first.map(places.contains) ?? false
    case "with": return behind.prefix(4).contains(where: weapons.contains)
    default: return true
    }
  }

  /// "I was beaten by my father", "I am being abused".
  private static func isSuffered(at index: Int, in words: [Substring]) -> Bool {
    guard index > 1 || index == 1 && words[0] == "i'm" else { return false }
    var before = index - 1
    while before > 0, ["being", "been", "get", "got", "getting"].contains(words[before]) {
      before -= 1
    }
    let isOwn =
      ["i'm", "i've", "i"].contains(words[before])
      || before > 0 && words[before - 1] == "i" && ["am", "was", "have"].contains(words[before])
    // "I have abused" is no suffering, "I have been abused" is.
    let isActive = before == index - 1 && ["i", "i've", "have"].contains(words[before])
    guard isOwn, !isActive else { return false }
    if plainDeeds.contains(words[index]) { return true }
    return words[(index + 1)...].first == "by"
      && words[(index + 2)...].prefix(2).contains(where: people.contains)
  }

  private static let people: Set<Substring> = [
    "boss", "manager", "supervisor", "colleague", "coworker", "husband", "wife", "boyfriend",
    "girlfriend", "partner", "ex", "father", "dad", "mother", "mum", "mom", "stepfather",
    "stepmother", "brother", "sister", "uncle", "aunt", "parents", "teacher", "roommate",
    "flatmate", "grandfather", "grandmother", "son", "family", "he", "she", "they", "somebody",
    "someone", "man", "him",
  ]
  private static let between: Set<Substring> = [
    "has", "have", "had", "is", "was", "keeps", "started", "did", "at", "home", "work", "who",
    "and", "been", "sexually", "physically",
  ]
  private static let places: Set<Substring> = ["home", "work", "night", "front", "the", "my"]
  private static let weapons: Set<Substring> = [
    "belt", "stick", "fist", "fists", "hand", "hands", "bottle", "shoe", "chair",
  ]
  private static let games: Set<Substring> = [
    "chess", "tennis", "football", "boxing", "cards", "game", "games", "match", "race", "poker",
    "play", "played", "playing", "score", "scored", "team", "ball", "quiz", "karate",
  ]

  // MARK: Words

  /// The places behind each occurrence of a phrase.
  private static func ends(of phrase: String, in words: [Substring]) -> [Int] {
    let wanted = phrase.split(separator: " ")
    guard words.count >= wanted.count else { return [] }
    return (0...(words.count - wanted.count)).filter { start in
      words[start..<(start + wanted.count)].elementsEqual(wanted)
    }.map { $0 + wanted.count }
  }
}
