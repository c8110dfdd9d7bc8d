import CSimdJSON

/// Why a line is not a JSON document.
enum JSONFault: Error, Equatable {
  case empty
  case syntax
  case notUTF8
  case tooDeep
  case tooLong
  case outOfMemory
}

/// Parses one document at a time; what it hands out is valid until it parses the next.
///
/// simdjson does the work. Where it refuses a number or a string that RFC 8259 allows (an integer
/// beyond 64 bits, `1e400`, a lone surrogate escape), the document is read once more with those
/// tokens masked, so that every other field can still be decoded.
final class JSONParser {
  private let handle: OpaquePointer
  private var maskedCopy: [UInt8] = []

  /// Makes a parser with room for a document of usual size; throws `JSONFault.outOfMemory`.
  init() throws(JSONFault) {
    guard let handle = csj_parser_new() else { throw .outOfMemory }
    self.handle = handle
  }

  deinit { csj_parser_free(handle) }

  /// Parses `bytes`, behind which `CSJ_PADDING` readable bytes must lie.
  func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) -> JSONValue {
    do throws(ParseFailure) {
      return JSONValue(try document(bytes))
    } catch .undecodable {
      return try parseMasked(bytes)
    } catch {
      throw error.fault
    }
  }

  /// Parses once more without the tokens that simdjson cannot decode.
  private func parseMasked(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) -> JSONValue {
    maskedCopy.removeAll(keepingCapacity: true)
    UndecodableTokens.mask(bytes, into: &maskedCopy)
    let length = maskedCopy.count
    maskedCopy.append(contentsOf: repeatElement(0, count: Int(CSJ_PADDING)))
    // The DOM copies strings and numbers to its own tape: the masked bytes may move after this.
    let result = maskedCopy.withUnsafeBytes { bytes in
      Result { () throws(ParseFailure) in
        try document(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
      }
    }
    do throws(ParseFailure) {
      return JSONValue(try result.get(), isMasked: true)
    } catch {
      throw error.fault
    }
  }

  private enum ParseFailure: Error {
    case undecodable
    case fault(JSONFault)

    var fault: JSONFault {
      switch self {
      case .undecodable: .syntax
      case .fault(let fault): fault
      }
    }
  }

  private func document(_ bytes: UnsafeRawBufferPointer) throws(ParseFailure) -> csj_value {
    var root = csj_value()
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    switch csj_parse(handle, start, bytes.count, &root) {
    case CSJ_OK: return root
    case CSJ_UNDECODABLE: throw .undecodable
    case CSJ_EMPTY: throw .fault(.empty)
    case CSJ_UTF8: throw .fault(.notUTF8)
    case CSJ_DEPTH: throw .fault(.tooDeep)
    case CSJ_CAPACITY: throw .fault(.tooLong)
    case CSJ_MEMORY: throw .fault(.outOfMemory)
    default: throw .fault(.syntax)
    }
  }
}
