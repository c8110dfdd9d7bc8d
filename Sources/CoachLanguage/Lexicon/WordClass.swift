/// What a word can be: its parts of speech and what the rules have to know of it.
///
/// A word has all the classes that it can have; ``Tagger`` takes away those that its neighbours rule
/// out.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // Nouns
  static let noun = WordClass(bit: 0)
  static let plural = WordClass(bit: 1)
  /// Has no plural and takes no "a": information, advice.
  static let mass = WordClass(bit: 2)
  /// Never stands alone in the singular: student, car.
  static let count = WordClass(bit: 3)
  static let person = WordClass(bit: 4)
  static let name = WordClass(bit: 5)
  /// day, week, month…
  static let time = WordClass(bit: 6)

  // Verbs
  static let verb = WordClass(bit: 8)
  static let verbS = WordClass(bit: 9)
  static let past = WordClass(bit: 10)
  static let participle = WordClass(bit: 11)
  static let gerund = WordClass(bit: 12)
  static let modal = WordClass(bit: 13)
  static let be = WordClass(bit: 14)
  static let have = WordClass(bit: 15)
  static let `do` = WordClass(bit: 16)
  /// A past formed by rule of a verb that has its own: goed, teached.
  static let wrongPast = WordClass(bit: 17)

  // What describes
  static let adjective = WordClass(bit: 20)
  static let comparative = WordClass(bit: 21)
  static let superlative = WordClass(bit: 22)
  static let adverb = WordClass(bit: 23)
  static let frequency = WordClass(bit: 24)
  static let intensifier = WordClass(bit: 25)
  static let negation = WordClass(bit: 26)

  // What opens a noun phrase
  static let article = WordClass(bit: 28)
  static let indefinite = WordClass(bit: 29)
  static let possessive = WordClass(bit: 30)
  /// this, that
  static let demonstrative = WordClass(bit: 31)
  /// these, those
  static let demonstratives = WordClass(bit: 32)
  /// many, several, both, two: a plural follows.
  static let several = WordClass(bit: 33)
  /// much, little: no plural follows.
  static let much = WordClass(bit: 34)
  /// some, any, all, more, other, no.
  static let quantifier = WordClass(bit: 35)
  /// each, every, another: a singular follows.
  static let each = WordClass(bit: 36)
  static let number = WordClass(bit: 37)
  static let ordinal = WordClass(bit: 38)

  // Pronouns
  static let subjectI = WordClass(bit: 40)
  /// he, she, it
  static let subjectOne = WordClass(bit: 41)
  /// we, they, you
  static let subjectMany = WordClass(bit: 42)
  static let object = WordClass(bit: 43)
  /// everyone, somebody, nothing
  static let anyone = WordClass(bit: 44)
  static let reflexive = WordClass(bit: 45)

  // What joins
  static let preposition = WordClass(bit: 48)
  static let conjunction = WordClass(bit: 49)
  static let subordinator = WordClass(bit: 50)
  static let question = WordClass(bit: 51)

  /// Told from its ending, not from a list.
  static let guessed = WordClass(bit: 56)
  /// A chat word: lol, gonna.
  static let casual = WordClass(bit: 57)
  /// A word in -'s or -s'.
  static let apostrophe = WordClass(bit: 58)

  /// May be a finite verb.
  static let finite: WordClass = [.verb, .verbS, .past, .modal, .be, .have, .do]
  /// May be any form of a full verb.
  static let verbal: WordClass = [.verb, .verbS, .past, .participle, .gerund]
  static let nominal: WordClass = [.noun, .plural, .mass]
  /// Any word that opens a noun phrase.
  static let determiner: WordClass = [
    .article, .possessive, .demonstrative, .demonstratives, .several, .much, .quantifier, .each,
    .number,
  ]
  static let subject: WordClass = [.subjectI, .subjectOne, .subjectMany]
  static let pronoun: WordClass = [.subjectI, .subjectOne, .subjectMany, .object, .anyone]
  static let descriptive: WordClass = [.adjective, .comparative, .superlative]

  /// The classes of the pattern language, by the names that rules write.
  static let named: [String: WordClass] = [
    "n": .noun, "ns": .plural, "mass": .mass, "count": .count, "person": .person, "name": .name,
    "time": .time, "v": .verb, "vs": .verbS, "past": .past, "part": .participle, "ing": .gerund,
    "modal": .modal, "be": .be, "have": .have, "do": .do, "adj": .adjective,
    "more": .comparative, "most": .superlative, "adv": .adverb, "freq": .frequency,
    "very": .intensifier, "not": .negation, "art": .article, "a": .indefinite, "my": .possessive,
    "this": .demonstrative, "these": .demonstratives, "several": .several, "much": .much,
    "some": .quantifier, "each": .each, "num": .number, "ord": .ordinal, "i": .subjectI,
    "he": .subjectOne, "they": .subjectMany, "him": .object, "anyone": .anyone, "self": .reflexive,
    "prep": .preposition, "conj": .conjunction, "sub": .subordinator, "wh": .question,
    "det": .determiner, "subj": .subject, "finite": .finite, "verbal": .verbal,
    "nominal": .nominal, "wrongpast": .wrongPast, "casual": .casual, "guess": .guessed,
    "apostrophe": .apostrophe,
  ]

  func has(_ classes: WordClass) -> Bool { !isDisjoint(with: classes) }
}
