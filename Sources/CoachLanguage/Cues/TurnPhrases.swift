/// What phrases of a learner's turn are cues of.
enum TurnCue: Sendable {
  case feedback, opener, pretend, close, smallTalk, coachQuestion, administrative, roleplay
  case pitch, ask, story, explanation, letter, empathy
}

/// The phrases of learners' turns.
enum TurnPhrases {
  static let table = PhraseTable<TurnCue>([
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
      """
    ),
    (
      .opener,
      """
      lets practise|practice|rehearse|roleplay|role|start|begin|try|do|run|work|play|have|simulate|prepare
      can|could|shall|may|should we practise|practice|rehearse|roleplay|role|start|begin|try|do|run|work|play|have|simulate
      i want|need to practise|practice|rehearse|roleplay|role|try|do|run|prepare|work|start
      id|would like|love to practise|practice|rehearse|roleplay|role|try|do|run|prepare|work|start
      im going|ready|about to practise|practice|rehearse|pitch|present|try|start|tell|do
      im ready for
      can|could|may i practise|practice|rehearse|pitch|present|try|do|tell
      help me practise|practice|rehearse|prepare|with
      let me practise|practice|rehearse|pitch|present|try|tell
      ill practise|practice|rehearse|pitch|present|try|tell|do
      time to practise|practice|rehearse
      ready to practise|practice|rehearse|pitch|present
      how about we|a
      start|begin the|my|a
      heres|here is|comes my
      ask me interview|some|questions
      practise|practice my
      give me a scenario
      """
    ),
    (
      .pretend,
      """
      pretend to|you|youre|that|im|i
      imagine you|youre|that you|youre
      imagine im|i am
      act as|like
      you|youll be|play|are|are|act the|a|an|my|as
      youre the|a|an|my interviewer|customer|client|boss|manager|buyer|investor|recruiter
      be my
      ill be|play the|a|an
      """
    ),
    (
      .close,
      """
      ^ thats it
      ^ that is it
      thats all
      that is all
      end of pitch|interview|presentation|story|roleplay|speech|scene|task|the|my
      im done|finished
      i am done|finished
      were done|finished
      we are done|finished
      ^ done
      ^ ok|okay done
      ^ the end
      ^ end scene
      thats the end
      that was my|the pitch|story|presentation|answer|speech
      lets stop|end|finish|pause
      can|could we stop|end|finish
      i want|need to stop|end|finish
      stop here
      lets move on
      enough for today|now
      that concludes
      thanks|thank you for listening
      thank you for your time|attention
      thanks for your time|attention
      lets talk about something else
      """
    ),
    (
      .coachQuestion,
      """
      what does ~ mean
      what is|s|are the difference|meaning|rule|word|plural
      whats the difference|meaning|rule|word|past|plural
      what do you mean
      can|could|would|will you explain|teach|show|correct|repeat|translate|clarify|rephrase
      can|could|would|will you give|tell|help me
      could|can you say that again
      please explain|correct|repeat|translate|clarify
      how do|can|should|would i|you|we say|use|pronounce|spell|write|improve|learn|practise|practice|translate
      is it correct|right|ok|okay|wrong|better|polite|rude to
      is this|that correct|right
      which is|one|word is|correct|better|right|should
      should i say|use|write
      can i say|use|write
      when do|should i|we|you use
      why do|is|do|did ~ we|you|it wrong|use|say
      do you have|know any|some|a
      are you a|an|human|real|there
      who are you
      what can you do
      how do you work
      how does this work
      another|a synonym|word for
      give me ~ tips|advice|examples|example
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
      next session|lesson|time
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
      """
    ),
    (
      .roleplay,
      """
      ^ good morning|afternoon|evening mr|mrs|ms|everyone|everybody|sir|madam|team|ladies|dr|all
      ^ hello|hi everyone|everybody|mr|mrs|ms|sir|madam|dr|team|all
      ^ ladies and gentlemen
      ^ dear sir|madam|mr|mrs|ms|hiring|team
      thank you ~ for seeing|having|meeting|inviting|taking|coming|joining|calling|choosing
      thank you for the opportunity
      thanks for seeing|having|meeting|inviting|taking|coming|joining|calling
      my name is * and
      ^ welcome to our|the
      im calling about|from|to|because
      i am calling about|from|to|because
      this is * from
      welcome everyone|everybody
      """
    ),
    (
      .pitch,
      """
      our product|products|service|services|app|platform|solution|software|company|tool|customers|clients|price|team
      my product|app|service|startup|company
      we help|offer|sell|provide|built|guarantee|deliver
      you can|will|would|could save|increase|reduce|cut|grow|earn|get
      youll save|get|see|earn|love
      saves|save you|time|money|your|hours
      invest in
      buy|try it|this|our
      free trial
      money back
      return on investment
      discount|warranty|subscription
      customers love|say|save|get
      increases|reduces|boosts|improves
      the benefit|benefits|advantage|advantages
      best on the market
      per month|year|user
      """
    ),
    (
      .ask,
      """
      i need|want|expect|ask you to
      i want|would like|d like a raise|promotion|refund
      id like to ask|request|propose|suggest|discuss|talk
      i would like to ask|request|propose|suggest|discuss|talk
      could|can|would you please
      could|can|would you send|finish|give|review|confirm|check|help|let|move|share|approve|consider
      please send|finish|review|confirm|check|let|share|approve|consider
      i propose|suggest|recommend|insist|request|disagree
      we should|must|need
      you should|must
      i dont|do not agree|think
      i cant|cannot|can not|wont|will not take|accept|do|work|agree|stay|make
      im not comfortable|available|able|happy
      i am not comfortable|available|able|happy
      i deserve
      in my opinion
      i believe|think that|we|it|the|you|our
      by monday|tuesday|wednesday|thursday|friday|tomorrow|noon|end
      i feel ~ when
      no thank|thanks you|but
      i decided|have decided
      """
    ),
    (
      .story,
      """
      when i was|worked|started|joined|lived
      last year|month|summer|winter|week|weekend
      in my last|previous|current|first job|role|company|position|team
      my biggest|greatest|main|best strength|weakness|achievement|challenge|mistake
      i worked|led|managed|built|studied|graduated|organized|organised|learned|learnt|started|helped|created|developed|solved
      i have worked|led|managed|experience|years
      ive worked|led|managed
      one time|day
      a few|two|three|five|ten years ago
      for example|instance
      the result|results was|were
      as a result
      im responsible for
      i am responsible for
      my job|role|work|experience is|was
      suddenly|finally|eventually
      i remember
      yesterday i|we|my
      i grew up
      """
    ),
    (
      .explanation,
      """
      it works
      the way it
      the reason
      the main|first|second|key|next|last reason|problem|step|point|idea|goal
      first|firstly ~ i|we|you|the
      in other words
      means that
      this means
      because it|we|the|i|they|of|our
      for this reason
      the problem is
      the goal|idea|point is
      on the other hand
      compared to|with
      depends on
      let me explain
      you have to|need to
      in conclusion
      to sum up
      """
    ),
    (
      .letter,
      """
      ^ dear *
      best|kind|warm regards
      yours sincerely|faithfully
      im writing to
      i am writing to
      looking forward to
      please find attached
      """
    ),
    (
      .empathy,
      """
      i apologize|apologise
      i understand that|your|how|you
      im sorry to hear|for|about|that
      i am sorry to hear|for|about|that
      i appreciate
      i hear you
      i know this|that|you
      """
    ),
  ])

  /// Words of which small talk consists.
  static let smallTalk: Set<UInt64> = Set(
    """
    hi hello hey hiya yo there morning good afternoon evening night bye goodbye later cya thanks
    thank you thx ty so much very welcome youre ok okay k kk yes yeah yep yup no nope nah sure right
    great nice cool awesome perfect wonderful lovely fine well lol haha hahaha lmao hehe wow oh ah
    hmm um uh sorry please how are is it going im and doing what whats up today day have a your too
    weekend was weather sunny cold hot rain raining rainy warm see got i not bad fun funny interesting
    true exactly agreed same here really maybe again back coach tired happy busy a bit little just
    sounds works alright understood gotcha get totally absolutely definitely of course
    that this thats its all be same to my the me for
    """.split { $0 == " " || $0 == "\n" }.map { CueText.hash($0) })

  static let smallTalkPhrases = PhraseTable<Bool>([
    (
      true,
      """
      ^ how are you
      ^ hows it going
      ^ how is it going
      ^ whats up
      ^ how was your day|weekend|week|evening|trip
      nice|lovely|bad|terrible weather
      the weather is
      its raining|sunny|cold|hot|snowing
      have a nice|good|great
      nice to meet you
      ^ happy birthday|new|friday|monday
      ^ did you sleep|watch|see|have
      ^ im tired|hungry|bored|fine|good|ok|okay|great|back|here
      ^ i am tired|hungry|bored|fine|good|ok|okay|great|back|here
      what are you doing
      ^ good to see|hear
      i had ~ coffee|lunch|dinner|breakfast
      going to ~ sleep|bed|lunch|dinner
      """
    )
  ])
}
