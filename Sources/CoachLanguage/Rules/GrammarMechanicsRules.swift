/// Capitals, apostrophes, repeated words, words run together and words pulled apart.
enum GrammarMechanicsRules {
  static let rules: [Rule] = [
    Rule(
      "small_i", .grammar, .medium, "The pronoun “I” is always a capital.",
      wrong: "Yesterday i was late.", right: "Yesterday I was late.",
      .at("i i'm i've i'll i'd", []) { passage, at in
        let token = passage[at]
        guard !token.shape.contains(.capitalised), !passage.isMark(at + 1, .close),
          !token.shape.contains(.joined)
        else { return nil }
        return Match(at, through: at, fix: "I" + passage.text(at).dropFirst(), sure: true)
      }),
    Rule(
      "sentence_capital", .grammar, .low, "A sentence begins with a capital.",
      wrong: "the meeting was moved to Friday because of the holiday.",
      right: "The meeting was moved to Friday because of the holiday.",
      .written(.sentenceStart) { passage, at in
        guard passage[at].shape.contains(.sentenceStart), passage[at].kind == .word,
          passage[at].shape.isDisjoint(with: [.capitalised, .nonASCII, .mixedCase, .abbreviation]),
          // “Is it far?” he asked.
          !passage.isMark(at - 1, .quote), !passage.isMark(at - 1, .apostrophe),
          !passage.has(at, .casual), passage.isFormalSentence(from: at)
        else { return nil }
        let word = passage.text(at)
        return Match(
          at, through: at, fix: word.prefix(1).uppercased() + word.dropFirst(), sure: true)
      }),
    Rule(
      "day_capital", .grammar, .low, "Days, months, languages and peoples take a capital: “{fix}”.",
      wrong: "We meet on monday.", right: "We meet on Monday.",
      .at(
        """
        monday tuesday wednesday thursday friday saturday sunday january february april june july \
        september october november december english german spanish chinese japanese russian italian \
        american british european african asian christmas
        """, []
      ) { passage, at in
        guard passage[at].shape.isDisjoint(with: [.capitalised, .joined]) else { return nil }
        let word = passage.text(at)
        return Match(
          at, through: at, fix: word.prefix(1).uppercased() + word.dropFirst(), sure: true)
      }),
    Rule(
      "repeated_word", .grammar, .medium, "“{}” says the same word twice.",
      wrong: "I saw the the report.", right: "I saw the report.",
      .written(.echo) { passage, at in
        guard passage[at].word != 0, passage[at].word == passage[at - 1].word,
          passage[at].kind == .word, !passage[at].shape.contains(.joined),
          !passage.has(at, [.intensifier, .casual, .number]),
          !passage.token(
            at, isAny: ["that", "had", "no", "yes", "bye", "hey", "ha", "well", "her", "knock"]),
          !passage.token(at, isAny: ["again", "much", "long", "many", "please", "you"]),
          passage[at].word != passage[at - 2].word, passage[at + 1].word != passage[at].word
        else { return nil }
        return Match(at - 1, through: at, fix: passage.text(at - 1), sure: true)
      }),
    Rule(
      "missing_apostrophe", .grammar, .low, "“{}” needs an apostrophe: “{fix}”.",
      wrong: "I dont know him.", right: "I don't know him.",
      .patterns(
        """
        dont|don`t => don't
        doesnt => doesn't
        didnt => didn't
        isnt => isn't
        arent => aren't
        wasnt => wasn't
        werent => weren't
        havent => haven't
        hasnt => hasn't
        hadnt => hadn't
        cant => can't
        couldnt => couldn't
        wouldnt => wouldn't
        shouldnt => shouldn't
        <subj|n|ns|this> [wont] => won't
        im => I'm
        ive => I've
        youre => you're
        theyre => they're
        theyve => they've
        weve => we've
        thats => that's
        whats => what's
        ^ lets <v> => let's $3
        [hes|shes] <ing|not|adj|part|art>
        [todays] <n|ns> => today's
        """)),
    Rule(
      "run_together", .grammar, .low, "“{}” is two words: “{fix}”.",
      wrong: "We have alot of work.", right: "We have a lot of work.",
      .patterns(
        """
        alot => a lot
        aswell => as well
        infact => in fact
        incase => in case
        eachother => each other
        inspite => in spite
        atleast => at least
        everytime => every time
        thankyou => thank you
        noone => no one
        ofcourse => of course
        upto => up to
        aslong => as long
        infront => in front
        eventhough => even though
        highschool => high school
        """)),
    Rule(
      "split_word", .grammar, .low, "“{}” is one word: “{fix}”.",
      wrong: "She did it her self.", right: "She did it herself.",
      .patterns(
        """
        my self => myself
        your self => yourself
        him self => himself
        her self => herself
        it self => itself
        our selves => ourselves
        them selves|self => themselves
        some one => someone
        some body => somebody
        some thing => something
        -at [some times] -are|were|of => sometimes
        some how => somehow
        some where => somewhere
        any thing => anything
        any where => anywhere
        every thing => everything
        every where => everywhere
        no where => nowhere
        with out => without
        how ever => however
        what ever => whatever
        there fore => therefore
        ^ [more over] , => moreover
        further more => furthermore
        never the less => nevertheless
        now a days|day => nowadays
        now days => nowadays
        class room => classroom
        class rooms => classrooms
        home work => homework
        house work => housework
        week end => weekend
        news paper => newspaper
        news papers => newspapers
        text book => textbook
        life style => lifestyle
        back ground => background
        be cause => because
        be come => become
        al though => although
        an other => another
        to gether => together
        -day [to day] => today
        to morrow => tomorrow
        care full => careful
        help full => helpful
        <be|very> [use full] => useful
        harm full => harmful
        wonder full => wonderful
        success full => successful
        over come => overcome
        through out => throughout
        ^ [may be] <subj|art|my> => maybe
        """)),
    Rule(
      "comma_after_opening", .grammar, .low,
      "Put a comma after “{}” at the beginning of a sentence.",
      wrong: "For example they sell bread and milk.",
      right: "For example, they sell bread and milk.",
      .patterns(
        """
        ^ and|but|so|also? [for example] <subj|det|ns|n> => $3 $4,
        ^ and|but|so|also? [for instance] <subj|det|ns|n> => $3 $4,
        ^ [in conclusion] -, -that _ => $2 $3,
        ^ [in addition] -to -, _ => $2 $3,
        ^ [on the other hand] -, _ => $2 $3 $4 $5,
        ^ [as a result] -of -, _ => $2 $3 $4,
        ^ [first of all] <subj|det|ns|n> => $2 $3 $4,
        ^ [in my opinion] <subj|det|ns|n> => $2 $3 $4,
        ^ and|but|so? [however] <subj|det|ns> => $3,
        ^ [second|third|secondly|thirdly|firstly] <subj|art|my> => $2,
        ^ [moreover|furthermore|nevertheless|additionally] <subj|det|ns|n> => $2,
        """)),
  ]
}

extension Passage {
  /// Whether the sentence from `start` is written as prose and not as chat: 8 words or more, 5 where
  /// it has its mark at the end, and no chat words.
  func isFormalSentence(from start: Int) -> Bool {
    var words = 0
    var index = start
    while index < count - 1 {
      let token = tokens[index]
      switch token.kind {
      case .boundary where words > 0: return words >= 8
      case .mark where words > 0 && Mark.endsSentence(token.word):
        return words >= (isMark(index, .point) || isMark(index, .question) ? 5 : 8)
      case .symbol: return false
      case .word, .number:
        if token.classes.has(.casual) { return false }
        words += 1
      default: break
      }
      index += 1
    }
    return words >= (isMark(index, .point) || isMark(index, .question) ? 5 : 8)
  }
}
