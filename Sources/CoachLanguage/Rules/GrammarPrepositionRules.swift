/// Prepositions: too many, missing, or the wrong one.
enum GrammarPrepositionRules {
  static let rules: [Rule] = [
    Rule(
      "needless_preposition", .grammar, .medium,
      "“{}”: this verb takes its object directly, “{fix}”.",
      wrong: "We discussed about the plan.", right: "We discussed the plan.",
      .patterns(
        """
        [~discuss about] => $1
        [~mention about] => $1
        [~explain about] -<adv> => $1
        [~describe|~consider about] => $1
        ^ [following to] <art|my|this> => following
        <subj|modal|to> [~support|~help to] <him!i|they> => $2
        [~emphasize on|about] => $1
        [emphasise|emphasises|emphasised on] => $1
        <subj|modal|to> [approach to] <him!my|art|my> => $2
        [~resemble to|with] => $1
        [marry|marries|marrying with|to] <him|art|my> => $1
        [~enter into|in|to] the|a|my room|house|building|class|classroom|school|university|office => $1
        [~reach to] the|a|my|home|their|our => $1
        <subj|modal|to> [~answer to] <him!my> =>? $2
        [~ask to] <him!my> -to -<v> => $1
        [~tell to] <him> => $1
        <subj|modal|to> [~phone|~call to] <him> => $2
        <subj|modal|to> [contact with|to] <him|art|my> => $2
        <subj|modal|to|n|ns> [~affect on] => $2
        [~attend to|in] the|a|this meeting|class|conference|course|school|party|lesson => $1
        <subj|modal|to> [~request for] <art|my> => $2
        <subj|modal> [~order for] a|the|some => $2
        <subj|modal|to> [~visit to] <him|my|art> => $2
        <subj|modal|to> [face|faces with] <n|ns|art|adj> => $2
        <they|i|ns> [lack of] <n|ns|mass> =>? lack
        [~comprise of] => $1
        [despite of] => despite
        [despite the fact of] => despite
        [~go|~come|~went|~get to] home|abroad|there|here|downtown|upstairs -<n|adj> => $1
        [in abroad] => abroad
        [to abroad] => abroad
        [~go to] shopping|swimming|fishing|camping|hiking|skiing => $1
        [~cope up] with => $1
        [besides of] => besides
        <subj|modal|to> [~join to|with] the|a|our|my|this => $2
        <subj|modal> [~influence on|to] <him|art|ns> => $2
        [lacks|lacked|lacking of] => $1
        please [contact with] <him|art|my> => contact
        ~go [for shopping|swimming|fishing|skiing|hiking|dancing|camping|jogging] => $3
        """)),
    Rule(
      "missing_preposition", .grammar, .medium, "“{}” lacks a preposition: “{fix}”.",
      wrong: "I listen music every day.", right: "I listen to music every day.",
      .patterns(
        """
        [~listen] music|radio|songs|podcasts|<him!i|they>|the|my|a -<sub> => $1 to
        [~wait] me|him|us|them => $1 for
        [~wait] the|a|my|your bus|train|answer|reply|result|results => $1 for
        [~agree] you|him|me|them $|,|about|on|that|because|and|but => $1 with
        [~agree] my|your|his|her|their|our idea|opinion|view|point|suggestion|proposal => $1 with
        [~agree] the|this|that|these statement|idea|opinion|view|point => $1 with
        [~disagree] you|him|me|them|this => $1 with
        [~disagree] the|that statement|idea|opinion|view|point => $1 with
        [~depend] the|your|my|his|their => $1 on
        [~rely] the|your|my|his|their|<him> => $1 on
        [~belong] me|you|him|us|them|the => $1 to
        [~apologize] the|my|<him> => $1 for
        [~participate] the|this|a|many|some|any => $1 in
        [graduated|graduating] university|college|high => $1 from
        [in spite] -of => in spite of
        <subj|modal|to|not> [~deal] the|this|these|those|problems|people|my|their => $2 with
        [~look] the|a|this|my picture|book|photo|word => $1 at
        [~go] school|university|college|bed|church -<n> => $1 to
        [~go] <art> -<adj> cinema|park|market|beach|gym|store|shop|university|library|school => $1 to
        [according] -to => according to
        [~talk|~speak] me|him|us|them -through|into|out|down|up|over => $1 to
        [~reply|~respond] me|him|us|them|your|my => $1 to
        [~arrive] the|my|our|a airport|station|office|hotel|house|city|school|place|party|country|town => $1 at
        look|looking|looks [forward] hear|hearing|see|seeing|meet|meeting|your|the|it|<him> => forward to
        [~explain me|us|him] -<prep> => $1 to $2
        [~explain you|them] <art>|that|how|what|why|my|your|our|this => $1 to $2
        [~suggest|~describe me|us] <art>|that|how|what|my|your|our|this => $1 to $2
        -$ [instead] <ing> -, => instead of
        <subj|not|modal|to> [care|cares] other|people|them|him|me => $2 about
        [next] the|my|our house|door|school|station => next to
        <subj> looked|looks|look [me|him|us|them] $|,|and|with => at $3
        """)),
    Rule(
      "year_preposition", .grammar, .medium, "A year takes “in”: “{fix}”.",
      wrong: "She was born on 1998.", right: "She was born in 1998.",
      .at("on at", []) { passage, at in
        let year = passage.text(at + 1)
        guard passage[at + 1].kind == .number, year.utf8.count == 4,
          year.hasPrefix("19") || year.hasPrefix("20"), passage.has(at - 1, .participle),
          passage.isEnd(at + 2) || passage.isMark(at + 2, .comma)
            || passage.has(at + 2, [.preposition, .conjunction])
        else { return nil }
        return Match(at, through: at + 1, fix: "in \(year)", sure: true)
      }),
    Rule(
      "wrong_preposition_verb", .grammar, .medium, "“{}”: it is “{fix}”.",
      wrong: "It depends of the price.", right: "It depends on the price.",
      .patterns(
        """
        [~depend of|from|at] => $1 on
        [~depend in|to] the|my|your|his|her|what|how|who => $1 on
        [~consist on|by|from] => $1 of
        [~arrive to] -<v> => $1 at
        [~arrive to] school|work -at => $1 at
        [~participate at|on|to] <art|my> => $1 in
        [~congratulate <him> for|about] => $1 $2 on
        [~concentrate in] my|your|his|her|our|their|<ing> => $1 on
        [~concentrate to] => $1 on
        <subj|modal|to|not|ns> [~focus in] my|your|his|her|our|their|<ing> => $2 on
        <subj|modal|to|not> [~focus to] <art|my|ing> => $2 on
        [~succeed on] => $1 in
        [~specialize on|at|for|about] => $1 in
        [~prefer _ than] => $1 $2 to
        [~suffer of|by] => $1 from
        [leads|led into] <art|adj|n|ns> =>? $1 to
        will|can|may|could|would [result on|to] => $2 in
        [resulted on|to] => resulted in
        [~contribute on|for] => $1 to
        [~contribute in] <art|my|ing> => $1 to
        [~accuse <him> for] => $1 $2 of
        [~prevent _ to <v>] => $1 $2 from $4.ing
        [~protect <him> of] => $1 $2 from
        [~spend _ for] <ing> => $1 $2
        [~insist in|to] => $1 on
        [~believe on|at|to] => $1 in
        [~search about] => $1 for
        [~wait to] <him> => $1 for
        [~laugh on|of] <him> => $1 at
        [~listen of] => $1 to
        [~pay attention on|at|for] => $1 attention to
        [~take care about|for] => $1 care of
        [~dream with] => $1 about
        [~compare _ than] =>? $1 $2 with
        """)),
    Rule(
      "wrong_preposition_adjective", .grammar, .medium, "“{}”: it is “{fix}”.",
      wrong: "She is married with a lawyer.", right: "She is married to a lawyer.",
      .patterns(
        """
        [married with] => married to
        [interested on|about|at|for|to|with] -<v> => interested in
        [interested to <v>] =>? interested in $3.ing
        [interesting in|on|about] <ing|art|n|ns|this|my> => interested in
        [good|bad|excellent|terrible in] <ing>|english|spanish|french|german|maths|math|mathematics|physics|sport|sports|languages => $1 at
        [capable to <v>] => capable of $3.ing
        [capable for|in] => capable of
        [responsible of|about|on] => responsible for
        [responsible] the|my|your|his|their|our|this => responsible for
        [afraid from|about] => afraid of
        [scared from] => scared of
        [satisfied from|of|about|by] => satisfied with
        [proud for|about|with|from] => proud of
        [famous about|of] <nominal|art|my> => famous for
        [full with] => full of
        [tired about] <ing|art|my|this> => tired of
        [similar with|as|like|than] => similar to
        [same like] => same as
        [different of|as] -<adj> => different from
        [aware about|on] => aware of
        [angry on|to] <him> => angry with
        [jealous from|on|with] => jealous of
        [addicted on|with|in] => addicted to
        [familiar to|about|of] <art|my|this> =>? familiar with
        [popular to|between] people|students|children => popular with
        [related with|of|on] => related to
        [superior than] => superior to
        [worried of|with] => worried about
        [excited for|of|with] <ing> => excited about
        [keen to] <ing> => keen on
        [essential|necessary to] <him!my> to => $1 for
        [based in|of] <art|my|this> fact|idea|opinion|experience => based on
        [dependent of|from|in] => dependent on
        [dressed with] => dressed in
        [rich of] => rich in
        [different with] <him|art|my|this> => different from
        [interesting in] <mass|name> => interested in
        """)),
    Rule(
      "wrong_preposition_noun", .grammar, .medium, "“{}”: it is “{fix}”.",
      wrong: "In the other hand, it is cheap.", right: "On the other hand, it is cheap.",
      .patterns(
        """
        [in|at|by|from the other hand] => on the other hand
        ^ [in|at|by one hand] , => on one hand
        [in|on|at my point of view] => from my point of view
        [from|by|for|on my opinion] => in my opinion
        [according to my opinion] => in my opinion
        [at my opinion] => in my opinion
        [in other side|hand] =>? on the other hand
        [by other hand|side] => on the other hand
        [in the same time] => at the same time
        [on|at the contrast] => in contrast
        ^ [at|by the end] , => in the end
        [on the future] => in the future
        [at|on the past] => in the past
        [in nowadays] => nowadays
        [at nowadays] => nowadays
        [in these days] -of => these days
        [in internet] => on the internet
        [on internet] => on the internet
        [in the internet] => on the internet
        [at internet] => on the internet
        [in tv|television] => on $2
        [in the tv|television|radio] => on the $3
        [reason of] <ing|this|art|my> =>? reason for
        [in] two|three|four|some|several|many|these|those|various reasons => for
        [demand of] more|higher|<art> =>? demand for
        [solution of|for] <art|this> problem|problems|crisis => solution to
        [attention on|for|at|of] <art|my|this> =>? attention to
        [access of|for|in] <art|ns|mass> -<n> =>? access to
        [advantage to] <v> =>? advantage of
        [in|at purpose] => on purpose
        [in a long term] => in the long term
        [by foot|feet] => on foot
        [in average] => on average
        [in accident] => by accident
        [with other words] => in other words
        [in case that] <subj> => in case
        [for a example] -of => for example
        [for an example] -of => for example
        [as example] => as an example
        [as instance] => for example
        [for examples] => for example
        [by the way of] <ing> => by way of
        [in the age of] <num> => at the age of
        [on the age of] => at the age of
        [from the one side|hand] => on the one hand
        [by my|your|his|her|our|their own] $|,|<prep|conj|sub> => on $2 own
        [by this way] => in this way
        [at|on the afternoon|evening] $|,|<subj> => in the $3
        [at the morning] -of -<n> => in the morning
        """)),
    Rule(
      "time_preposition", .grammar, .medium, "“{}”: it is “{fix}”.",
      wrong: "The meeting is in Monday.", right: "The meeting is on Monday.",
      .patterns(
        """
        [in|at monday|tuesday|wednesday|thursday|friday|saturday|sunday] -morning -<n> => on $2
        [on|at january|february|april|june|july|september|october|november|december] -the|<num|ord> => in $2
        [in|on|at last|next|this|every week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday] => $2 $3
        [in|on|at yesterday|tomorrow|today] -<apostrophe> => $2
        [in weekend|weekends] => on weekends
        [in the weekend|weekends] => on the $3
        [during] <num> years|months|weeks|days|hours|minutes => for
        [before <num> years|months|weeks|days] $ =>? $2 $3 ago
        [at|on the morning|afternoon|evening] -of|before|after|<subj|n|ns> => in the $3
        [in night] => at night
        [on|in noon|midnight] => at $2
        [at summer|winter|spring|autumn] -<n|ns> => in $2
        """)),
  ]
}
