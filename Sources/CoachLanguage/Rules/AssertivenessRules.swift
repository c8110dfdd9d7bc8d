/// Hedging, needless apology, asking for leave, talking oneself down, weak asks.
enum AssertivenessRules {
  static let rules: [Rule] = [
    Rule(
      "stacked_hedges", .assertiveness, .high, "“{}” hedges twice or more: keep one hedge at most.",
      suggestion: "say it once, without the hedges",
      wrong: "I think maybe we could perhaps start.", right: "I think we could start.",
      .at("maybe perhaps possibly probably somewhat", []) { passage, at in
        for index in stride(from: at - 1, through: max(at - 5, 1), by: -1) {
          if passage.isEnd(index) { return nil }
          if passage.token(index, isAny: ["maybe", "perhaps", "possibly", "might"])
            || (passage.token(index, isAny: ["think", "guess", "feel", "wonder"])
              && passage.has(index - 1, .subjectI))
          {
            return Match(index, through: at)
          }
        }
        return nil
      }),
    Rule(
      "hedge_kind_of", .assertiveness, .low, "“{}” waters down what you say.",
      suggestion: "leave it out",
      wrong: "I kind of disagree with that.", right: "I disagree with that.",
      .patterns(
        """
        <subj|be> [kind|sort of] -<art|n|ns|my|this>
        i [kinda|sorta]
        [more or less] -<num>
        [to some extent]
        [in a way] -that
        """)),
    Rule(
      "hedge_i_guess", .assertiveness, .medium,
      "“{}” sounds as if you were not sure of what you know.",
      suggestion: "I think",
      wrong: "I guess we need more time.", right: "I think we need more time.",
      .patterns(
        "i guess|suppose -so -not\ni am|was|'m not sure but\ni'm not sure but\ni'm not sure , but\ni could be wrong , but\ni might|may be wrong but|,"
      )),
    Rule(
      "just_minimizer", .assertiveness, .low, "“{}” makes your request smaller than it is.",
      suggestion: "leave out “just”",
      wrong: "I just wanted to check on the order.", right: "I want to check on the order.",
      .patterns(
        """
        i [just wanted|want|need|needed|think|thought|feel|felt] => $3.base
        i'm|i am just [writing|checking|wondering|calling|asking]
        [i was just] wondering|thinking|checking|hoping
        [this is just] a|an|my
        [just a] small|quick|little question|thought|idea|reminder
        """)),
    Rule(
      "needless_apology", .assertiveness, .medium, "“{}”: there is nothing to be sorry for.",
      suggestion: "begin with what you want to say",
      wrong: "Sorry to bother you, the file is missing.", right: "The file is missing.",
      .patterns(
        """
        sorry to|for bother|bothering|disturb|disturbing|interrupt|interrupting|trouble|asking
        sorry if this|it|i is|am|sounds|seems
        sorry , but|this i|is
        sorry for my|the bad|poor|english|question|long
        i hate to bother|ask|interrupt
        apologies for bothering|disturbing|asking|the question
        i'm sorry but i|can|could
        sorry , can|could|may i|you
        """)),
    Rule(
      "permission_seeking", .assertiveness, .low, "“{}” asks for leave where you can simply speak.",
      suggestion: "say it directly",
      wrong: "If it's okay, I would like to say something.",
      right: "I would like to say something.",
      .patterns(
        """
        if it's|its ok|okay|alright|fine|possible
        if it is ok|okay|alright|fine
        if you don't mind me|if|, -<ing>
        is it ok|okay|alright if i
        would it be ok|okay|alright|possible if i
        if that's|thats ok|okay|alright|fine
        if i may say|ask|add|suggest
        i was wondering if
        would you mind if i
        """)),
    Rule(
      "self_deprecation", .assertiveness, .medium, "“{}” talks you down before you have begun.",
      suggestion: "leave it out",
      wrong: "This may be a stupid question, but when do we start?", right: "When do we start?",
      .patterns(
        """
        stupid|dumb|silly|basic question|idea
        i'm|i am no|not an expert
        i'm|i am not very|really|so good at|with
        i'm|i am terrible|bad|hopeless|awful at|with
        i'm|i am only|just a|an <n>
        my english is bad|terrible|poor|not
        i don't|dont know much about
        i'm|i am probably wrong
        this is probably wrong|stupid|silly|obvious
        you probably|already know this|that|better
        i'm|i am too stupid|dumb|old|slow
        """)),
    Rule(
      "weak_ask", .assertiveness, .medium,
      "“{}” asks for nothing that can be done: name who, what and when.",
      suggestion: "could you … by …?",
      wrong: "It would be nice if someone looked at it.",
      right: "Could you look at it by Friday, Ana?",
      .patterns(
        """
        it would be nice|great|good|lovely|cool if someone|somebody|we|you|people|there
        someone|somebody should|could|needs|ought
        maybe|perhaps someone|somebody|you|we could|can|should
        we should|could probably|maybe|perhaps
        whenever you have|get|can time|a|the chance
        when you get|have a chance|moment|minute
        at some point -in
        if you have|get time|a chance|moment
        no rush|hurry but|,
        """)),
    Rule(
      "try_to", .assertiveness, .low, "“{}” promises an attempt, not a result.",
      suggestion: "I will",
      wrong: "I'll try to send it today.", right: "I'll send it today.",
      .patterns(
        "i'll|we'll|i try to|and <v>\ni|we will try to|and <v>\ni|we hope|hoping to be able to")),
    Rule(
      "tag_question", .assertiveness, .low, "“{}” hands your point over for approval.",
      suggestion: "end with your point",
      wrong: "We should wait, don't you think?", right: "We should wait.",
      .patterns(
        ", [don't you think] ?\n-me|kidding|joking , [right] ?\nif|does [that makes sense] $ =>?\n[does that make sense] ?"
      )),
    Rule(
      "undervalued_feel", .assertiveness, .low, "“{}” makes an opinion out of what you know.",
      suggestion: "I recommend",
      wrong: "I feel like we should hire two people.", right: "We should hire two people.",
      .patterns(
        "i feel like <subj|det>\ni just feel like|that\ni feel|think that maybe\ni would|'d say that maybe"
      )),
  ]
}
