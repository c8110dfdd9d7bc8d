/// Phrases that show what a turn tries to do with words.
enum AttemptPhrases {
  static let rows: [(TurnCue, String)] = [
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
      ^ good morning|afternoon|evening and
      ^ hello|hi * is this
      ^ hello|hi * * my name
      ^ hello|hi * im
      ^ hello|hi * * im
      im * from
      i will|would|d ~ show|present|introduce you
      in the next ~ minutes
      today i|im|id ~ talk|speak|present|show
      i will|going ~ talk|speak about
      thank you ~ for coming|listening
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
      pays|pay|paid us|you|me|for|back|less|more
      percent|euros|euro|dollars|pounds|%
      you get|save|earn|pay|win
      for free|half
      a|per month|year|week with|for|and
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
      by monday|tuesday|wednesday|thursday|friday|tomorrow|noon|end
      i feel ~ when
      no thank|thanks you|but
      i decided|have decided
      im|i am worried|afraid|concerned that|about
      please wait|stop|take|use|call|make|keep|put|bring|write|ask|tell|cut|look|come|read
      what about monday|tuesday|wednesday|thursday|friday|next|a|the|if
      lets meet|agree|move|keep|split
      we propose|suggest|offer|expect|need|ask|require
      i offer|expect|require
      what would you need
      may|can|could i|we ~ show|offer|bring|send|come|have|ask
      would you like|mind|be
      i said no|that|to|not
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
      yesterday|today i|we|my|she|he|they|it
      last year|month|summer|winter|week|weekend|spring|autumn|night|time|friday|monday i|we|my
      as a child
      once|twice when|a|i|we
      told|asked me|him|her|them|us
      years|weeks|days|months ago
      at first|last
      in the end
      i|we met|saw|found|lost|missed|went|came|got|had|slept|bought|wrote|told|said|asked|spoke|moved|tried
      next i|we
      im|i am blocked|working|starting|currently
      my update
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
      depends of
      because
      so that
      in order to
      which means
      that way
      therefore|otherwise|unless|although|instead
      if|when you|we|i|it|the|they|somebody|someone
      for that|them|this
      with this|that|our
      """
    ),
    (
      .opinion,
      """
      in my opinion|view|experience
      from my point
      i think|believe|guess|find that|we|it|the|you|our|a|an|this|people|they|my
      i disagree|agree
      id say|argue|answer|tell
      i would say|argue|answer|tell|reply
      would be better|best
      is|are|was better|worse|cheaper|faster|easier|harder than|for|if|because|when
      as long as
      even if|though
      should stay|be|stop|start|have|get|pay
      everyone|everybody|nobody|people|companies|schools|cities should|must|need
      that is|thats why
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
  ]
}
