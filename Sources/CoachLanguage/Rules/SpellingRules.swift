/// What ``SpellingCheck`` finds with the dictionary.
enum SpellingRules {
  static let rules: [Rule] = [
    Rule(
      "spelling.unknown_word", .grammar, .medium, "“{}” is not in the dictionary.",
      wrong: "The goverment raised taxes.", right: "The government raised taxes.", .spelling),
    Rule(
      "spelling.run_together", .grammar, .low, "“{}” looks like two words written as one.",
      wrong: "We met inthe park.", right: "We met in the park.", .spelling),
    Rule(
      "spelling.name_capital", .grammar, .low, "“{}” is a name: write it with a capital.",
      wrong: "She moved to london in May.", right: "She moved to London in May.", .spelling),
  ]
}
