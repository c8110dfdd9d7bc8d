/// What services answer when all is well.
public enum GoodAnswer {
  /// A stream of chat completions.
  ///
  /// - Parameters:
  ///   - pieces: the deltas of text.
  ///   - usage: prompt, completion and cached tokens; nil for a server that does not say.
  ///   - pause: between two chunks, milliseconds.
  public static func openAI(
    _ pieces: [String], finish: String = "stop", usage: (Int, Int, Int)? = (11, 7, 3),
    pause: Int = 0
  ) -> ServedAnswer {
    .stream(openAIEvents(pieces, finish: finish, usage: usage), pause: pause)
  }

  /// The events of such a stream, each with its blank line.
  public static func openAIEvents(
    _ pieces: [String], finish: String = "stop", usage: (Int, Int, Int)? = (11, 7, 3)
  ) -> [String] {
    var events = [openAIChunk(#"{"role":"assistant","content":null}"#)]
    events += pieces.map { openAIChunk(#"{"content":\#(JSON.quoted($0))}"#) }
    events.append(openAIChunk("{}", finish: JSON.quoted(finish)))
    if let usage {
      events.append(
        """
        data: {"id":"c1","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":\
        \(usage.0),"completion_tokens":\(usage.1),"total_tokens":\(usage.0 + usage.1),\
        "prompt_tokens_details":{"cached_tokens":\(usage.2)}}}\n\n
        """)
    }
    return events + ["data: [DONE]\n\n"]
  }

  /// One chunk of such a stream.
  public static func openAIChunk(_ delta: String, finish: String = "null") -> String {
    """
    data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":\(delta),\
    "finish_reason":\(finish)}],"usage":null}\n\n
    """
  }

  /// A stream of messages.
  public static func anthropic(
    _ pieces: [String], stop: String = "end_turn", pause: Int = 0
  ) -> ServedAnswer {
    .stream(anthropicEvents(pieces, stop: stop), pause: pause)
  }

  /// The events of such a stream: 5 tokens read, 4 of them new to the cache, 2 from it, 7 written.
  public static func anthropicEvents(_ pieces: [String], stop: String = "end_turn") -> [String] {
    let begin = [
      anthropicEvent(
        "message_start",
        """
        "message":{"id":"m1","type":"message","role":"assistant","content":[],"usage":\
        {"input_tokens":5,"cache_creation_input_tokens":4,"cache_read_input_tokens":2,\
        "output_tokens":1}}
        """),
      anthropicEvent(
        "content_block_start", #""index":0,"content_block":{"type":"text","text":""}"#),
      anthropicEvent("ping"),
    ]
    let end = [
      anthropicEvent("content_block_stop", #""index":0"#),
      anthropicEvent(
        "message_delta",
        #""delta":{"stop_reason":"\#(stop)","stop_sequence":null},"usage":{"output_tokens":7}"#),
      anthropicEvent("message_stop"),
    ]
    return begin
      + pieces.map {
        anthropicEvent(
          "content_block_delta",
          #""index":0,"delta":{"type":"text_delta","text":\#(JSON.quoted($0))}"#)
      } + end
  }

  /// One event of such a stream.
  public static func anthropicEvent(_ name: String, _ members: String = "") -> String {
    "event: \(name)\ndata: {\"type\":\"\(name)\"\(members.isEmpty ? "" : ",")\(members)}\n\n"
  }
}
