/// Features without benefits, claims without evidence, pitches without an ask.
enum PersuasionRules {
  static let rules: [Rule] = [
    Rule(
      "feature_without_benefit", .persuasion, .medium,
      "“{}” tells what it has, not what the customer gains.",
      suggestion: "… so that you …",
      wrong: "Our app has a large database.", right: "Our app finds a doctor near you in a minute.",
      .at("our", []) { passage, at in
        guard
          passage.token(
            at + 1,
            isAny: [
              "app", "product", "service", "platform", "solution", "software", "tool", "system",
            ]),
          passage.token(
            at + 2,
            isAny: [
              "has", "includes", "contains", "features", "offers", "comes", "supports", "uses",
              "is",
            ])
        else { return nil }
        var index = at + 3
        var gains = false
        while index < passage.count - 1, index < at + 45 {
          if passage.token(
            index,
            isAny: [
              "you", "your", "save", "saves", "so", "helps", "help", "means", "customers", "faster",
              "cheaper", "reduce", "reduces", "increase", "increases",
            ]) || passage[index].kind == .number
          {
            gains = true
          }
          index += 1
        }
        return gains ? nil : Match(at, through: at + 2)
      }),
    Rule(
      "unproved_superlative", .persuasion, .low, "“{}”: who says so? Give a number or an example.",
      suggestion: "give the evidence",
      wrong: "We are the best company in the market.", right: "Nine of ten clients stay with us.",
      .patterns(
        "the best company|product|app|service|solution|team|tool|software|quality|price\nthe number one company|app|product\nworld class|world-class\nworld's best|leading\nbest in class\nmarket leader|leading\nrevolutionary|groundbreaking product|app|solution|technology|idea\nstate of the art"
      )),
    Rule(
      "trust_me", .persuasion, .low, "“{}” asks for trust: give a reason for it.",
      suggestion: "give the reason",
      wrong: "Trust me, it works.", right: "It has worked for 200 clients.",
      .patterns(
        "trust|believe me ,|it|this|you\nyou won't|will regret\ni promise you\nyou will|'ll love it|this\nyou'll love it|this\nto be honest\nto tell you the truth\nhonestly ,"
      )),
    Rule(
      "vague_benefit", .persuasion, .low, "“{}”: by how much?",
      suggestion: "give the number",
      wrong: "It saves you a lot of money.", right: "It saves you 200 euros a year.",
      .patterns(
        "~save you? a lot of? time|money\n~save you? time and money\n~save you? much|lots time|money\n~increase|~improve|~boost your productivity|sales|results|business|efficiency a? lot|significantly|greatly?\nmany|lots|a benefits|advantages $\nvery cheap|affordable $"
      )),
    Rule(
      "weak_close", .persuasion, .medium, "“{}” leaves the next step to chance: ask for it.",
      suggestion: "shall we … on …?",
      wrong: "So let me know if you are interested.",
      right: "Shall we start with ten seats on Monday?",
      .patterns(
        "let me|us know if you|you're|your are|have|want|need|interested|any\nlet me|us know what you think\nthink about it $\njust think about it\ni|we hope you like|buy|enjoy|consider|will\ncontact us|me if\nfeel free to contact|call|reach|ask"
      )),
    Rule(
      "we_centred", .persuasion, .low, "“{}” speaks of you, not of the customer.",
      suggestion: "you get …",
      wrong: "We are proud of our company and of our history.",
      right: "You get a team that knows your trade.",
      .patterns(
        "we are|'re proud|happy|excited|thrilled to|of|that our?\nwe're proud|excited|thrilled to|of\nour company is|was|has founded|the|been\nwe have been in business"
      )),
    Rule(
      "pressure", .persuasion, .low, "“{}” presses; a reason persuades.",
      suggestion: "say what waiting costs",
      wrong: "You have to buy it now.", right: "The price rises on 1 June.",
      .patterns(
        "you have|need to buy|decide|sign|order _? now|today\nyou must buy|try|have\nlast chance\nbefore it's|its|it is too late\ndon't miss this|out|your"
      )),
  ]
}
