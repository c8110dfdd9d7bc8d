#if canImport(Glibc)
  import Glibc
#endif

/// The name under which this process's user logged in.
enum LoginName {
  static func ofProcess() -> String {
    let user = getuid()
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
    return String(cString: name)
  }
}
