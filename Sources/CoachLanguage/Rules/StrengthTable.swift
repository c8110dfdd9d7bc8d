/// What texts can do well: patterns as those of the rules, read the other way.
enum StrengthTable {
  /// The message of a strength is its phrase: "you gave a number".
  static let rules: [Rule] = [
    strength(
      "number", .persuasion, "you gave a number", "It saves 20 minutes a day.",
      "<num> percent|euros|dollars|pounds|minutes|hours|days|weeks|months|years|clients|customers|people|users|times\n~save|~cut|~reduce|~increase|~grow _? _? by? <num>"
    ),
    strength(
      "benefit", .persuasion, "you named what the other gains", "It saves you time.",
      "save|saves|saving you|your|time|money\nso that|you you|can|get\nhelps|help you|your|customers|people|teams <v|n|ns>\nyou can|will|get save|get|see|earn|focus|spend|reach|reduce\nmeans you|that|your"
    ),
    strength(
      "evidence", .persuasion, "you gave evidence", "According to our survey, most agree.",
      "according to -me\n~show that|how\nstudies|research|data|survey|results show|shows|showed|suggest|suggests|found\nfor example\none of our clients|customers"
    ),
    strength(
      "call_to_action", .persuasion, "you asked for the next step", "Shall we start on Monday?",
      "shall we\ncan|could we start|meet|schedule|agree|sign|begin|talk\nwould you like to try|start|see|test|join\nare you ready to\nlet's start|meet|schedule|begin|set|agree"
    ),
    strength(
      "clear_ask", .assertiveness, "you asked for something definite, with a date",
      "Could you send it by Friday?",
      "could|can|would|please you? send|finish|give|review|confirm|check|help|let|move|share|approve|sign|reply|call|pay _? _? _? _? _? by|before|on|until monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|tonight|<num>|the|end"
    ),
    strength(
      "direct_ask", .assertiveness, "you asked directly", "Could you send me the report?",
      "could|can|would you <v> _\ni need|want|expect|ask you to\ni'd like to ask|request|discuss|propose\ni would like to ask|request|discuss|propose\nplease <v> _"
    ),
    strength(
      "own_view", .assertiveness, "you said plainly what you think or want",
      "I recommend the second plan.",
      "i recommend|propose|suggest|disagree|decided|want|need|insist|believe\nmy recommendation|proposal|position is\ni am|'m not comfortable|available\ni'm not comfortable|available\ni can't|cannot|won't accept|take|agree|do"
    ),
    strength(
      "reason", .assertiveness, "you gave your reason", "I want a raise because I lead the team.",
      "i need|want|disagree|propose|suggest|recommend|deserve|can't|cannot _? _? _? _? _? because"),
    strength(
      "example", .clarity, "you gave an example", "Some fruits, for example apples, keep well.",
      "for example|instance\nsuch as\ne.g"),
    strength(
      "order", .clarity, "you put your points in order", "First, we plan. Then we build.",
      "^ first|firstly\n^ second|secondly\n^ finally|lastly\n^ then|next ,?\nfirst of all\nthere are two|three|four reasons|steps|points|options|parts"
    ),
    strength(
      "definition", .clarity, "you explained what you mean", "In other words, it is free.",
      "in other words\nthat is ,\nthis|that|which means\nby _ i mean\nthe goal|point|problem|reason|idea|aim|result is|was"
    ),
    strength(
      "courtesy", .tone, "you were courteous", "Thank you for your time.",
      "thank|thanks you|for|so|a\nplease <v>\ni|we appreciate\nnice|great|good|pleased to meet|see|hear"
    ),
    strength(
      "empathy", .tone, "you showed that you see the other side",
      "I understand that it is late for you.",
      "i|we understand that|how|your|why|you\ni hear you|that\ni|we see your|why|that\nyou|your are|'re|point right|is|'s good|fair\nthat must be|have"
    ),
    strength(
      "linking", .fluency, "you linked your ideas", "I stayed because it rained.",
      "<n|ns|v|adj|adv|him|mass|past|part> [because|although|however|therefore|while|whereas|so]\n^ however|therefore|although|meanwhile|because|when|after|while|since|as _\non the other hand\nas a result\neven though|if|so"
    ),
    strength(
      "story_time", .fluency, "you told it in the order of time", "After that, we left.",
      "after that|this\n^ then|later|afterwards|suddenly|eventually|finally\na few|two|three days|weeks|months|years later\nwhen i was|worked|started|joined|came|got"
    ),
    strength(
      "strong_verb", .wordChoice, "you used a strong verb", "I led the team.",
      "i|we led|built|created|designed|launched|solved|negotiated|achieved|improved|delivered|organized|developed|trained|doubled|cut|won|increased|reduced"
    ),
  ]

  private static func strength(
    _ key: String, _ focus: FocusKind, _ phrase: String, _ example: String, _ patterns: String
  ) -> Rule {
    Rule(key, focus, .low, phrase, wrong: example, right: "", .patterns(patterns))
  }

  /// The strengths of a text, each kind once, in the order of the text; those of the whole last.
  static func strengths(
    _ matches: [RuleMatch], passage: Passage, findings: [Finding], measures: TextMeasures
  ) -> [Strength] {
    var strengths: [Strength] = []
    for found in matches.sorted(by: { $0.match.first < $1.match.first }) {
      let rule = rules[found.rule - RuleTable.all.count]
      guard !strengths.contains(where: { $0.key == rule.key }) else { continue }
      strengths.append(
        Strength(
          key: rule.key, focusId: rule.focusId, phrase: rule.message,
          span: Int(
            passage[found.match.first].scalarStart)..<Int(
              passage[found.match.last].scalarEnd)))
    }
    func isFaultless(_ focus: FocusKind) -> Bool { !findings.contains { $0.focusId == focus.id } }
    if measures.words >= 10, isFaultless(.grammar) {
      strengths.append(
        Strength(
          key: "grammar.clean", focusId: FocusKind.grammar.id,
          phrase: "you wrote \(measures.words) words without an error", span: nil))
    }
    if measures.sentences >= 2, measures.words >= 16, measures.words <= measures.sentences * 18,
      measures.longestSentence <= 25
    {
      strengths.append(
        Strength(
          key: "clarity.short_sentences", focusId: FocusKind.clarity.id,
          phrase: "you kept your sentences short", span: nil))
    }
    if measures.words >= 12, measures.words <= 60, isFaultless(.conciseness) {
      strengths.append(
        Strength(
          key: "conciseness.brief", focusId: FocusKind.conciseness.id,
          phrase: "you said it in \(measures.words) words", span: nil))
    }
    return strengths
  }
}
