/// The address of a service.
enum BaseURL {
  /// What is wrong with an address.
  struct Fault: Error, Equatable {
    let message: String
  }

  /// The address without slashes at its end.
  ///
  /// Credentials in it are refused: an address is shown in diagnostics.
  static func checked(_ text: String) -> Result<String, Fault> {
    guard let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return .failure(Fault(message: "must begin with http:// or https://")) }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    guard !authority.contains("@") else {
      return .failure(Fault(message: "must not have a name or password in it; use a key"))
    }
    guard !authority.isEmpty, rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !rest.contains("?"), !rest.contains("#")
    else {
      return .failure(Fault(message: "must be an address such as http://127.0.0.1:11434/v1"))
    }
    return .success(scheme + rest.trimmingEnd("/"))
  }

  /// Whether what is sent there can be read on the way: not encrypted, and to another machine.
  static func isOpen(_ url: String) -> Bool {
    guard url.hasPrefix("http://") else { return false }
    let authority = url.dropFirst(7).prefix { $0 != "/" }
    let host =
      authority.hasPrefix("[")
      ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
    return !(host == "localhost" || host == "::1" || host.hasPrefix("127."))
  }
}

extension Substring {
  fileprivate func trimmingEnd(_ character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
