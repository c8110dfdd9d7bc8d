/// Long sentences, passive piles, nominalisations, vague words, jargon.
enum ClarityRules {
  static let rules: [Rule] = [
    Rule(
      "long_sentence", .clarity, .medium,
      "This sentence has more than 40 words: make two or three of it.",
      suggestion: "one idea a sentence",
      wrong:
        "We started the project in spring with a small team that had little time and no budget, and although the first tests were good the manager who had asked for it left, so that nobody knew what to do with the results we had.",
      right: "We started the project in spring. The team was small and had no budget.",
      .written(.sentenceStart) { passage, at in
        guard passage.count - at > 40, passage[at].shape.contains(.sentenceStart) else {
          return nil
        }
        var words = 0
        var index = at
        while index < passage.count - 1, !passage.isEnd(index) {
          if passage[index].isWord { words += 1 }
          index += 1
        }
        return words > 40 ? Match(at, through: index - 1) : nil
      }),
    Rule(
      "vague_words", .clarity, .low, "“{}” is vague: name what you mean.",
      suggestion: "name it",
      wrong: "We talked about stuff like that.", right: "We talked about prices and dates.",
      .patterns(
        """
        stuff like that
        and stuff -<n>
        [some|this|that|all|other|lots|the stuff]
        things like that
        a lot of|many things|stuff
        some kind|sort of thing|stuff
        and so on and so
        something like that
        """)),
    Rule(
      "vague_quantity", .clarity, .low, "“{}”: how many, how much?",
      suggestion: "give the number",
      wrong: "A bunch of people left.", right: "Nine people left.",
      .patterns(
        "a bunch of\na whole lot of\ntons|loads|heaps of\na ton|load of\na fair amount|number of\na decent amount|number"
      )),
    Rule(
      "vague_time", .clarity, .low, "“{}”: when?",
      suggestion: "give the date",
      wrong: "We will do it sometime soon.", right: "We will do it by 3 May.",
      .patterns(
        "sometime soon|later\nat some point\nin the near future\nas soon as possible\none of these days\nsooner or later\nin due course"
      )),
    Rule(
      "passive_pile", .clarity, .low, "Two passives close together: who does it?",
      suggestion: "say who does it",
      wrong: "The plan was made and it was approved by them.",
      right: "They made the plan and approved it.",
      .at("", .participle) { passage, at in
        guard passage.isPassive(at) else { return nil }
        var index = at - 2
        while index > 1, !passage.isEnd(index), at - index < 12 {
          if passage.isPassive(index) { return Match(index - 1, through: at) }
          index -= 1
        }
        return nil
      }),
    Rule(
      "nominalisation", .clarity, .medium, "“{}” hides the verb: “{fix}”.",
      wrong: "We made a decision to wait.", right: "We decided to wait.",
      .patterns(
        """
        [~make a decision] =>? decide
        [~make an assumption] =>? assume
        [~make a suggestion] =>? suggest
        [~make a recommendation] =>? recommend
        [~make an improvement|improvements] to|in|of =>? improve
        [~make use] of =>? use
        [~make a choice] =>? choose
        [~give consideration] to =>? consider
        [~give an explanation] of|for =>? explain
        [~conduct|~perform|~do an analysis] of =>? analyze
        [~conduct|~perform|~do|~carry an investigation] =>? investigate
        [~conduct|~do a review] of =>? review
        [~reach|~come a|an|to? agreement] =>? agree
        [~reach a conclusion] =>? conclude
        [~have a discussion] =>? discuss
        [~hold|~have a meeting] with =>? meet
        [~provide assistance|help|support] to =>? help
        [~take into consideration] =>? consider
        [the implementation of] =>? implementing
        [the utilization of] =>? using
        [the optimization of] =>? optimizing
        [the facilitation of] =>? easing
        [~put an emphasis|emphasis on] =>? stress
        [~bring to an end] =>? end
        """)),
    Rule(
      "jargon_pile", .clarity, .medium,
      "“{}”: two or more words of jargon together; say it plainly.",
      suggestion: "say it as to a friend",
      wrong: "We leverage synergies across verticals.", right: "Our teams help one another.",
      .at(
        "leverage leveraging synergy synergies synergize paradigm holistic scalable ecosystem verticals stakeholders bandwidth actionable deliverables disruptive bleeding-edge cutting-edge best-in-class touchpoints ideate alignment learnings granular omnichannel robust innovative",
        []
      ) { passage, at in
        for index in stride(from: at - 1, through: max(at - 4, 1), by: -1) {
          if passage.isEnd(index) { return nil }
          if passage.token(
            index,
            isAny: [
              "leverage", "leveraging", "synergy", "synergies", "paradigm", "holistic", "scalable",
              "ecosystem", "verticals", "stakeholders", "actionable", "deliverables", "disruptive",
              "cutting-edge", "best-in-class", "alignment", "learnings", "granular", "robust",
              "innovative",
            ])
          {
            return Match(index, through: at)
          }
        }
        return nil
      }),
    Rule(
      "buried_verb", .clarity, .low, "“{}”: put the verb near its subject.",
      suggestion: "what matters first",
      wrong: "What I want to say is that we are late.", right: "We are late.",
      .patterns(
        """
        what i want|wanted|'m|am to|trying to? say|is
        the thing is that
        the fact is that
        the point is that
        the reason why i
        it is the case that
        what this means is
        """)),
    Rule(
      "double_not", .clarity, .low, "“{}”: two negatives make the reader count.",
      suggestion: "say what it is",
      wrong: "It is not unlikely that we win.", right: "We may win.",
      .patterns(
        "not unlikely|uncommon|impossible|unusual|unhappy|unreasonable|insignificant\nnot without -<art>\nwon't not\ncan't not\ndon't not"
      )),
  ]
}

extension Passage {
  /// Whether the participle at `index` follows a form of "be": a passive.
  func isPassive(_ index: Int) -> Bool {
    has(index, .participle) && !has(index, [.adjective, .verb, .noun]) && has(index - 1, .be)
      && !token(index, isAny: ["been", "born", "done", "gone"])
  }
}
