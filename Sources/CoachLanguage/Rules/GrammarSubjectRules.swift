/// Subjects that are missing, or are not what the sentence begins with.
enum GrammarSubjectRules {
  static let rules: [Rule] = [
    Rule(
      "it_is_missing", .grammar, .high, "“{}” has no subject: “{fix}”.",
      wrong: "I think is important to rest.", right: "I think it is important to rest.",
      .patterns(
        """
        think|believe|because|but|that|and|so [is] <adj> to|that|for =>? it is
        ^ [is] <adj> to|that -<be> =>? it is
        because|think|so|if|when [is|was] very|not|so|too|a =>? it is
        ^ [is|was] very|so|really|not <adj> to|that|for =>? it $2
        ^ [is|was] raining|snowing|windy|sunny => it $2
        -what|all|everything|that i|we|they think|believe|guess|hope|suppose [is|was] <adj|very|art> => it $4
        """)),
    Rule(
      "there_is_missing", .grammar, .high, "“{}”: what there is is said with “there is”: “{fix}”.",
      wrong: "Has many shops in this street.", right: "There are many shops in this street.",
      .patterns(
        """
        ^ [has many|several] <ns> => there are $3
        ^ [has a] <n> in|on|at =>? there is a
        ^ [have|has a lot of] <ns!n> in|on|at|here|there => there are a lot of
        ^ [have many|several] <ns> in|on|at|here|there => there are $3
        ^ in|on|at <art|my|this> <n|ns> [has|have many|several] <ns> =>? there are $6
        """)),
    Rule(
      "topic_at", .grammar, .medium, "“{}” opens a place, not the subject: “{fix}”.",
      wrong: "In this book says that bees can count.", right: "This book says that bees can count.",
      .patterns(
        """
        ^ [in|by|at the|this article|book|text|passage|lecture|graph|picture] says|shows|explains|tells|describes|mentions => $3 $4
        ^ [according to the|this article|book|text|passage|lecture] says|shows|explains|states => $4 $5
        """)),
  ]
}
