/// Nouns: number, counting, articles and what goes before them.
enum GrammarNounRules {
  /// Nouns that stay in the singular after numbers, or begin what is no phrase of one noun.
  static let unchanging: [StaticString] = [
    "percent", "hundred", "thousand", "million", "billion", "dozen", "pm", "am", "degree", "more",
    "other", "half", "one", "time", "fold", "times", "per", "plus",
  ]

  static let rules: [Rule] = [
    Rule(
      "plural_after_many", .grammar, .high, "“{}”: a plural belongs here.",
      wrong: "We visited many museum.", right: "We visited many museums.",
      .at(
        "many several various two three four five six seven eight nine ten twenty hundreds these those both few",
        []
      ) { passage, at in
        if passage.token(at, is: "few") {
          guard passage.token(at - 1, is: "a") else { return nil }
        }
        guard let head = passage.headNoun(from: at + 1), passage.has(head, .noun),
          !passage.has(
            head, [.plural, .adjective, .number, .name, .mass, .preposition, .adverb, .modal]),
          !passage.isCompound(after: head), !passage.token(head, isAny: unchanging),
          !passage.has(head, [.verb]) || passage.has(head, [.count, .time])
            || passage.isEnd(head + 1) || passage.has(head + 1, [.preposition, .be]),
          !passage.token(head + 1, isAny: ["and", "or"])
        else { return nil }
        if passage.token(at, isAny: ["both", "those"]), head > at + 1 { return nil }
        if passage.token(at, is: "both"), passage.has(head + 1, [.conjunction]) { return nil }
        return Match(
          at, through: head,
          fix: passage.form(.plural, of: head).map {
            passage.text(at, through: head - 1) + " " + $0
          }, sure: true)
      }),
    Rule(
      "one_of_plural", .grammar, .high, "After “one of” the noun is plural.",
      wrong: "It is one of the best film.", right: "It is one of the best films.",
      .at("of", []) { passage, at in
        guard passage.token(at - 1, isAny: ["one", "each", "some", "many", "most", "two", "few"]),
          passage.has(at + 1, [.article, .possessive]),
          passage.token(at - 1, isAny: ["one", "each", "many", "two", "few"])
        else { return nil }
        var start = at + 2
        while passage.token(start, isAny: ["most", "more", "very"]) { start += 1 }
        guard let head = passage.headNoun(from: start), passage.has(head, .noun),
          !passage.has(head, [.plural, .mass, .name, .adjective]), !passage.isCompound(after: head),
          !passage.token(head, isAny: GrammarAgreementRules.collectives)
        else { return nil }
        return Match(head, through: head, fix: passage.form(.plural, of: head), sure: true)
      }),
    Rule(
      "singular_after_a", .grammar, .high, "“{}”: a singular belongs here.",
      wrong: "She bought a books.", right: "She bought a book.",
      .at("a an another each every", []) { passage, at in
        guard let head = passage.headNoun(from: at + 1), passage.has(head, .plural),
          !passage.has(head, [.noun, .adjective, .verbS, .name, .mass]),
          !passage.isCompound(after: head),
          !passage.token(head, isAny: ["lots", "hundreds", "thousands", "people", "headquarters"]),
          !passage.has(at + 1, [.several, .number, .ordinal]),
          !passage[head].shape.contains(.apostrophe),
          !passage.isMark(head + 1, .apostrophe), !passage[at].shape.contains(.allCapitals)
        else { return nil }
        return Match(
          at, through: head,
          fix: passage.form(.singular, of: head).map {
            passage.text(at, through: head - 1) + " " + $0
          },
          sure: false)
      }),
    Rule(
      "this_plural", .grammar, .high, "“{}”: “these” and “those” go with a plural.",
      wrong: "I like this shoes.", right: "I like these shoes.",
      .at("this", []) { passage, at in
        guard passage[at + 1].isWord, passage.has(at + 1, .plural),
          !passage.has(at + 1, [.noun, .verbS, .name, .mass, .adjective]),
          !passage.isCompound(after: at + 1)
        else { return nil }
        return Match(at, through: at + 1, fix: "these \(passage.text(at + 1))", sure: true)
      }),
    Rule(
      "uncountable_plural", .grammar, .high, "“{}” has no plural.",
      wrong: "Thanks for the informations.", right: "Thanks for the information.",
      .at("", .mass) { passage, at in
        guard passage.has(at, .plural), !passage.has(at, [.verbS, .noun]) else { return nil }
        return Match(at, through: at, fix: passage.form(.singular, of: at), sure: true)
      }),
    Rule(
      "uncountable_article", .grammar, .high, "“{}” is not counted: no “a”.",
      wrong: "He gave me an advice.", right: "He gave me some advice.",
      .at("a an many several few these those every each", []) { passage, at in
        guard let head = passage.headNoun(from: at + 1), passage.has(head, .mass),
          !passage.has(head, [.noun, .plural, .adjective, .verb]), !passage.isCompound(after: head),
          !passage.token(at, is: "few") || !passage.token(at - 1, is: "a"),
          !passage.token(head, isAny: ["knowledge", "fun", "slang", "wealth"]) || head == at + 1,
          !passage.token(head, isAny: ["wealth", "knowledge", "fun"])
        else { return nil }
        return Match(at, through: head)
      }),
    Rule(
      "much_plural", .grammar, .medium, "“{}” does not go with this noun: “{fix}”.",
      wrong: "There were too much people.", right: "There were too many people.",
      .patterns(
        """
        -how [much] <ns!n|vs|mass> => many
        -how [much] different|other? people => many
        [less] <ns!n|vs|mass|adj> =>? fewer
        [many] <mass!n|ns|adj> => much
        [amount of] people|students|cars|children|countries => number of
        [number of] money|water|time|knowledge|traffic|advice|information =>? amount of
        [fewer] <mass!ns|n|adj> => less
        """)),
    Rule(
      "lot_of_singular", .grammar, .medium, "“{}”: a plural belongs here.",
      wrong: "She has a lot of friend.", right: "She has a lot of friends.",
      .at("of", []) { passage, at in
        guard
          passage.token(
            at - 1, isAny: ["lot", "lots", "number", "variety", "dozens", "plenty", "couple"]),
          let head = passage.headNoun(from: at + 1), passage.has(head, .count),
          !passage.has(head, [.plural, .mass, .verb, .adjective]), !passage.isCompound(after: head)
        else { return nil }
        return Match(head, through: head, fix: passage.form(.plural, of: head), sure: true)
      }),
    Rule(
      "different_singular", .grammar, .medium, "“{}”: a plural or an article is missing.",
      wrong: "I met people from different country.",
      right: "I met people from different countries.",
      .at("different various certain all most some such other", []) { passage, at in
        guard !passage.has(at - 1, [.determiner, .be, .adverb, .intensifier]),
          !passage.token(at - 1, isAny: ["with", "as", "no"]),
          passage.has(at + 1, .count), passage.has(at + 1, .noun), passage[at + 1].isWord,
          !passage.has(at + 1, [.plural, .mass, .adjective, .verb]),
          !passage.isCompound(after: at + 1),
          !passage.token(at, is: "some") || passage.has(at + 1, .person) == false,
          !passage.token(at, is: "some") || passage.has(at + 2, [.preposition])
        else { return nil }
        if passage.token(at, is: "some") { return nil }
        return Match(
          at, through: at + 1,
          fix: passage.form(.plural, of: at + 1).map { "\(passage.text(at)) \($0)" }, sure: false)
      }),
    Rule(
      "kinds_of", .grammar, .medium, "“{}”: several kinds take a plural.",
      wrong: "There are many kind of tea.", right: "There are many kinds of tea.",
      .patterns(
        """
        many|all|different|several|some|two|three|these|those|various [kind|type|sort] of => $2.plural
        [this kinds|types|sorts] of => these $2
        """)),
    Rule(
      "irregular_plural", .grammar, .medium, "The plural is irregular: “{fix}”.",
      wrong: "The childrens are asleep.", right: "The children are asleep.",
      .patterns(
        """
        [childs is] => children are
        [childs was] => children were
        [childs has] => children have
        childrens|childs|childern => children
        peoples => people
        mans => men
        mens -\(owned) => men
        womans => women
        womens -\(owned) => women
        foots|feets => feet
        tooths|teeths => teeth
        mouses|mices => mice
        -my|his|your [wifes] => wives
        knifes => knives
        lifes => lives
        leafs => leaves
        halfs => halves
        persons => people
        sheeps => sheep
        fishs => fish
        somethings => something
        anythings => anything
        everythings => everything
        medias => media
        datas => data
        criterias => criteria
        phenomenons => phenomena
        my|his|her|your long|short|dark|blond|black? [hairs] => hair
        """)),
    Rule(
      "a_an", .grammar, .medium,
      "“{}”: “an” stands before the sound of a vowel, “a” before others.",
      wrong: "It took a hour.", right: "It took an hour.",
      .at("a an", []) { passage, at in
        guard passage[at + 1].isWord, passage[at + 1].shape.isDisjoint(with: [.joined, .nonASCII]),
          !passage[at].shape.contains(.joined), let vowel = passage.beginsWithVowel(at + 1),
          !passage.isMark(at + 1, .quote), !passage.has(at - 1, [.be]) || !passage.isEnd(at + 1)
        else { return nil }
        let isAn = passage.token(at, is: "an")
        guard vowel != isAn else { return nil }
        if !isAn, passage.token(at + 1, isAny: ["in", "is", "as", "and", "or", "of", "on", "at"]) {
          return nil
        }
        // "Vitamin A deficiency", "Văn An met": no articles.
        if passage[at].shape.contains(.capitalised),
          passage[at].shape.isDisjoint(with: [.sentenceStart, .allCapitals])
        {
          return nil
        }
        if passage.token(at + 1, isAny: ["x-ray", "historic", "historical", "hotel"]) {
          return nil
        }
        return Match(
          at, through: at + 1, fix: (isAn ? "a " : "an ") + passage.text(at + 1), sure: true)
      }),
    Rule(
      "double_determiner", .grammar, .high, "“{}”: one of the two is enough.",
      wrong: "This is the my car.", right: "This is my car.",
      .patterns(
        """
        [the|a|an my|your|his|our|their|its] -own <n|ns|mass|adj> => $2
        [the|a|an this|these|those|every|each|any|another] <n|ns|adj|num> => $2
        [my|your|his|our|their the|a|an] => $1
        [this|these my|your|his|our|their] <n|ns>
        [the a|an] => the
        [a|an the] -same <n|ns|adj> => the
        [a some|many] -of -<adj> => $2
        [many|some|most|these|those others] <ns!n|vs> => $1 other
        [the both] => both
        [an other] => another
        [the all] =>? all the
        -the [a <adj> news] -<n|ns> => $3 news
        [a news] -<n|ns> => some news
        [another people] => other people
        [others] people|students|countries|things|ways|places|children|cars|companies|problems|words|languages|products|reasons|jobs => other
        """)),
    Rule(
      "missing_article_be", .grammar, .medium, "“{}” needs “a” or “the”.",
      wrong: "My brother is good student.", right: "My brother is a good student.",
      .at("", .count) { passage, at in passage.bareNoun(at, after: .complement) }),
    Rule(
      "missing_article_object", .grammar, .medium, "“{}” needs “a”, “the” or a plural.",
      wrong: "We need car for the trip.", right: "We need a car for the trip.",
      .at("", .count) { passage, at in passage.bareNoun(at, after: .object) }),
    Rule(
      "missing_article_preposition", .grammar, .medium, "“{}” needs “a”, “the” or a plural.",
      wrong: "I read it in newspaper.", right: "I read it in a newspaper.",
      .at("", .count) { passage, at in passage.bareNoun(at, after: .preposition) }),
    Rule(
      "missing_article_subject", .grammar, .medium, "“{}” needs “a”, “the” or a plural.",
      wrong: "If student has a question, we help.", right: "If a student has a question, we help.",
      .at("", .count) { passage, at in passage.bareNoun(at, after: .clause) }),
    Rule(
      "set_phrase_article", .grammar, .medium, "“{}” takes an article here: “{fix}”.",
      wrong: "We waited for long time.", right: "We waited for a long time.",
      .patterns(
        """
        [for long time] => for a long time
        [in long run|term] => in the long $3
        [in short time] => in a short time
        [as result] => as a result
        [as matter of] fact => as a matter of
        [in hurry] => in a hurry
        [most of time] => most of the time
        [in past] $|, => in the past
        [in world] $|, => in the world
        [in whole world] => in the whole world
        [around|over|throughout world] => $1 the world
        [in same] way|time|place|thing|day => in the same
        [at same time] => at the same time
        -^|the|this|that|these|those|very|exactly|all|a|my|much|one|no [same] <n|ns|time> -<n> => the same
        is|was|are|be [most <adj>] <n|ns|mass> => the most $3
        is|was|be|it's|become [best|worst|biggest|largest|fastest|easiest|cheapest|oldest|highest|greatest] <n> => the $2
        <be> one of [most|best|biggest|main|largest] => the $4
        ~play [important] role|part => an important
        ~play [big|major|key|vital] role|part => a $2
        ~make [mistake] $|<prep> => a mistake
        ~make|~take [decision] => a decision
        ~take [risk] $|<prep|conj> =>? a risk
        ~have [good|great|nice] time => a $2
        ^ [few] days|weeks|months|years ago => a few
        is|was|it's [little bit] => a little bit
        -a|the|next|last|every|first|this [couple of] <ns> -<sub> =>? a couple of
        in [other] hand =>? the other
        on [other] hand|side => the other
        in [middle|beginning|end|center|centre] of => the $2
        at [beginning|end|top|bottom] of => the $2
        go to [cinema|beach|gym|park|theater|bank] => the $3
        ~protect|~save|~pollute|~damage|~harm|~destroy|for|on [environment] $|,|and|but|because => the environment
        ~use|on|from|in|through [internet] $|,|to|and|because|is|when|but => the internet
        ^ [internet] is|has|can|helps|makes|gives|was => the internet
        """)),
    Rule(
      "such_a", .grammar, .medium, "“{}” needs “a”.",
      wrong: "It was such nice day.", right: "It was such a nice day.",
      .at("such", []) { passage, at in
        guard passage.has(at + 1, .adjective), !passage.has(at + 1, .noun),
          passage.has(at + 2, [.count, .time]), passage.has(at + 2, .noun),
          !passage.has(at + 2, [.plural, .mass]), !passage.isCompound(after: at + 2)
        else { return nil }
        return Match(at, through: at + 1, fix: "such a \(passage.text(at + 1))")
      }),
    Rule(
      "lot_of", .grammar, .medium, "It is “a lot of” or “lots of”.",
      wrong: "There is lot of traffic.", right: "There is a lot of traffic.",
      .patterns(
        """
        -a|an|the|whole|this|that|awful|job|each|parking|quite [lot of] => a lot of
        [a lots of] => a lot of
        [a lot] <ns> -<finite> => a lot of
        """)),
    Rule(
      "most_of", .grammar, .medium, "“{}”: say “most people” or “most of the people”.",
      wrong: "Most of people agree.", right: "Most people agree.",
      .patterns(
        """
        [most|many|some|several|few of] people|children|women|men -who => $1
        [most|many|some|several|few of <ns!n|vs|mass|name|num|adj>] -<apostrophe|wh> => $1 $3
        [the most of] <det> =>? most of
        [almost] people|students|children => most
        [all of] people|students|children => all
        """)),
    Rule(
      "possessive_missing", .grammar, .low, "“{}”: the owner takes an apostrophe.",
      wrong: "I met my brothers wife.", right: "I met my brother's wife.",
      .patterns(
        """
        my|his|her|our|their [brothers|sisters|fathers|mothers|friends|bosses|husbands] <count!verbal> =>? $2.singular's
        my|his|your [wifes] -and|or|are|is|was|were _ => wife's
        [mens] \(owned) => men's
        [womens] \(owned) => women's
        [peoples] lives|life|opinions|minds => people's
        """)),
  ]

  /// What is for men or for women.
  private static let owned =
    "room|rooms|clothes|shoes|toilet|toilets|team|teams|rights|department|health|football|bathroom"
}
