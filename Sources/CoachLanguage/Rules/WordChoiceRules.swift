/// Clichés, empty intensifiers, words that another would say better.
enum WordChoiceRules {
  static let rules: [Rule] = [
    Rule(
      "cliche", .wordChoice, .low, "“{}” is worn out: say it in your own words.",
      suggestion: "say it plainly",
      wrong: "We must think outside the box.", right: "We must try what nobody has tried.",
      .patterns(
        """
        think|thinking outside the box
        at the end of the day
        low hanging|low-hanging fruit
        move the needle
        win win|win-win
        game changer|game-changer
        hit the ground running
        touch base
        circle back
        the tip of the iceberg
        every cloud has a silver
        it is what it is
        push the envelope
        on the same page
        back to square one
        the best of both worlds
        crystal clear
        last but not least
        when all is said and done
        time will tell
        avoid like the plague
        easier said than done
        in this day and age
        go the extra mile
        a double edged|double-edged sword
        every coin has two sides
        hand in hand with
        with the development of science|society|technology
        """)),
    Rule(
      "empty_intensifier", .wordChoice, .low, "“{}”: a stronger word needs no “very”: “{fix}”.",
      wrong: "The room was very big.", right: "The room was huge.",
      .patterns(
        """
        very|really big|large =>? huge
        very|really small =>? tiny
        very|really bad =>? awful
        very|really good =>? excellent
        very|really happy =>? delighted
        very|really sad =>? miserable
        very|really tired =>? exhausted
        very|really hungry =>? starving
        very|really angry =>? furious
        very|really cold =>? freezing
        very|really hot =>? boiling
        very|really interesting =>? fascinating
        very|really important =>? vital
        very|really difficult|hard -to =>? tough
        very|really easy -to =>? effortless
        very|really beautiful =>? gorgeous
        very|really scared|afraid =>? terrified
        very|really surprised =>? astonished
        very|really old =>? ancient
        very|really smart|clever =>? brilliant
        very|really nice =>? lovely
        """)),
    Rule(
      "plain_word", .wordChoice, .low, "“{}”: the plain word is “{fix}”.",
      wrong: "Please utilize the side door.", right: "Please use the side door.",
      .patterns(
        """
        utilize|utilise => use
        utilizes|utilises => uses
        utilized|utilised => used
        utilizing|utilising => using
        ~commence =>? start
        ~terminate =>? end
        ~endeavor to =>? try to
        ~ascertain =>? find out
        ~facilitate =>? help
        ~purchase <art|my|some|ns> =>? buy
        ~obtain <art|my|some|ns> =>? get
        ~inquire =>? ask
        ~demonstrate that|how =>? show
        ~assist <him> =>? help
        ~require <him> to =>? ask
        thereafter =>? then
        henceforth =>? from now on
        herewith =>? here
        aforementioned =>? this
        notwithstanding =>? despite
        plethora of =>? many
        myriad of =>? many
        """)),
    Rule(
      "revert_reply", .wordChoice, .medium,
      "“{}”: to revert is to go back to what was; say “{fix}”.",
      wrong: "Please revert to me soon.", right: "Please reply to me soon.",
      .patterns(
        "[revert] to me|us|him|her|them => reply\nplease [revert] => reply\nkindly [revert] => reply\n[revert back] =>? reply\nwill [revert] $ => reply"
      )),
    Rule(
      "office_english", .wordChoice, .low, "“{}” is stiff: “{fix}”.",
      wrong: "Kindly do the needful.", right: "Please do what is needed.",
      .patterns(
        """
        do the needful =>? do what is needed
        kindly <v> => please $2
        please kindly =>? please
        as per your|our|the =>? as in
        at the earliest =>? soon
        at your earliest convenience =>? soon
        ~prepone =>? bring forward
        out of station =>? away
        for your kind information =>?
        please find attached =>? I attach
        enclosed please find =>? I enclose
        i beg to =>? I
        myself <name> =>? I am
        discuss the same =>? discuss it
        the same $ =>?
        passed out of|from college|university|school =>? graduated from
        good name =>? name
        """)),
    Rule(
      "good_thing", .wordChoice, .low, "“{}” says little: which quality do you mean?",
      suggestion: "name the quality",
      wrong: "It was a good thing for us.", right: "It saved us a week.",
      .patterns(
        "a good|bad|nice|great thing -to -that -is -about\ngood|bad|nice things -about -to\nit|that was nice $\nvery nice $"
      )),
    Rule(
      "get_overuse", .wordChoice, .low, "“Get” again: choose the exact verb.",
      suggestion: "receive, become, arrive, understand …",
      wrong: "I got the mail and got worried and got home.",
      right: "I received the mail and drove home worried.",
      .at("~get", []) { passage, at in
        var count = 0
        for index in stride(from: at - 1, through: max(at - 15, 1), by: -1)
        where passage[index].lemma == passage[at].lemma {
          count += 1
        }
        return count == 2 ? Match(at, through: at) : nil
      }),
    Rule(
      "informal_contraction", .wordChoice, .low, "“{}” is for speech; in writing it is “{fix}”.",
      wrong: "We are gonna send the contract to the customer on Monday morning.",
      right: "We are going to send the contract to the customer on Monday morning.",
      .at("gonna wanna gotta kinda lemme gimme", []) { passage, at in
        var start = at
        while start > 1, at - start < 10, !passage[start].shape.contains(.sentenceStart) {
          start -= 1
        }
        var words = 0
        var index = start
        while index < passage.count - 1, words < 10, !passage.isEnd(index) {
          words += 1
          index += 1
        }
        guard words >= 10 else { return nil }
        let fixes: [(StaticString, String)] = [
          ("gonna", "going to"), ("wanna", "want to"), ("gotta", "have to"), ("kinda", "rather"),
          ("lemme", "let me"), ("gimme", "give me"),
        ]
        return Match(at, through: at, fix: fixes.first { passage.token(at, is: $0.0) }?.1)
      }),
  ]
}
