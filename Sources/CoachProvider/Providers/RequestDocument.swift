import CoachJSONL
import Crypto

extension ChatRequest {
  /// The request as one JSON object: what `exec` gives its command, and what a recording is found by.
  ///
  /// - Parameter modelId: the model that is asked; nil where neither it nor the id of the request
  ///   are to be in it.
  func document(modelId: String?) -> [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.object { json in
      if let modelId {
        json.field("requestId", requestId)
        json.field("model", modelId)
      }
      json.field("system", system)
      json.key("messages")
      json.array { json in
        for message in messages {
          json.object { json in
            json.field("role", message.role)
            json.field("content", message.text)
          }
        }
      }
      json.field("maxTokens", maxOutputTokens)
      json.field("temperature", temperature)
      json.key("format")
      json.object { write(format, to: &$0) }
    }
    return json.bytes
  }

  /// SHA-256, in hex, over everything that is asked, but for the id and the model: the same question
  /// has the same digest whoever is asked.
  var digest: String {
    SHA256.hash(data: document(modelId: nil))
      .map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
  }

  private func write(_ format: AnswerFormat, to json: inout JSONWriter) {
    switch format {
    case .text: json.field("type", "text")
    case .jsonObject: json.field("type", "json_object")
    case .jsonSchema(let name, let schema):
      json.field("type", "json_schema")
      json.field("name", name)
      json.key("schema")
      json.value(schema)
    }
  }
}
