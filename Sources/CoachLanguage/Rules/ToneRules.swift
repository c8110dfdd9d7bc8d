/// Condescension, absolutes, blame, shouting, demands.
enum ToneRules {
  static let rules: [Rule] = [
    Rule(
      "condescension", .tone, .medium, "“{}” can sound as if the reader were slow.",
      suggestion: "leave it out",
      wrong: "As you should know, we close at five.", right: "We close at five.",
      .patterns(
        """
        as you should|must know
        as i|we already|have said|told|explained|mentioned already?
        as i said before
        per my last email|mail|message
        obviously ,|you|it|this
        it's obvious that
        it is obvious that you
        everyone|everybody knows that
        you clearly don't|didn't|do
        you don't understand
        you should have known
        let me explain it|this again|slowly
        for your information
        calm down
        it's not rocket science
        it's not that hard|difficult
        with all due respect
        no offense|offence but|,
        """)),
    Rule(
      "absolute", .tone, .low, "“{}” invites an exception: say how often.",
      suggestion: "name the case that you mean",
      wrong: "You always come late.", right: "You came late on Monday and on Tuesday.",
      .patterns(
        "you always <verbal>\nyou never <verbal>\nyou people\nnobody|no-one here ever?\nyou keep <ing>\nnobody|everyone ever|always <verbal>"
      )),
    Rule(
      "blame", .tone, .medium, "“{}” blames: say what happened and what you need.",
      suggestion: "I need …",
      wrong: "It's your fault that we lost.", right: "We lost because the file came late.",
      .patterns(
        "your|his|her|their fault\nyou made me\nbecause of you\nyou failed to\nyou forgot to -me\nyou did|made|got it|this|that wrong\nhow could you\nwhat is|'s wrong with you\nwhat's wrong with you\nyou ruined"
      )),
    Rule(
      "demand", .tone, .low, "“{}” orders: a question or “please” gets further.",
      suggestion: "please …",
      wrong: "You must send it now.", right: "Please send it today.",
      .patterns(
        "you must <v> _? _? now|immediately|asap\nyou have|need to <v> _? _? now|immediately|asap\ni demand\ndo it|this|that now|immediately\nsend|give|tell me _? now|immediately|asap"
      )),
    Rule(
      "shouting", .tone, .medium, "“{}”: words in capitals read as shouting.",
      suggestion: "small letters",
      wrong: "I NEED THIS TODAY please.", right: "I need this today, please.",
      .written(.allCapitals) { passage, at in
        func isLoud(_ index: Int) -> Bool {
          passage[index].shape.contains(.allCapitals)
            && passage[index].scalarEnd - passage[index].scalarStart > 3
            && !passage[index].classes.isEmpty
        }
        guard isLoud(at), !isLoud(at - 1),
          isLoud(at + 1) || (passage[at + 1].shape.contains(.allCapitals) && isLoud(at + 2))
        else { return nil }
        var end = at
        while passage[end + 1].shape.contains(.allCapitals) { end += 1 }
        return Match(at, through: end)
      }),
    Rule(
      "many_exclamations", .tone, .low, "One exclamation mark is enough.",
      suggestion: "one mark",
      wrong: "We won!!! Great!!!", right: "We won! Great.",
      .written(.beforeRepeated) { passage, at in
        passage.isMark(at + 1, .exclamation) && passage[at + 1].shape.contains(.repeated)
          && passage[at + 1].end - passage[at + 1].start >= 3
          ? Match(at, through: at + 1) : nil
      }),
    Rule(
      "harsh_word", .tone, .medium, "“{}” hurts more than it says.",
      suggestion: "say what is wrong with it",
      wrong: "That is a stupid plan.", right: "The plan has no date.",
      .patterns(
        """
        stupid|dumb|idiotic|ridiculous|pathetic|useless|terrible idea|plan|proposal|decision|person|people|excuse -question
        you are|'re|were stupid|dumb|lazy|useless|an
        you're stupid|dumb|lazy|useless|wrong $
        shut up
        that's nonsense|ridiculous|stupid
        i don't care
        whatever $
        hate you|him|her|them
        waste of time
        """)),
    Rule(
      "sarcasm", .tone, .low, "“{}” can be read as sarcasm.",
      suggestion: "say it straight",
      wrong: "Thanks for nothing.", right: "I had hoped for an answer.",
      .patterns(
        "thanks for nothing\ngood luck with that\nnice try\noh really ?\nif you say so\nlike i care\nbig deal\nyeah right"
      )),
    Rule(
      "passive_aggression", .tone, .low, "“{}” has an edge.",
      suggestion: "ask directly",
      wrong: "I'm surprised you didn't read it.", right: "Did you have time to read it?",
      .patterns(
        "i'm surprised you|that|nobody\ni thought you|we knew|agreed|said\nas previously stated|mentioned\nin case you missed|forgot|didn't\njust so you know\nfriendly reminder\ngoing forward ,? please?\nnot sure if you"
      )),
  ]
}
