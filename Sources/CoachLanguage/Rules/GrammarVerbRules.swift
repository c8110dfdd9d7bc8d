/// Forms of verbs after auxiliaries, "to", prepositions and other verbs; tense and time.
enum GrammarVerbRules {
  /// What a word has: "the past tense of go".
  private static let wordNouns: [StaticString] = [
    "tense", "form", "past", "participle", "plural", "meaning", "opposite", "synonym",
    "pronunciation", "spelling",
  ]

  static let rules: [Rule] = [
    Rule(
      "modal_base", .grammar, .high,
      "After “can”, “will”, “must” and their kind stands the base form: “{fix}”.",
      wrong: "She can speaks French.", right: "She can speak French.",
      .at(
        "can could may might must shall should will would cannot can't couldn't mustn't shouldn't won't wouldn't",
        []
      ) { passage, at in
        guard !passage.has(at - 1, [.article, .possessive, .adjective]) else { return nil }
        var verb = at + 1
        if passage.has(verb, .subject), !passage.has(verb, .be) { verb += 1 }
        while passage.has(verb, [.frequency, .negation]) || passage[verb].classes == .adverb {
          verb += 1
        }
        let classes = passage[verb].classes
        // "The heat will causes": no plural can follow where the subject stands before.
        if classes.has(.verbS), classes.has(.plural), !classes.has([.noun, .adjective]),
          passage.has(at - 1, [.nominal, .subject, .gerund]),
          !passage[at].shape.contains(.sentenceStart)
        {
          return Match(verb, through: verb, fix: passage.form(.base, of: verb), sure: true)
        }
        guard passage[verb].isWord, classes.has([.verbS, .past, .gerund, .participle]),
          !classes.has([
            .verb, .noun, .plural, .adjective, .adverb, .preposition, .mass, .modal, .guessed,
          ])
        else { return nil }
        return Match(verb, through: verb, fix: passage.form(.base, of: verb), sure: true)
      }),
    Rule(
      "modal_past", .grammar, .high,
      "After “can”, “could” and their kind stands the base form: “{fix}”.",
      wrong: "We could lost the match.", right: "We could lose the match.",
      .patterns(
        """
        can|could|will|would|should|must|may|might|cannot|can't|couldn't|won't|shouldn't|wouldn't [lost|felt|fell|spoke|broke|won|met|sold|held] -<n|ns> => $2.base
        can|could|cannot|can't|couldn't [found] -a|an => find
        """)),
    Rule(
      "modal_to", .grammar, .high, "“{}”: after “can”, “must” and their kind the verb has no “to”.",
      wrong: "We must to leave.", right: "We must leave.",
      .patterns(
        """
        -a|the|my|your [must|should|would|might|cannot|can't|couldn't|mustn't|shouldn't|won't|wouldn't to] <v> => $2
        -what|whatever|all|everything|as|best|that <subj|n|ns!be|have|modal> [can|could|will|shall|may to] <v> => $3
        must|should|can|could|will|would|might|may [not|never|always to] <v> => $2
        """)),
    Rule(
      "modal_able", .grammar, .high, "“{}” lacks “be”: “{fix}”.",
      wrong: "You will able to see it.", right: "You will be able to see it.",
      .patterns(
        """
        [will|would|should|might|may|must able] to => $1 be able
        i [able] to => am able
        <he> [able] to => is able
        <they> [able] to => are able
        <subj|ns> [can|could|may|might|must|should the|a|an] =>? $2 be $3
        """)),
    Rule(
      "be_base", .grammar, .high, "“{}”: after a form of “be” the verb is not in its base form.",
      wrong: "I am agree with you.", right: "I agree with you.",
      .at(
        "am is are was were be been i'm you're he's she's we're they're isn't aren't wasn't weren't",
        []
      ) {
        passage, at in
        var verb = at + 1
        while passage.has(verb, [.frequency, .negation]) || passage[verb].classes == .adverb {
          verb += 1
        }
        guard passage.isOnlyVerb(verb, .verb),
          !passage.has(verb, [.participle, .past, .modal, .casual]),
          !passage.token(verb, isAny: ["let's", "do", "have", "like", "be", "thank", "please"])
            || passage.token(verb, is: "have"),
          !passage.has(at - 1, [.question]) || passage[at - 1].classes.has(.subordinator) == false
        else { return nil }
        // "All I do is write": what is done, not a fault.
        if passage.token(at, isAny: ["is", "was"]), passage.hasDoBefore(at) { return nil }
        return Match(at, through: verb)
      }),
    Rule(
      "be_third_person", .grammar, .high, "“{}”: two verbs, where one is enough.",
      wrong: "It is depends on the weather.", right: "It depends on the weather.",
      .patterns(
        """
        <he|this|n> [is|was <vs!ns|n>] => $3
        will|would|can|could|should|must|may|might not? [be decrease|increase|happen|exist|become|improve|develop|solve|use|make|take|give|get|go|see|help|need|want|die|disappear|depend] -<n> =>? $4
        <they|i|ns> [are|am|were <vs!ns|n>]
        it's [<vs!ns|n>]
        am|is|are|was|were [was|were|am|are]
        """)),
    Rule(
      "passive_past", .grammar, .high, "“{}”: here the participle is wanted, “{fix}”.",
      wrong: "The letter was wrote by hand.", right: "The letter was written by hand.",
      .patterns(
        """
        is|are|was|were|be|been|being <adv>? [<past!part|adj|n|v|have|do|be>] => $3.part
        """)),
    Rule(
      "perfect_participle", .grammar, .high, "After “have” stands the participle: “{fix}”.",
      wrong: "I have went there twice.", right: "I have gone there twice.",
      .at("have has had i've you've we've they've haven't hasn't hadn't having", []) {
        passage, at in
        var verb = at + 1
        while passage.has(verb, [.frequency, .negation]) || passage[verb].classes == .adverb {
          verb += 1
        }
        let classes = passage[verb].classes
        guard passage[verb].isWord, !classes.has(.participle),
          !classes.has([
            .noun, .plural, .mass, .adjective, .preposition, .gerund, .modal, .be, .have,
          ]),
          !passage.token(verb - 1, isAny: ["better", "to"]), !classes.has([.adverb, .determiner]),
          !passage.token(verb, isAny: ["let", "do", "did"]) || passage.token(verb, is: "did")
        else { return nil }
        guard classes.has([.past, .verb]) else { return nil }
        if classes.has(.verb), passage.token(at, isAny: ["had", "having"]), passage.isEnd(verb + 1)
        {
          return nil
        }
        return Match(verb, through: verb, fix: passage.form(.part, of: verb), sure: true)
      }),
    Rule(
      "do_base", .grammar, .high, "After “do”, “does” or “did” stands the base form: “{fix}”.",
      wrong: "I didn't went to work.", right: "I didn't go to work.",
      .at("do does did don't doesn't didn't", []) { passage, at in
        var verb = at + 1
        if passage.has(verb, .subject), !passage.has(verb, [.be, .have]) { verb += 1 }
        while passage.has(verb, [.frequency, .negation]) { verb += 1 }
        let classes = passage[verb].classes
        guard verb > at + 1 || !passage.token(at, isAny: ["do", "does", "did"]),
          classes.has([.verbS, .past, .participle]),
          !classes.has([.verb, .noun, .plural, .adjective, .adverb, .preposition, .mass, .modal])
        else { return nil }
        return Match(verb, through: verb, fix: passage.form(.base, of: verb), sure: true)
      }),
    Rule(
      "to_base", .grammar, .high, "After “to” stands the base form: “{fix}”.",
      wrong: "I want to went home.", right: "I want to go home.",
      .at("to", []) { passage, at in
        let classes = passage[at + 1].classes
        guard classes.has([.past, .verbS]),
          !classes.has([
            .verb, .noun, .plural, .mass, .adjective, .adverb, .gerund, .guessed, .name,
          ]),
          !passage.has(at + 2, [.noun, .plural, .mass, .gerund]) || classes.has(.verbS)
            || !classes.has(.participle),
          !passage.has(at - 1, [.preposition]), !passage.token(at + 1, is: "born")
        else { return nil }
        return Match(at + 1, through: at + 1, fix: passage.form(.base, of: at + 1), sure: true)
      }),
    Rule(
      "preposition_gerund", .grammar, .medium, "After “{}” the verb takes -ing.",
      wrong: "He left without say a word.", right: "He left without saying a word.",
      .at("without by for of about from in at", []) { passage, at in
        if passage.isOnlyVerb(at + 1, .verbS), !passage.has(at + 1, [.be, .have, .do]),
          !passage.token(at - 1, isAny: ["what", "that", "it", "they"]),
          !passage.token(at, is: "in")
        {
          return Match(at + 1, through: at + 1, fix: passage.form(.ing, of: at + 1))
        }
        guard passage.isOnlyVerb(at + 1, .verb),
          !passage.has(at + 1, [.past, .participle, .casual, .guessed]),
          !passage.token(at - 1, isAny: ["what", "how", "one", "up", "not"]),
          !passage.token(at, is: "of") || !passage.token(at - 1, isAny: Self.wordNouns),
          !passage.token(at + 1, isAny: ["let", "be"])
            || passage.token(at, isAny: ["without", "of"])
        else { return nil }
        let form =
          passage.token(at, is: "for")
          ? "to \(passage.text(at + 1))" : passage.form(.ing, of: at + 1)
        let first = passage.token(at, is: "for") ? at : at + 1
        return Match(first, through: at + 1, fix: form, sure: false)
      }),
    Rule(
      "for_gerund_purpose", .grammar, .medium, "A purpose is said with “to”: “{fix}”.",
      wrong: "I came here for to learn.", right: "I came here to learn.",
      .patterns("[for to <v>] => to $3\n[to to] <v> => to\n[in order for] <v!n> => in order to")),
    Rule(
      "verb_gerund", .grammar, .medium, "“{}”: this verb takes -ing after it: “{fix}”.",
      wrong: "I enjoy to swim.", right: "I enjoy swimming.",
      .patterns(
        """
        [~enjoy|~avoid|~finish|dislike|~miss to <v>] => $1 $3.ing
        ~enjoy|~avoid [<v!n|adj|prep|adv>] => $2.ing
        <subj|modal|to|not|n't> [suggest|recommend|consider|imagine|practice to <v>] => $2 $4.ing
        don't [mind to <v>] => mind $4.ing
        [~spend time|money|hours to <v>] => $1 $2 $4.ing
        is|be [worth to <v>] => worth $4.ing
        -too|very busy [to <v>] => $4.ing
        """)),
    Rule(
      "verb_infinitive", .grammar, .medium, "“{}”: this verb takes “to” after it: “{fix}”.",
      wrong: "They decided going home.", right: "They decided to go home.",
      .patterns(
        """
        [~decide|~refuse|~promise|~hope|~agree|~manage|~afford <ing!n>] => $1 to $2.base
        [~want|~decide|~refuse|~hope|~learn|wanted|~agree <v!n|adj|adv|prep|past|part|sub>] => $1 to $2
        <subj> [want <ing!n|adj>] => want to $3.base
        [able|unable|going|ready|willing <v!n|adj|prep|adv|past>] => $1 to $2
        [able|unable <ing!n>] => $1 to $2.base
        [would like <v!n|adj|prep|adv|past>] => would like to $3
        [~have|~want|~need|~decide|~hope|~plan|~refuse|~manage|able to <ing!n|adj>] => $1 to $3.base
        [need|needs <v!n|adj|prep|adv|past|part|not>] => $1 to $2
        ~want|~need|~like [<him!my> <v!n|adj|prep|adv|past>] => $2 to $3
        """)),
    Rule(
      "make_let_base", .grammar, .medium, "“Make” and “let” take a verb without “to”: “{fix}”.",
      wrong: "It makes me to laugh.", right: "It makes me laugh.",
      .patterns(
        """
        ~make|~let <him|self> [to <v>] => $4
        makes|making|made people|students|children|us [to <v>] =>? $4
        ~let <him|self> [<ing|vs!n|adj>] => $3.base
        ~make <him> [<vs!ns|n>] => $3.base
        [let's to] <v> => let's
        """)),
    Rule(
      "look_forward", .grammar, .medium,
      "After “look forward to” and “be used to” stands the -ing form: “{fix}”.",
      wrong: "I look forward to hear from you.", right: "I look forward to hearing from you.",
      .patterns(
        """
        forward to [<v!n>] => $3.ing
        forward to [meet|see|work|visit|talk|start] => $3.ing
        i am|get|getting|i'm used to [<v!n>] =>? $5.ing
        """)),
    Rule(
      "used_to", .grammar, .medium, "“{}”: the past habit is “used to” with the base form.",
      wrong: "I use to live there.", right: "I used to live there.",
      .patterns(
        """
        -did|didn't|do|to|can|don't i|we|he|she|they [use to] <v> => used to
        -~be|~get|<be|have|not> used to [<ing!n>] =>? $4.base
        """)),
    Rule(
      "past_time_present", .grammar, .high, "“{}”: a finished time takes the past tense.",
      wrong: "Yesterday I go to the market.", right: "Yesterday I went to the market.",
      .at("yesterday ago last when", []) { passage, at in
        let verb =
          passage.token(at, is: "when")
          ? passage.presentVerb(afterPastClause: at) : passage.presentVerb(nearPastTime: at)
        return verb.map { Match($0, through: $0, fix: passage.form(.past, of: $0), sure: true) }
      }),
    Rule(
      "perfect_past_time", .grammar, .medium,
      "“{}”: with a finished time use the past, not “have”.",
      wrong: "I have seen him yesterday.", right: "I saw him yesterday.",
      .at("yesterday ago last", []) { passage, at in
        if let match = passage.perfect(afterOpeningTime: at) { return match }
        if passage.token(at, is: "last") {
          // "For the last year", "our last night" go on until now, or are a thing.
          guard passage.token(at + 1, isAny: ["year", "month", "week", "night", "summer"]),
            passage.isEnd(at + 2) || passage.isMark(at + 2, .comma),
            !passage.has(at - 1, [.article, .possessive, .preposition, .conjunction])
          else { return nil }
        }
        var index = at - 1
        while index > 0, at - index < 9, !passage.isBreak(index) {
          if passage.has(index, [.conjunction, .subordinator]) { return nil }
          if passage.token(index, isAny: ["have", "has", "i've", "we've", "they've"]),
            passage.has(index + 1, [.participle]), !passage.has(index - 1, [.modal])
          {
            return Match(index, through: at)
          }
          index -= 1
        }
        return nil
      }),
    Rule(
      "present_since", .grammar, .medium,
      "With “since” or “for” up to now use the perfect: “{fix}”.",
      wrong: "I am living here since 2019.", right: "I have been living here since 2019.",
      .patterns(
        """
        i [am <ing>] _? _? since <num|time|name|ord> => have been $3
        we|they [are <ing>] _? _? since <num|time|name|ord> => have been $3
        he|she [is <ing>] _? _? since <num|time|name|ord> => has been $3
        i|we|they [live|work|study|know|learn] _? _? since <num!several> -<time> => have $2.part
        i|we|they [live|work|study|know|learn] _? _? since <time|name|ord> => have $2.part
        i [am] here|there|ill|sick|married|ready since <num|time|name|ord> => have been
        we|they|you [are] here|there|ill|sick|married since <num|time|name|ord> => have been
        he|she|it [is] here|there|ill|sick|married since <num|time|name|ord> => has been
        """)),
    Rule(
      "since_duration", .grammar, .medium, "A length of time takes “for”: “{fix}”.",
      wrong: "I live here since three years.", right: "I have lived here for three years.",
      .at("since", []) { passage, at in passage.durationSince(at) }),
    Rule(
      "if_will", .grammar, .medium, "After “if” the present stands for the future: “{fix}”.",
      wrong: "If it will rain, we stay.", right: "If it rains, we stay.",
      .patterns(
        """
        -even|ask|asked|know|wonder|see if i|we|they|you [will <v>] => $5
        -even|ask|asked|know|wonder|see if he|she|it [will <v>] => $5.s
        as soon as <subj> [will <v>] =>? $6
        """)),
    Rule(
      "wrong_past", .grammar, .medium, "The past of this verb is irregular: “{fix}”.",
      wrong: "She teached us maths.", right: "She taught us maths.",
      .at("", .wrongPast) { passage, at in
        Match(at, through: at, fix: passage.form(.past, of: at), sure: true)
      }),
    Rule(
      "there_be_missing", .grammar, .high, "“{}” lacks a verb.",
      wrong: "There many people in the room.", right: "There are many people in the room.",
      .patterns(
        """
        ^ [there many|several|some|no] -are => there are $3
        ^ [there a|an] <n|adj> => there is $3
        ^ but|and|so? [it <adj!n|v|adv|past|part>] $ =>? it is $4
        ^ [he|she <adj!n|v|adv|past|part>] $ => $2 is $3
        <subj>? [i|we|they|he|she very <adj>]
        ,|because|that|and|but|if|so it|he|she|this [very|so <adj!adv|v>] $|,|<prep|conj|sub> =>? is $3 $4
        ^ but|and|so|because? this|it|he|she [very|so <adj!adv>] =>? is $4 $5
        """)),
    Rule(
      "would_have_of", .grammar, .high, "It is “have”, not “of”: “{fix}”.",
      wrong: "You should of told me.", right: "You should have told me.",
      .patterns("[should|would|could|must|might of] -course => $1 have")),
    Rule(
      "to_missing_be", .grammar, .medium, "“{}”: “{fix}”.",
      wrong: "They want to successful.", right: "They want to be successful.",
      .patterns(
        """
        ~want|~have|~need|~try|~hope [to <adj!n|v|adv|more|ing|part|past>] -<n|ns|mass|adj|conj> => to be $3
        will|would|must|should|might|can|could not? [<adj!n|v|adv|mass|past|part|more|ing>] -<n|ns|mass> =>? be $3
        """)),
    Rule(
      "have_age", .grammar, .medium, "Age is said with “be”: “{fix}”.",
      wrong: "I have 25 years old.", right: "I am 25 years old.",
      .patterns(
        """
        i [have] <num> years old? $ => am
        he|she [has] <num> years old? $ => is
        [<num> years old] <person> =>? $1-year-old
        """)),
  ]
}

extension Passage {
  /// "Yesterday I have seen …", "Last week she has met …": the perfect right behind a finished time
  /// that opens the sentence.
  fileprivate func perfect(afterOpeningTime at: Int) -> Match? {
    guard self[at].shape.contains(.sentenceStart) else { return nil }
    var subject = at + 1
    if token(at, is: "last") {
      guard token(subject, isAny: ["week", "month", "year", "night", "summer", "winter", "friday"])
      else { return nil }
      subject += 1
    }
    if isMark(subject, .comma) { subject += 1 }
    guard token(subject, isAny: ["i", "you", "he", "she", "it", "we", "they"]),
      token(subject + 1, isAny: ["have", "has"]), has(subject + 2, [.participle])
    else { return nil }
    return Match(subject + 1, through: subject + 2)
  }
}
