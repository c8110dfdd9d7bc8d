/// How much the words of a text strain against the order of English.
///
/// Each sentence is read in the way that costs least, by ``SlotTable``, in one pass (Viterbi's
/// algorithm). A sentence of everyday English costs next to nothing; "The winner is has a job" costs
/// the step from "is" to "has" in every reading. Strain is never reported as an error, for no single
/// step is sure to be one: it lowers the score for grammar.
struct Strain: Sendable {
  /// What the cheapest readings cost together; a step that is no English costs 2 and more.
  private(set) var cost = 0.0
  /// The two words, as scalars of the text, between which the dearest step is; nil where none
  /// costs 2 or more.
  private(set) var worst: Range<Int>?

  /// How far the clause is.
  private enum Clause: UInt8, CaseIterable {
    /// No finite verb yet.
    case open
    case closed
    /// Had its finite verb; a joining word or a comma may bring another.
    case joined
    /// Began with an auxiliary, as questions do: a base form may follow the subject.
    case inverted
  }

  /// A reading so far.
  private struct Reading {
    var cost: Int32
    /// The dearest step, and the token that it leads to.
    var dearest: Int32 = 0
    var place: Int32 = 0

    mutating func step(_ cost: Int32, to place: Int) {
      self.cost += cost
      if cost > dearest { (dearest, self.place) = (cost, Int32(place)) }
    }
  }

  /// The readings of a sentence up to a word: the cheapest for each slot and state of the clause.
  private struct Readings {
    private var all = [Reading](
      repeating: Reading(cost: .max), count: WordSlot.allCases.count * Clause.allCases.count)
    /// The places in `all` that have a reading.
    private(set) var keys: [Int] = []

    subscript(key: Int) -> Reading { all[key] }

    mutating func clear() {
      for key in keys { all[key].cost = .max }
      keys.removeAll(keepingCapacity: true)
    }

    mutating func take(_ slot: WordSlot, _ clause: Clause, _ reading: Reading) {
      let key = Int(slot.rawValue) * Clause.allCases.count + Int(clause.rawValue)
      if all[key].cost == .max {
        keys.append(key)
      } else if all[key].cost <= reading.cost {
        return
      }
      all[key] = reading
    }

    static func parts(_ key: Int) -> (WordSlot, Clause) {
      let count = Clause.allCases.count
      return (
        WordSlot(rawValue: UInt8(key / count)) ?? .start,
        Clause(rawValue: UInt8(key % count)) ?? .open
      )
    }
  }

  init(_ passage: Passage) {
    var choice = SlotChoice()
    var readings = Readings()
    var next = Readings()
    readings.take(.start, .open, Reading(cost: 0))
    var words = 0
    var preposition = -9
    var dearest: Int32 = 199
    for index in 1..<max(passage.count, 1) {
      if SlotChoice.opensMeasure(passage, index) {
        words += 1
        continue
      }
      choice.read(passage, index)
      switch choice.kind {
      case .nothing: continue
      case .end:
        let best = Self.ended(readings, words: words)
        cost += Double(best.cost) / 100
        if best.dearest > dearest, best.place > 1 {
          dearest = best.dearest
          let (left, right) = (passage[Int(best.place) - 1], passage[Int(best.place)])
          worst = Int(left.scalarStart)..<Int(right.scalarEnd)
        }
        readings.clear()
        readings.take(.start, .open, Reading(cost: 0))
        words = 0
      case .word:
        if passage.has(index, .preposition) { preposition = index }
        if passage[index].kind != .mark { words += 1 }
        next.clear()
        Self.read(
          choice, after: readings, at: index, nearPreposition: index - preposition <= 5,
          into: &next)
        swap(&readings, &next)
      }
    }
  }

  /// The cheapest reading, its sentence ended; 4 words or more want a finite verb.
  private static func ended(_ readings: Readings, words: Int) -> Reading {
    var best = Reading(cost: .max)
    for key in readings.keys {
      let (slot, clause) = Readings.parts(key)
      var end = readings[key]
      // "They moved, haven't they?" ends in the subject of its auxiliary.
      let isTag = clause == .inverted && subjects.contains(slot)
      if slot != .start, !isTag { end.cost += SlotTable.shared.cost(slot, .end) * 10 }
      if clause == .open, words >= 4 { end.cost += 200 }
      if end.cost < best.cost { best = end }
    }
    return best.cost == .max ? Reading(cost: 0) : best
  }

  private static func read(
    _ choice: SlotChoice, after readings: Readings, at index: Int, nearPreposition: Bool,
    into next: inout Readings
  ) {
    let table = SlotTable.shared
    for key in readings.keys {
      let (slot, clause) = Readings.parts(key)
      let reading = readings[key]
      if choice.isAdverb {
        var passed = reading
        passed.step(5, to: index)
        next.take(slot, clause, passed)
      }
      if choice.isNegation {
        var passed = reading
        passed.step(
          slot.isAuxiliary || slot == .be || slot == .contracted ? 0 : 60, to: index)
        next.take(slot, clause, passed)
      }
      for (wanted, extra) in choice.slots {
        var cost = table.cost(slot, wanted) * 10 + extra
        if nearPreposition, slot == .count || slot == .plural, agreeing.contains(wanted) {
          // "The use of cars is": the verb goes with a noun further back.
          cost = min(cost, 10)
        }
        if clause == .inverted, subjects.contains(slot), invertible.contains(wanted) {
          cost = min(cost, 15)
        }
        let (landed, after) = land(wanted, behind: slot, clause, cost: &cost)
        var step = reading
        step.step(cost, to: index)
        next.take(landed, after, step)
      }
    }
  }

  /// Where a step leads to: the slot, and how far the clause is then.
  private static func land(
    _ wanted: WordSlot, behind slot: WordSlot, _ clause: Clause, cost: inout Int32
  ) -> (WordSlot, Clause) {
    let isJoint = slot == .comma || slot == .conjunction || slot == .opener
    let takesBase = baseTaking.contains(slot)
    if wanted.isFinite, !(takesBase && (wanted == .haveMany || wanted == .doMany)) {
      // A second finite verb that nothing has joined to the first.
      if clause == .closed || clause == .inverted, !isJoint, !slot.isAuxiliary { cost += 50 }
      let inverts = wanted.isAuxiliary && (isJoint || slot == .start)
      return (wanted, inverts ? .inverted : .closed)
    }
    switch wanted {
    case .opener, .comma, .conjunction: return (wanted, clause == .open ? .open : .joined)
    case .one, .many, .first: return (wanted, clause == .closed ? .joined : clause)
    case .base, .be: return (wanted, clause == .inverted ? .closed : clause)
    case .adjective where attributing.contains(slot): return (.attributive, clause)
    default: return (wanted, clause)
    }
  }

  private static let baseTaking: SlotSet = [.to, .modal, .doOne, .doMany, .did]
  private static let agreeing: SlotSet = [
    .third, .present, .beOne, .beMany, .haveOne, .haveMany, .doOne, .doMany,
  ]
  private static let subjects: SlotSet = [
    .count, .noun, .plural, .one, .many, .first, .someone, .object, .quantifier, .several, .there,
    .adjective, .attributive,
  ]
  private static let invertible: SlotSet = [
    .base, .be, .adjective, .participle, .gerund, .determiner, .indefinite, .quantifier,
    .preposition, .haveMany, .been,
  ]
  private static let attributing: SlotSet = [
    .determiner, .indefinite, .quantifier, .several, .attributive,
  ]
}
