/// Long ways of saying short things.
enum ConcisenessRules {
  static let rules: [Rule] = [
    Rule(
      "wordy_connector", .conciseness, .medium, "“{}” says no more than “{fix}”.",
      wrong: "We left due to the fact that it rained.", right: "We left because it rained.",
      .patterns(
        """
        due to the fact that =>? because
        owing to the fact that =>? because
        because of the fact that =>? because
        on account of the fact that =>? because
        in spite of the fact that =>? although
        despite the fact that =>? although
        for the reason that =>? because
        in light of the fact that =>? because
        in view of the fact that =>? because
        in the event that =>? if
        in case of the fact that =>? if
        on the condition that =>? if
        under the condition|circumstances that =>? if
        until such time as =>? until
        as a consequence of =>? because of
        as a result of the fact that =>? because
        the reason is because =>? because
        the reason why is that|because =>? because
        """)),
    Rule(
      "wordy_preposition", .conciseness, .medium, "“{}” says no more than “{fix}”.",
      wrong: "I write with regard to the order.", right: "I write about the order.",
      .patterns(
        """
        with regard|regards|respect to =>? about
        in regard|regards|relation|reference to =>? about
        with reference to =>? about
        in order to -be -not =>? to
        so as to -not =>? to
        for the purpose of =>? for
        with the purpose of =>? to
        in the process of =>?
        by means of =>? by
        in the vicinity of =>? near
        in close proximity to =>? near
        in excess of =>? more than
        in the absence of =>? without
        in the course of =>? during
        in connection with =>? about
        in accordance with =>? by
        with the exception of =>? except
        a large|great|huge number of =>? many
        a large|great amount of =>? much
        the majority of -the =>? most
        the vast majority of =>? most
        a small number of =>? a few
        on the subject of =>? about
        on a daily|weekly|monthly|regular basis =>? regularly
        """)),
    Rule(
      "wordy_time", .conciseness, .medium, "“{}” says no more than “{fix}”.",
      wrong: "At this point in time we are full.", right: "We are full now.",
      .patterns(
        """
        at this|that point in time =>? now
        at the present|current time|moment =>? now
        at this moment in time =>? now
        in this day and age =>? today
        in the near future =>? soon
        prior to =>? before
        subsequent to =>? after
        during the time that =>? while
        at the time when =>? when
        on the occasion of =>? when
        for a period of =>? for
        in the meantime time =>? meanwhile
        at the end of the day ,|it =>? in the end
        all of the time =>? always
        each and every =>? every
        first and foremost =>? first
        one and the same =>? the same
        """)),
    Rule(
      "wordy_verb", .conciseness, .low, "“{}” says no more than “{fix}”.",
      wrong: "She has the ability to lead.", right: "She can lead.",
      .patterns(
        """
        ~have the ability|capability|capacity to =>? can
        ~be able to be able =>? can
        ~be in a position to =>? can
        ~have the opportunity to =>? can
        ~have a tendency to =>? tend to
        ~be of the opinion that =>? think
        ~be in agreement with =>? agree with
        ~be in need of =>? need
        ~take into account|consideration the fact =>? consider
        ~come to the realization|conclusion that =>? see
        ~be aware of the fact that =>? know
        ~make an attempt|effort to =>? try to
        ~make contact with =>? call
        it is important|worth|interesting to note|mention|say|noting|mentioning that =>?
        it should be noted|mentioned that =>?
        it is worth noting|mentioning that =>?
        needless to say =>?
        there is no doubt|question that =>? surely
        what i mean is that? =>?
        as a matter of fact =>? in fact
        for all intents and purposes =>? in effect
        """)),
    Rule(
      "redundant_pair", .conciseness, .low, "“{}” says one thing twice: “{fix}”.",
      wrong: "It is a free gift.", right: "It is a gift.",
      .patterns(
        """
        [free gift|gifts] =>? $2
        [past history|experience] =>? $2
        [future plans|plan] =>? $2
        [end result|results] =>? result
        [final outcome|result|conclusion] =>? $2
        [basic fundamentals|essentials] =>? $2
        [close proximity] =>? proximity
        [added bonus] =>? bonus
        [advance planning|warning] =>? $2
        [unexpected surprise] =>? surprise
        [true fact|facts] =>? $2
        [actual fact|facts] =>? $2
        [completely|totally|absolutely finished|full|empty|unique|eliminate|destroyed] =>? $2
        [very unique|perfect|essential] =>? $2
        [repeat|repeated again] =>? $1
        [revert|return|reply back] =>? $1
        [combine|merge|join|connect together] =>? $1
        [collaborate|cooperate together] =>? $1
        [new innovation|innovations] =>? $2
        [personal opinion] =>? opinion
        [mutual cooperation|agreement] =>? $2
        [brief summary] =>? summary
        [joint collaboration] =>? collaboration
        [postpone until later] =>? postpone
        [plan ahead] =>? plan
        [same exact] =>? same
        [small|large in size] =>? $1
        [round|square in shape] =>? $1
        [blue|red|green|black|white in color|colour] =>? $1
        [period of time] =>? period
        [12|twelve noon|midnight] =>? $2
        [sum total] =>? total
        [still remains] =>? remains
        [continue on] -<n|art> =>? continue
        [rise|ascend up] =>? $1
        """)),
    Rule(
      "expletive_there", .conciseness, .low, "“{}”: begin with who does it.",
      suggestion: "begin with the doer",
      wrong: "There are many people who work late.", right: "Many people work late.",
      .patterns(
        "there are|is many|some|several|a|lots|no? people|persons|students|companies|men|women|customers|things who|that|which\nit is <det>? <n> who|that <verbal>"
      )),
    Rule(
      "intensifier_pile", .conciseness, .low, "“{}”: one of them is enough, or none.",
      suggestion: "one strong word",
      wrong: "It was really very good.", right: "It was excellent.",
      .patterns(
        "really|very|so|extremely|absolutely|totally really|very|extremely|absolutely|totally -<v>\nvery , very\nso , so <adj>\nvery very very? <adj>\nso so <adj>"
      )),
    Rule(
      "in_my_opinion_i_think", .conciseness, .low, "“{}” says twice that it is your opinion.",
      suggestion: "I think",
      wrong: "In my opinion, I think we should go.", right: "I think we should go.",
      .patterns(
        "in my opinion , i think|believe|feel\nin my opinion i think|believe|feel\ni personally think|believe|feel\nfrom my point of view i think|believe\nfrom my point of view , i think|believe\npersonally , i think|believe"
      )),
  ]
}
