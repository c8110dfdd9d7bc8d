import CoachJSONL

/// Where a service is, from what the configuration says of it.
struct ServiceAddress: Equatable, Sendable {
  /// As it was given, without a query and without slashes at the end.
  private let base: Substring
  /// What follows a question mark, with it; some gateways want a version there.
  private let query: Substring

  /// - Throws: `StageFailure` (78) where it is no address of HTTP.
  init(_ location: String) throws(StageFailure) {
    let lowered = location.lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://"),
      location.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else {
      throw StageFailure(
        .configuration, "the base URL of a provider must begin with http:// or https://")
    }
    let end = location.firstIndex { $0 == "?" || $0 == "#" } ?? location.endIndex
    var base = location[..<end]
    while base.hasSuffix("/") { base.removeLast() }
    self.base = base
    query = location[end...].prefix { $0 != "#" }
  }

  /// The address of a resource; `path` begins with a slash.
  ///
  /// - Parameter version: a path that the base may or may not end with already, as `/v1`.
  func url(_ path: String, below version: String = "") -> String {
    let prefix = base.hasSuffix(version) ? "" : version
    return "\(base)\(prefix)\(path)\(query)"
  }

  /// The same without credentials and query: what may be shown.
  var server: String {
    let (scheme, rest) = parts
    let authority = rest.prefix { $0 != "/" }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    return "\(scheme)\(host ?? authority)\(rest[authority.endIndex...])"
  }

  /// The name of the host, in lower case, without a port.
  var host: String {
    let authority = parts.rest.prefix { $0 != "/" }
    let place = authority.split(separator: "@").last ?? authority
    // An address of IPv6 has colons between its brackets.
    let end = place.lastIndex(of: "]").map { place.index(after: $0) } ?? place.startIndex
    return (place[..<end] + place[end...].prefix { $0 != ":" }).lowercased()
  }

  private var parts: (scheme: Substring, rest: Substring) {
    let slashes = base.firstIndex(of: "/").map { base.index($0, offsetBy: 2) } ?? base.startIndex
    return (base[..<slashes], base[slashes...])
  }
}
