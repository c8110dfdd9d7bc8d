/// How often each cue was found in a turn, up to three times.
struct CueTally: Sendable {
  private var bits: UInt64 = 0

  /// How often a cue was found; 3 stands for more, too.
  subscript(_ cue: TurnCue) -> Int { Int(bits >> cue.shift & 3) }

  func has(_ cue: TurnCue) -> Bool { self[cue] > 0 }

  mutating func count(_ cue: TurnCue) {
    if self[cue] < 3 { bits += 1 << cue.shift }
  }
}

extension TurnCue {
  fileprivate var shift: UInt64 { UInt64(rawValue) * 2 }
}
