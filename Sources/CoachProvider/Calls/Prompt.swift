/// What is to be said to a model, whichever of the chain answers.
struct Prompt: Sendable, Equatable {
  var system: String?
  /// The conversation, oldest first, ending with the user's words.
  var messages: [ChatMessage]
  /// The most tokens that the answer may have, where the model's configuration does not say.
  var maxOutputTokens: Int
  /// 0 for the likeliest words; nil for the model's usual way.
  var temperature: Double?
  /// The shape of the answer; nil for words.
  var shape: AnswerShape?

  init(
    system: String? = nil, messages: [ChatMessage], maxOutputTokens: Int,
    temperature: Double? = nil, shape: AnswerShape? = nil
  ) {
    self.system = system
    self.messages = messages
    self.maxOutputTokens = maxOutputTokens
    self.temperature = temperature
    self.shape = shape
  }
}
