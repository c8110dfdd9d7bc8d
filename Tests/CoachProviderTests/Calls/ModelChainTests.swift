import CoachJSONL
import Synchronization
import Testing

@testable import CoachProvider

/// Retries, fallback and prompt runs of one call.
struct ModelChainTests {
  private let world = StillWorld()
  private let subject = CallSubject(
    stage: "assess", requestId: "req_1", userId: "u_1", sessionId: "s_1",
    interactionIds: ["int_1"], rubricVersion: "r-1")

  private func ask(
    _ chain: ModelChain, shape: AnswerShape? = nil, onText: (@Sendable (String) -> Void)? = nil
  ) async -> ModelReply {
    await chain.ask(for: subject, onText: onText) { _ in
      Prompt(
        system: "sixteen letters!", messages: [ChatMessage(.user, "four")], maxOutputTokens: 50,
        shape: shape)
    }
  }

  @Test func aWholeAnswerLeavesOneRun() async throws {
    let provider = ScriptedProvider([.says("Hello.")])
    let price = ModelPrice(input: 250_000_000, output: 2_000_000_000)
    let reply = await ask(world.chain([provider], price: price))
    #expect(reply.text == "Hello." && reply.error == nil)
    let run = try #require(reply.runs.first)
    #expect(reply.runs.count == 1)
    #expect(run.status == "ok" && run.attempt == 1 && run.errorCode == nil)
    #expect(run.requestId == "req_1" && run.stage == "assess" && run.rubricVersion == "r-1")
    #expect(run.inputTokens == 100 && run.outputTokens == 10 && run.estimated == nil)
    // 100 · 250 + 10 · 2000 nano-dollars.
    #expect(run.costCents == 0.0045)
    #expect(provider.requests.map(\.requestId) == ["req_1"])
  }

  @Test func anUnknownPriceIsNoCost() async {
    let reply = await ask(world.chain([ScriptedProvider([.says("Hello.")])]))
    #expect(reply.runs.map(\.costCents) == [nil])
  }

  @Test func everyAttemptLeavesARun() async {
    let provider = ScriptedProvider([.fails(.overloaded), .fails(.connection), .says("Well.")])
    let reply = await ask(world.chain([provider]))
    #expect(reply.text == "Well.")
    #expect(reply.runs.map(\.status) == ["error", "error", "ok"])
    #expect(reply.runs.map(\.errorCode) == ["overloaded", "connection", nil])
    #expect(reply.runs.map(\.attempt) == [1, 2, 3])
    #expect(Set(reply.runs.map(\.id)).count == 3)
    #expect(world.waited == [500, 1_000])
  }

  @Test func afterItsRetriesTheNextModelIsAsked() async {
    let first = ScriptedProvider([.fails(.server), .fails(.server)], modelId: "first")
    let second = ScriptedProvider([.says("Here.")], modelId: "second")
    let reply = await ask(world.chain([first, second], retries: 1))
    #expect(reply.text == "Here." && reply.modelId == "second")
    #expect(reply.runs.map(\.modelId) == ["first", "first", "second"])
    #expect(reply.runs.map(\.attempt) == [1, 2, 3])
  }

  @Test func whereAllFailTheLastFailureStands() async {
    let first = ScriptedProvider([.fails(.server)], modelId: "first")
    let second = ScriptedProvider([.fails(.rateLimited)], modelId: "second")
    let reply = await ask(world.chain([first, second], retries: 0))
    #expect(reply.error?.code == .quotaExceeded && reply.error?.isRetryable == true)
    #expect(reply.runs.count == 2)
  }

  @Test func whatWasShownIsNotAskedForAgain() async {
    let first = ScriptedProvider([.fails(.cut, after: "Once upon"), .says("no")], modelId: "first")
    let second = ScriptedProvider([.says("no")], modelId: "second")
    let shown = Mutex("")
    let reply = await ask(world.chain([first, second])) { piece in
      shown.withLock { $0 += piece }
    }
    #expect(shown.withLock { $0 } == "Once upon")
    #expect(reply.text == "Once upon" && reply.error?.code == .providerFailed)
    #expect(reply.runs.map(\.status) == ["partial"])
    #expect(reply.runs.map(\.estimated) == [true])
    #expect(second.requests.isEmpty)
  }

  @Test func whatWasNotShownIsAskedForAgain() async {
    let provider = ScriptedProvider([.fails(.cut, after: "{\"sco"), .says("{}")])
    let reply = await ask(world.chain([provider]))
    #expect(reply.text == "{}" && reply.runs.map(\.status) == ["partial", "ok"])
  }

  @Test(arguments: [
    (FinishReason.length, "truncated"), (.contentFilter, "filtered"), (.refusal, "refused"),
  ])
  func anAnswerThatIsNoneIsAFailure(_ reason: FinishReason, _ status: String) async {
    let reply = await ask(world.chain([ScriptedProvider([.says("{\"score\":7}", finish: reason)])]))
    #expect(reply.error?.code == .answerUnusable)
    #expect(reply.runs.map(\.status) == [status])
  }

  @Test func aRefusalInItsOwnFieldIsARefusal() async {
    let script = ScriptedProvider.Script(events: [.refusal("I cannot."), .finished(.stop)])
    let reply = await ask(world.chain([ScriptedProvider([script])]))
    #expect(reply.error?.code == .answerUnusable && reply.runs.map(\.status) == ["refused"])
  }

  @Test func usageThatNobodyCountedIsEstimatedAndSaidToBe() async throws {
    let script = ScriptedProvider.Script(events: [.text("eight ch"), .finished(.stop)])
    let run = try #require(await ask(world.chain([ScriptedProvider([script])])).runs.first)
    // Four bytes a token; four tokens for the form of each of two messages.
    #expect(run.inputTokens == 4 + 4 + 1 + 4 && run.outputTokens == 2 && run.estimated == true)
  }

  @Test func aRefusedRequestCostsNothing() async throws {
    let provider = ScriptedProvider([.fails(.invalidRequest)])
    let run = try #require(await ask(world.chain([provider])).runs.first)
    #expect(run.inputTokens == 0 && run.outputTokens == 0)
  }

  // MARK: Structured answers

  private let shape = AnswerShape(name: "x", schema: ["type": "object"])

  @Test func theLadderGoesDownWhereAServerRefusesAndIsRemembered() async {
    let provider = ScriptedProvider([
      .fails(.formatRefused), .fails(.formatRefused), .says("{}"), .says("{}"),
    ])
    let chain = world.chain([provider], retries: 0)
    let first = await ask(chain, shape: shape)
    #expect(first.text == "{}" && first.runs.map(\.status) == ["error", "error", "ok"])
    _ = await ask(chain, shape: shape)
    #expect(
      provider.requests.map(\.format) == [
        .jsonSchema(name: "x", schema: ["type": "object"]), .jsonObject, .text, .text,
      ])
    #expect(world.waited.isEmpty)
  }

  // MARK: Models that need not be asked

  @Test func aWrongKeyIsTriedOnce() async {
    let provider = ScriptedProvider([.fails(.notAuthorised), .says("no")])
    let chain = world.chain([provider])
    let first = await ask(chain)
    let second = await ask(chain)
    #expect(first.error?.code == .notAuthorised && second.error?.code == .notAuthorised)
    #expect(first.runs.count == 1 && second.runs.isEmpty)
    #expect(provider.requests.count == 1)
  }

  @Test func anAccountWithoutMoneyIsLeftAloneForAMinute() async throws {
    let provider = ScriptedProvider([.fails(.quotaExceeded), .says("rich again")])
    let chain = world.chain([provider])
    _ = await ask(chain)
    #expect(await ask(chain).error?.code == .quotaExceeded)
    try await world.surroundings.sleep(60_000)
    #expect(await ask(chain).text == "rich again")
  }

  @Test func aCancelledCallSaysSo() async {
    let chain = world.chain([ScriptedProvider([.fails(.server), .says("late")])])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await ask(chain)
    }
    let reply = await task.value
    #expect(reply.isCancelled && reply.error?.code == .cancelled)
  }
}
