/// Phrases of questions to the coach, and of what is about the sessions themselves.
enum QuestionPhrases {
  static let rows: [(TurnCue, String)] = [
    (
      .coachQuestion,
      """
      can|could|would|will you explain|teach|show|correct
      can|could|would|will you give|tell|help me
      can|could|would|will you recommend|remind|fix|ask|find|suggest
      can|could|shall we talk|speak about
      please explain|correct
      how do|can|should|would i|you|we write|improve|learn|practise|practice
      ^ tell me a|some|about|more|how|what|why
      ^ show me
      ^ explain|define|correct
      do you have|know any|some|a
      are you a|an|human|real|there
      who are you
      what can you do
      how do you work
      how does this work
      give me ~ tips|advice|examples|example
      """
    ),
    (
      .languageQuestion,
      """
      what does|do|did ~ mean
      what is|s|are the difference|meaning|rule|word|plural
      whats the difference|meaning|rule|word|past|plural
      what do you mean
      can|could|would|will you ~ repeat|rephrase|translate|clarify
      could|can you say that|it again|differently|slower
      can|could you explain that|it|the|this
      please repeat|translate|clarify|rephrase
      ^ repeat
      ^ translate
      ^ pardon
      how do|can|should|would i|you|we say|use|pronounce|spell|translate
      how is ~ pronounced|spelled|spelt
      is it correct|right|ok|okay|wrong|better|polite|rude to
      is this|that correct|right
      which is|one|word is|correct|better|right|should
      should i say|use|write
      can i say|use|write
      when do|should|i|we|you use
      why do|is|do|did ~ we|you|it|people wrong|use|say
      another|a synonym|word for
      what tense
      i dont|do not understand what|the|this|that|you|why|how
      """
    ),
    (
      .administrative,
      """
      change|switch|set|update|add|remove my focus|focuses|goal|name|level|settings|email|password
      focus on ~ instead
      see you tomorrow|later|soon|next|on|then|monday|tuesday|wednesday|thursday|friday
      reschedule|postpone
      can|could we move|continue|meet|start|do ~ tomorrow|later|next|monday|friday|session
      move|cancel|end|start|skip the|our|this|a|my session|lesson|meeting|call|class
      next session|lesson
      log out|in
      my account|subscription|password|settings
      how much does ~ cost
      delete my
      turn on|off
      be right back
      have|got|need to go|leave|run
      gotta go|run
      talk to you|ya later|soon|tomorrow
      talk|continue later|tomorrow
      remind me
      what time
      ill be back
      new session
      lets continue
      need a break
      take a break
      sorry im late
      my internet|mic|microphone|connection|screen
      can you hear me
      save this|my|it
      show me my progress|level|score|scores|stats
      whats|what is my level|score|progress|focus
      please call me
      call me * from
      i want|would|need|like ~ change|switch|set
      speak|talk|go slower|faster|louder
      free on monday|tuesday|wednesday|thursday|friday|saturday|sunday
      i will|ill send you ~ later|tomorrow|tonight
      i might|may|will be ~ late
      minutes late
      can|could|may|shall i|we ~ again|continue ~ tomorrow|later|next
      is better for me
      at * pm|am
      let me ~ get|grab|take|drink
      brb
      give me a|one minute|second|moment|sec
      how many|long|often ~ can|may i|we
      is there a|any limit
      where are|is my
      how do|can i see|find|change|set|delete|export
      """
    ),
  ]
}
