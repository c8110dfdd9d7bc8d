/// Phrases by which a learner asks how it went.
enum FeedbackPhrases {
  static let rows: [(TurnCue, String)] = [
    (
      .feedback,
      """
      how did i do
      how was i $
      any|some|your feedback
      ^ feedback please
      ^ feedback
      give|gimme me ~ feedback
      get|have|hear ~ feedback
      feedback on
      what could|can|should|must i improve
      what could|can|should|would i do|have done better|differently
      what should i work on
      where can|could|should i improve
      how can|could|should i improve it|this|that|my
      how could|can|do i make it|this|that better
      check|correct my ~ message|text|answer|turn|sentence|sentences|pitch|email|speech
      look at my ~ message|text|answer|turn|sentence|sentences|pitch|email|speech
      rate my|me|this|that|it
      score my|me|this|that|it
      evaluate|assess|critique|grade my|me|this|that|it
      review my|this|that
      how was that|it|my|this
      how did that|it|i sound|go|come
      was that|it|this ok|okay|good|better|clear|fine|right|convincing|correct
      did i do|sound ok|okay|well|good|fine|right|better|convincing|it
      what did you think
      what do you think of|about my pitch|answer|story|english|letter|email|text|message|speech|talk|performance
      what do you think of|about it|this|that $
      how would you rate|score
      how am i doing
      what did i do wrong|well
      where did i go wrong
      any mistakes
      did i make ~ mistakes|mistake
      tell me how i did
      am i getting better
      any tips|comments|thoughts on|about my|that|this
      how do i sound
      is my ~ good|ok|okay|better|clear
      how is|was|are|were my ~ so far|now|today
      how is|was|are|were my grammar|english|pronunciation|tone|pitch|answer|answers|story|text|email|performance|style|vocabulary
      was|is|are|were my ~ good|ok|okay|better|clear|right|correct|polite|strong|convincing|fine|enough|too
      did i ~ convince|persuade|do|explain|handle|answer|sound
      do you think|find ~ i|my|it ~ was|were|is|did|good|clear|enough|convincing
      does|do|did it|that|this|i sound too|right|ok|okay|good|natural|polite|rude|clear|convincing|professional|better
      give me ~ critique|criticism|review|verdict|score|grade
      your verdict|opinion|thoughts on|about my|that|this
      """
    ),
    (
      .verdict,
      """
      was|were i|it|that|this|my|the too
      was|were i|it|that|this|my|the ~ clear|good|ok|okay|fine|better|enough|right|polite|rude|convincing|correct|direct|strong|natural
      is it|that|this too
      is it|that|this ~ enough
      did i|it|that|this work|help|convince
      """
    ),
    (
      .opinionRequest,
      """
      what do|did you think
      what would you say
      your opinion|thoughts
      any thoughts
      """
    ),
  ]
}
