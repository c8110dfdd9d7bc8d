/// Fillers, false starts, runs of "and", sentences that begin alike.
enum FluencyRules {
  static let rules: [Rule] = [
    Rule(
      "filler_sound", .fluency, .medium, "“{}” fills a pause: pause in silence instead.",
      suggestion: "leave it out",
      wrong: "We, um, moved to a new office.", right: "We moved to a new office.",
      .patterns("um|umm|uh|uhh|uhm|er|erm|hmmm -, -$\num|umm|uh|uhh|uhm|er|erm ,")),
    Rule(
      "filler_like", .fluency, .low, "“{}” fills a pause here.",
      suggestion: "leave it out",
      wrong: "It was, like, very cold.", right: "It was very cold.",
      .patterns(", [like] ,\n<subj> was|were [like] ,\n<be> [like] really|very|so|totally")),
    Rule(
      "filler_you_know", .fluency, .low, "“{}” adds nothing for the listener.",
      suggestion: "leave it out",
      wrong: "It is, you know, a big change.", right: "It is a big change.",
      .patterns(
        ", [you know|see] ,\n, [i mean] ,\n^ [i mean] ,\nyou know what i mean\n, [you know] -how -what -that -the"
      )),
    Rule(
      "filler_opening", .fluency, .low, "“{}” at the beginning only warms up.",
      suggestion: "begin with the point",
      wrong: "So basically we changed the plan.", right: "We changed the plan.",
      .patterns(
        "^ so basically|yeah|like|anyway\n^ well basically|actually|so\n^ basically ,\n^ okay|ok so basically|like|yeah"
      )),
    Rule(
      "filler_basically", .fluency, .low, "“{}” is seldom needed.",
      suggestion: "leave it out",
      wrong: "They basically want a discount.", right: "They want a discount.",
      .patterns(
        "<subj|be> [basically|literally|honestly]\n[and stuff] -like\nand stuff|things like that\nor something|whatever $\n[or something like that]"
      )),
    Rule(
      "false_start", .fluency, .medium, "“{}”: a start that is taken back.",
      suggestion: "say the second version only",
      wrong: "I went, I mean, we went by train.", right: "We went by train.",
      .patterns(
        """
        i mean , <subj>
        no wait
        wait , no
        or rather ,
        let me start over|again
        what i'm|i am trying to say
        how do|should|can i say|put this|it|that ,|...
        """)),
    Rule(
      "and_chain", .fluency, .low, "Three or more “and” in one sentence: make two sentences of it.",
      suggestion: "end the sentence at the second “and”",
      wrong: "We met and we talked and we ate and then we left and went home.",
      right: "We met and talked. Then we left.",
      .at("and", []) { passage, at in
        guard passage.has(at + 1, [.subject, .adverb, .article, .possessive]) else { return nil }
        var count = 0
        var index = at - 1
        // Further back no reader remembers, and a text without a full stop must not cost its square.
        while index > 0, at - index < 60, !passage.isEnd(index) {
          if passage.token(index, is: "and") { count += 1 }
          index -= 1
        }
        // Once a sentence: at the third of them.
        return count == 2 ? Match(at, through: at) : nil
      }),
    Rule(
      "so_opening_repeated", .fluency, .low, "Two sentences in a row begin with “{}”.",
      suggestion: "begin one of them differently",
      wrong: "So we left. So we came back.", right: "We left. Then we came back.",
      .at("so and but then", []) { passage, at in
        guard passage[at].shape.contains(.sentenceStart) else { return nil }
        var index = at - 2
        while index > 0, !passage[index].shape.contains(.sentenceStart) { index -= 1 }
        guard index > 0, passage[index].word == passage[at].word, index < at - 1 else { return nil }
        return Match(at, through: at)
      }),
  ]
}
