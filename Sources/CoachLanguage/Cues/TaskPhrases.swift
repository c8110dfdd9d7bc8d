/// Phrases that open a task, close it, or turn to something else.
enum TaskPhrases {
  static let rows: [(TurnCue, String)] = [
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
      .wish,
      """
      help me|us
      can|could|would you|we ~ help
      i want|need|have|wanna|must to
      id|would like|love to
      lets
      i have|got a|an|my|this
      theres|there is a|an|my
      prepare|preparing|prep|train|ready for
      work on my
      im|i am preparing|nervous
      """
    ),
    (
      .practice,
      """
      lets debate|negotiate|argue|interview
      lets practise|practice|rehearse|roleplay|simulate
      lets role play|playing
      lets do|try|play|act a|an|the|it|this|one|some|out
      let us practise|practice|rehearse|roleplay|simulate|role|do|try
      can|could|may|shall|should we|i practise|practice|rehearse|roleplay|simulate
      can|could|shall we role play
      i want|need|have|wanna to practise|practice|rehearse|roleplay|simulate
      id|would like|love to practise|practice|rehearse|roleplay|simulate
      im going to practise|practice|rehearse
      help me practise|practice|rehearse
      can|could|would|will you ~ interview|test|quiz me
      can|could|would|will you play|pretend|act|be
      ^ interview me
      ^ roleplay
      ^ role play
      ^ pretend
      ^ imagine you|youre|im|that|i
      ^ play a|an|the|my
      ^ act as|like|the|a
      ^ be my|the
      ^ youre|youll the|a|an|my ~ and i|im|id
      ^ you are|be|play the|a|an|my ~ and i|im|id
      you be|are|play him|her|them
      give me|us ~ exercise|task|scenario|roleplay|challenge
      an exercise please
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
      play a|an|the|my
      youre my|a|an|the
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
      ^ stop
      ok|okay that|this was it
      ^ that was it
      end of the|my|our|this
      we can stop|end|finish
      i think we|im are|can|done|stop
      i ~ want|like|need to stop|end|finish
      """
    ),
    (
      .partingThanks,
      """
      thanks|thank you for listening
      thank you for your time|attention
      thanks for your time|attention
      """
    ),
    (
      .aside,
      """
      by the way
      btw
      ^ anyway|anyways
      before i forget
      speaking of
      off topic
      on another note
      """
    ),
    (
      .newSubject,
      """
      reminds me of something|that|my|the
      that reminds me
      something|anything else|different
      different|unrelated question
      can|could|may we ~ talk|speak about
      talk about ~ instead
      another|different|new topic|subject|theme
      change|changing|switch ~ subject|topic
      lets talk|chat about
      can|could|may i ask something|you something
      forget about|the that|pitch|interview|task|exercise|roleplay
      """
    ),
  ]
}
