/// Takes away the classes of words that their neighbours rule out.
///
/// One pass from left to right, so that what is settled of a word helps with the next. It takes away
/// only what is surely ruled out; a word that stays in doubt keeps all that it can be, and rules that
/// need to be sure ask for a class *without* others.
enum Tagger {
  static func tag(_ passage: Passage) {
    let verbs: WordClass = [.verb, .verbS, .past]
    for index in 1..<max(passage.count - 1, 1) {
      let token = passage.tokens[index]
      guard token.kind == .word, !token.classes.isEmpty else { continue }
      var classes = token.classes
      let before = passage.tokens[index - 1]
      if classes.has(verbs), classes.has([.noun, .plural, .mass, .adjective]) {
        settle(&classes, passage: passage, index: index, before: before)
      }
      if classes.contains(.preposition), token.classes.contains(.verb),
        before.classes.has([.modal, .do])
      {
        classes.remove(.preposition)
      }
      passage.tokens[index].classes = classes
    }
  }

  /// Chooses between noun or adjective and verb where the word before decides.
  private static func settle(
    _ classes: inout WordClass, passage: Passage, index: Int, before: Token
  ) {
    let verbs: WordClass = [.verb, .verbS, .past]
    let names: WordClass = [.noun, .plural, .mass, .count, .person]
    var anchor = before.classes
    // "did not always work": what stands before the adverb decides.
    var back = index - 1
    while back > 1, anchor.has([.frequency, .negation]) || anchor == .adverb,
      !anchor.has([.modal, .do, .be, .have, .subject])
    {
      back -= 1
      anchor = passage.tokens[back].classes
    }
    if anchor.has([.modal, .do]), !anchor.has([.noun]) {
      if classes.contains(.verb) { classes.subtract(names) }
    } else if anchor.has([.subjectI, .subjectOne, .subjectMany]), !anchor.has([.object, .be]) {
      classes.subtract(names)
    } else if anchor.has([.article, .possessive]) || anchor == .each {
      classes.subtract(verbs)
    } else if anchor.has([.preposition]), !anchor.has([.subordinator, .adverb, .verb]),
      !passage.token(back, is: "to"), !passage.token(back, is: "like")
    {
      classes.subtract(verbs)
    } else if passage.token(back, is: "to"), classes.contains(.verb), !classes.has([.plural]),
      !passage.has(back - 1, [.gerund])
    {
      // "to work" is a verb unless a way or a giving goes before: left in doubt there.
      if passage.has(index + 1, [.determiner, .object, .reflexive]) { classes.subtract(names) }
    } else if passage.token(index - 1, is: "this"), classes.contains(.verb),
      !passage.token(
        index - 2, isAny: ["make", "makes", "made", "let", "have", "see", "help", "watch", "hear"])
    {
      // "This point": no base form follows "this", but a third person may.
      classes.remove(.verb)
    } else if anchor == .adjective, passage.has(back - 1, [.article, .possessive]) {
      classes.subtract(verbs)
    }
  }
}
