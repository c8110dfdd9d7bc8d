import Testing

@testable import CoachProvider

@Suite struct EventStreamTests {
  static func events(_ pieces: [[UInt8]], finish: Bool = false) throws -> [ServerEvent] {
    var stream = EventStream()
    var events: [ServerEvent] = []
    for piece in pieces { try stream.read(piece, into: &events) }
    if finish { stream.finish(into: &events) }
    return events
  }

  static let sample = Array(
    """
    \u{FEFF}: a comment
    data: größer 😀

    event: delta\r\ndata:one\r\ndata:  two\r\nid: 7\r\n\r\n: ping\rdata: three\r\rdata
    event: named

    retry: 5

    data: last


    """.utf8)

  static let sampleEvents = [
    ServerEvent(name: "", data: Array("größer 😀".utf8)),
    ServerEvent(name: "delta", data: Array("one\n two".utf8)),
    ServerEvent(name: "", data: Array("three".utf8)),
    ServerEvent(name: "named", data: []),
    ServerEvent(name: "", data: Array("last".utf8)),
  ]

  @Test func readsAWholeStream() throws {
    #expect(try Self.events([Self.sample]) == Self.sampleEvents)
  }

  @Test func readsTheSameHoweverItIsSplit() throws {
    for first in Self.sample.indices {
      let head = Array(Self.sample[..<first])
      #expect(
        try Self.events([head, Array(Self.sample[first...])]) == Self.sampleEvents, "at \(first)")
      for second in stride(from: first, to: Self.sample.count, by: 7) {
        let pieces = [
          head, Array(Self.sample[first..<second]), Array(Self.sample[second...]),
        ]
        #expect(try Self.events(pieces) == Self.sampleEvents, "at \(first) and \(second)")
      }
    }
    #expect(try Self.events(Self.sample.map { [$0] }) == Self.sampleEvents)
  }

  @Test func dispatchesAtOnceWhatEndsWithACarriageReturn() throws {
    #expect(try Self.events([Array("data: x\r\n\r".utf8)]).count == 1)
    #expect(try Self.events([Array("data: x\r\n\r".utf8), [0x0A], [0x0A]]).count == 1)
  }

  @Test func anEventWithoutABlankLineIsWholeOnlyAtTheEnd() throws {
    let bytes = Array("data: [DONE]\ndata: half".utf8)
    #expect(try Self.events([bytes]).isEmpty)
    #expect(
      try Self.events([bytes], finish: true) == [
        ServerEvent(name: "", data: Array("[DONE]".utf8))
      ])
  }

  @Test(arguments: ["data: ", "data: x\ndata: "])
  func refusesAnEventWithoutEnd(_ start: String) throws {
    var stream = EventStream()
    var events: [ServerEvent] = []
    try stream.read(Array(start.utf8), into: &events)
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    let failure = #expect(throws: ProviderFailure.self) {
      for _ in 0..<17 { try stream.read(piece, into: &events) }
    }
    #expect(failure?.kind == .malformed)
    #expect(events.isEmpty)
  }
}
