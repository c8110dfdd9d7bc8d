/// What it costs that one slot follows another, in tenths.
///
/// The costs are set by hand: 0 where the one goes before the other in any text, 3 and 7 where it
/// does so in some, 13 where it is rare, 20 and 26 where it is no English.
struct SlotTable: Sendable {
  static let shared = SlotTable()

  private let costs: [UInt8]

  /// The cost of `next` behind `slot`, in tenths.
  @inline(__always)
  func cost(_ slot: WordSlot, _ next: WordSlot) -> Int32 {
    Int32(costs[Int(slot.rawValue) * WordSlot.allCases.count + Int(next.rawValue)])
  }

  private init() {
    let width = WordSlot.allCases.count
    var costs = [UInt8](repeating: 0, count: width * width)
    var rows: [WordSlot] = []
    for line in Self.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let head = line.firstIndex(of: ":") {
        rows = line[..<head].split(separator: " ").flatMap { WordSlot.named[String($0)] ?? [] }
        let rest = words.last.flatMap { UInt8($0) } ?? 0
        for row in rows {
          for next in 0..<width { costs[Int(row.rawValue) * width + next] = rest }
        }
      } else if let cost = words.first.flatMap({ UInt8($0) }) {
        for next in words.dropFirst().flatMap({ WordSlot.named[String($0)] ?? [] }) {
          for row in rows { costs[Int(row.rawValue) * width + Int(next.rawValue)] = cost }
        }
      }
    }
    self.costs = costs
  }

  /// The slots that a row is for, what all others cost behind them, then costs and who has them.
  private static let text = """
    start: 20
      0 nouns determiners subjects adjective someone gerund being to preposition conjunction
      0 opener
      3 auxiliary comma end
      7 present base participle be
      13 count object third past
    determiner: 26
      0 nouns adjective count
      3 quantifier several participle gerund
      20 being
    indefinite: 26
      0 adjective count noun
      3 participle gerund
      7 quantifier
      13 several
      20 plural being
    quantifier: 20
      0 nouns adjective preposition conjunction opener comma end
      3 finite determiner quantifier several count participle gerund to
      7 many
      13 indefinite one first someone contracted object
    several: 20
      0 nouns adjective preposition conjunction opener comma end
      3 finite quantifier several participle gerund to
      7 many
      13 determiner indefinite count one first someone contracted object
    attributive: 20
      0 nouns adjective count
      3 quantifier participle gerund conjunction comma
      7 end
      13 finite to preposition opener
      26 determiner indefinite object
    adjective: 20
      0 nouns to preposition conjunction opener comma end
      3 adjective gerund
      7 subjects quantifier several count someone participle
      13 finite determiner indefinite object
    count: 20
      0 subjects third past beOne haveOne had doOne did modal to preposition conjunction opener
      0 comma end
      3 nouns count someone participle gerund being
      7 quantifier several adjective
      13 determiner indefinite present base beMany haveMany doMany
    plural: 20
      0 subjects present past beMany haveMany had doMany did modal to preposition conjunction
      0 opener comma end
      3 nouns count someone participle gerund being
      7 quantifier several adjective
      13 determiner indefinite third base beOne haveOne doOne
    noun: 20
      0 subjects third present past beOne beMany haveOne haveMany had doOne doMany did modal to
      0 preposition conjunction opener comma end
      3 nouns count someone participle gerund being
      7 quantifier several adjective
      13 determiner indefinite base
    one: 26
      0 third past beOne haveOne had doOne did modal
      3 conjunction comma
      7 quantifier
      13 object preposition opener end
      20 determiner indefinite several adjective present participle gerund beMany haveMany
      20 doMany to
    many: 26
      0 present past beMany haveMany had doMany did modal
      3 conjunction comma
      7 quantifier plural
      13 noun object preposition opener end
      20 determiner indefinite several adjective third participle gerund beOne haveOne doOne to
    first: 26
      0 present past beOne beFirst haveMany had doMany did modal
      3 conjunction comma
      7 quantifier
      13 object preposition opener end
      20 determiner indefinite several adjective third participle gerund beMany haveOne doOne to
    someone: 26
      0 third past beOne haveOne had doOne did modal
      3 subjects adjective participle gerund to preposition conjunction opener comma end
      7 quantifier
      13 determiner object present
      20 indefinite several beMany haveMany doMany
    there: 13
      0 third present past beOne beMany haveOne haveMany had doOne doMany did modal
      3 determiners noun one many first someone to preposition conjunction opener comma end
    contracted: 20
      0 determiners adjective participle gerund been being preposition
      3 nouns one many first someone object base be haveMany had to conjunction opener comma end
      13 count contracted past
      26 third present
    object: 20
      0 determiners someone to preposition conjunction opener comma end
      3 nouns adjective base participle gerund
      7 subjects count
      13 finite object be
    third present past base participle gerund: 20
      0 nouns determiners adjective someone object to preposition conjunction opener comma end
      3 subjects gerund
      7 count participle being
      13 finite base
    beOne beMany beFirst be been being: 26
      0 determiners adjective participle gerund being preposition
      3 nouns one many first someone object to conjunction opener comma end
      13 count contracted past
      20 been
    haveOne haveMany had: 20
      0 nouns determiners someone participle been to
      3 adjective one many first object conjunction comma end
      7 preposition opener
      13 count gerund
    doOne doMany did: 20
      0 determiners one many first someone object base haveMany doMany
      3 beOne beMany nouns preposition conjunction opener comma end
      7 adjective
      13 count be
    modal: 26
      0 base be haveMany doMany
      3 one many first someone
      7 conjunction comma end
      13 determiner to
      20 nouns count
    to: 26
      0 base be haveMany doMany
      20 participle
    preposition: 20
      0 nouns determiners adjective someone object gerund being
      3 preposition opener end
      7 count participle conjunction comma
      13 one many to
    conjunction: 20
      0 nouns determiners subjects adjective someone gerund to preposition opener
      3 object third present past base participle beOne beMany haveOne haveMany had doOne doMany
      3 did modal comma
      7 count be
      13 conjunction end
    opener: 20
      0 nouns determiners subjects adjective someone
      3 third present past participle gerund beOne beMany haveOne haveMany had doOne doMany did
      3 modal to preposition comma
      7 count conjunction opener end
      13 object base
    comma: 13
      0 nouns determiners subjects adjective someone gerund being to preposition conjunction
      0 opener comma end
      3 present participle beOne beMany haveOne haveMany had doOne doMany did modal
      7 count object third past base
    """
}
