import CoachJSONL

/// Why an answer cannot be used, in words for the model that is to mend it.
struct AnswerFaults: Error, Equatable {
  var list: [String]

  init(_ list: [String]) { self.list = list }

  /// Beyond so many nobody is told of more.
  private static let mostTold = 5

  var told: String { list.prefix(Self.mostTold).joined(separator: "; ") }
}

/// A call for an answer in JSON that is checked here and, once, asked to be mended.
struct CheckedCall {
  let chain: ModelChain
  let subject: CallSubject
  /// Asks again where an answer could not be used.
  let repair: PromptTemplate

  /// - Parameters:
  ///   - prompt: what to say to a model.
  ///   - check: makes a value of the answer.
  func answer<Value: Sendable>(
    prompt: @escaping @Sendable (ModelChain.Model) -> Prompt,
    check: (String) throws(AnswerFaults) -> Value
  ) async -> AgentAnswer<Value> {
    let first = await chain.ask(for: subject, prompt: prompt)
    if let error = first.error { return answer(.failure(error), by: first) }
    do throws(AnswerFaults) {
      return answer(.success(try check(first.text)), by: first)
    } catch {
      let faults = error
      var second = await chain.ask(for: subject) { model in
        repaired(prompt(model), answer: first.text, faults)
      }
      second.runs = first.runs + second.runs.numbered(after: first.runs.count)
      if let error = second.error { return answer(.failure(error), by: second) }
      do throws(AnswerFaults) {
        return answer(.success(try check(second.text)), by: second)
      } catch {
        let what = "the model's answer cannot be used: \(error.told)"
        return answer(
          .failure(RecordError(.answerUnusable, what, isRetryable: true)), by: second)
      }
    }
  }

  private func answer<Value>(
    _ value: Result<Value, RecordError>, by reply: ModelReply
  ) -> AgentAnswer<Value> {
    AgentAnswer(
      value, provider: reply.provider, modelId: reply.modelId,
      rubricVersion: subject.rubricVersion ?? "", requestId: subject.requestId, runs: reply.runs)
  }

  /// The same question, the answer that came, and what is wrong with it.
  private func repaired(_ prompt: Prompt, answer: String, _ faults: AnswerFaults) -> Prompt {
    var prompt = prompt
    prompt.messages += [
      // A service may refuse a message of nothing.
      ChatMessage(.assistant, answer.isEmpty ? "{}" : answer),
      ChatMessage(.user, repair.filled([.problem: faults.told])),
    ]
    return prompt
  }
}

extension [PromptRun] {
  /// The attempts of a second question, counted on from those of the first.
  fileprivate func numbered(after count: Int) -> [PromptRun] {
    map { run in
      var run = run
      run.attempt = run.attempt.map { $0 + Int64(count) }
      return run
    }
  }
}
