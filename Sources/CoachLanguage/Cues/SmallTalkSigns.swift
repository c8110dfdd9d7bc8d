/// What makes a turn small talk: its words, its phrases, or the way in which it is written.
enum SmallTalkSigns {
  /// A turn of more words says something.
  private static let mostWords = 20

  static func isSmallTalk(_ text: CueText, _ tally: CueTally) -> Bool {
    if text.isCommand || text.wordCount > mostWords { return false }
    var count = 0
    var politeCount = 0
    var casualCount = text.hasEmoji ? 1 : 0
    for word in text.words where word != 0 {
      count += 1
      if polite.contains(word) { politeCount += 1 }
      if casual.contains(word) { casualCount += 1 }
    }
    if politeCount == count { return true }
    // Of so few words nothing can be said, unless they ask or tell something definite.
    if count <= 3 { return !text.isQuestion && !tally.has(.administrative) }
    let attempts =
      tally[.ask] + tally[.pitch] + tally[.story] + tally[.explanation] + tally[.opinion]
      + tally[.letter]
    // One word that could belong to an attempt is an accident in a turn that is short and chatty.
    guard count <= 14, attempts == 0 || attempts == 1 && count <= 10 else { return false }
    if casualCount > 0 || phrases.isFound(in: text) { return true }
    return attempts == 0
      && (count <= 7 && reactions.contains(text.words[0]) || politeCount * 3 >= count * 2)
  }

  /// Words of which small talk consists.
  static let polite = CueWords(
    """
    hi hello hey hiya yo there morning good afternoon evening night bye goodbye later cya thanks
    thank you thx ty so much very welcome youre ok okay k kk yes yeah yep yup no nope nah sure right
    great nice cool awesome perfect wonderful lovely fine well lol haha hahaha lmao hehe wow oh ah
    hmm um uh sorry please how are is it going im and doing what whats up today day have a your too
    weekend was weather sunny cold hot rain raining rainy warm see got i not bad fun funny interesting
    true exactly agreed same here really maybe again back coach tired happy busy a bit little just
    sounds works alright understood gotcha get totally absolutely definitely of course
    that this thats its all be same to my the me for will remember omg phew yummy teacher
    early mate man sir love tip one indeed got noted cheers alright
    """)

  static let phrases = PhraseTable<Bool>([
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
      what|how about you
      any|your plans
      and you $
      ^ do you like|love|watch|play|cook|drink|eat|have|know|prefer
      ^ have you ever|been|seen|heard|tried|read|got
      ^ are you ok|okay|well|good|busy|tired|happy|married|hungry
      whats your favorite|favourite|name
      what is your favorite|favourite|name
      ^ so so
      fingers crossed
      made my day
      no worries|problem|problems|prob
      the best $
      long time no
      see you|ya
      good|great|nice|lovely to see|hear|meet
      thats|that is|sounds|sound good|great|nice|fun|funny|cool|lovely|awesome|sad|too|so|true|yummy|perfect|fine
      makes sense
      i missed my bus|train
      ^ i like|love it|that|this|your|pizza|coffee
      not really|much|bad|today|yet
      fair enough|point
      you too
      same here|old|to
      i guess so
      too bad
      im|i am so|very|really|just|a tired|happy|bored|hungry|nervous|excited|glad|sick|cold|sleepy|fine|bit
      im|i am nervous|excited|glad|happy|bored|sick|worried|sorry $
      i was worried|nervous|tired|scared
      on vacation|holiday
      thank|thanks ~ for
      thanks that|this|it
      i appreciate it|that
      appreciate it
      good night|luck|idea|one|job
      great|good|nice|cool|lovely exercise|lesson|session|tip|idea|joke|question
      how old are
      where are you
      who won
      """
    )
  ])

  /// Words that only chat has.
  static let casual = CueWords(
    """
    lol lmao rofl haha hahaha hahahaha hehe omg wtf btw tbh brb ttyl np thx tnx ty pls plz gonna
    wanna gotta kinda sorta dunno cuz yeah yea yep yup nope nah kk hiya yo hmm hm mmm umm uhh wow
    woah whoa yay yikes ugh aww meh duh bye cya bro bruh dude fr ofc imma sup chilled
    """)

  /// Words that begin a short answer to what was just said.
  static let reactions = CueWords(
    """
    yes yeah yep no nope nah ok okay sure right oh ah so too very really thats that its it sounds
    same not maybe perhaps true exactly agreed indeed well great good nice cool perfect lovely poor
    wow haha thanks thank sorry fine mostly just always never
    """)
}
