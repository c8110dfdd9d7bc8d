/// Advice on the default focuses, for turns in which the text itself gives no occasion.
///
/// Each is an order that can be followed in the next message. A focus of the learner's own has none.
enum FocusTips {
  static func tips(for focusId: String) -> [String] { all[focusId] ?? [] }

  private static let all: [String: [String]] = [
    "focus_grammar": [
      "tell me the same thing as if it had happened last week, and watch each verb.",
      "before you send, read only the verbs and ask who does each of them.",
      "use one sentence with \u{201C}if\u{201D} in your next message.",
      "check that every countable thing has \u{201C}a\u{201D}, \u{201C}the\u{201D} or an "
        + "\u{201C}s\u{201D}.",
      "join two of your short sentences with \u{201C}although\u{201D} or \u{201C}so that\u{201D}.",
    ],
    "focus_word_choice": [
      "swap one general word, like \u{201C}good\u{201D} or \u{201C}thing\u{201D}, for an exact one.",
      "use a stronger verb in place of a verb with an adverb.",
      "say it with the word that your listener would use.",
      "name the thing itself where you would write \u{201C}it\u{201D} or \u{201C}this\u{201D}.",
      "pick one word you learned lately and give it a sentence.",
    ],
    "focus_clarity": [
      "put the main point into your first sentence.",
      "keep to one idea a sentence in your next message.",
      "give one example that somebody could picture.",
      "say who does what: a person as the subject, an action as the verb.",
      "end with the one thing your listener should remember.",
    ],
    "focus_conciseness": [
      "say the same in half the words.",
      "leave out the first sentence and see whether anything is missing.",
      "cut \u{201C}really\u{201D}, \u{201C}very\u{201D} and \u{201C}just\u{201D} wherever they stand.",
      "answer in one sentence first, and give the reason in a second.",
      "turn \u{201C}the fact that\u{201D} and its kind into one word.",
    ],
    "focus_assertiveness": [
      "say \u{201C}I recommend\u{201D} where you would say \u{201C}maybe we could\u{201D}.",
      "ask for what you want in one plain sentence, with a date.",
      "state your view first, and your reason after it.",
      "leave the apology out unless you did something wrong.",
      "say no in the first five words, and offer what you can do instead.",
    ],
    "focus_fluency": [
      "link your next two sentences with \u{201C}because\u{201D} or \u{201C}that is why\u{201D}.",
      "tell it in order: first, then, in the end.",
      "write it as you would say it aloud, without stopping to repair.",
      "begin two sentences in a row with different words.",
      "mix one long sentence with one short one.",
    ],
    "focus_tone": [
      "name what the other person gains before you ask for anything.",
      "turn \u{201C}you didn't\u{201D} into \u{201C}I haven't seen\u{201D}.",
      "thank them for one definite thing.",
      "ask a question where you would give an order.",
      "write the sentence as if they were having a hard day.",
    ],
    "focus_persuasion": [
      "give one number that shows the benefit.",
      "name the strongest objection yourself, and answer it.",
      "end with one clear ask: what, and by when.",
      "begin with their problem, before your solution.",
      "back one claim with something that really happened.",
    ],
  ]
}
