#if canImport(Glibc)
  import Glibc
#endif

/// How large a terminal is.
public enum TerminalSize {
  /// How many columns it has; nil where the descriptor is no terminal, or does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : nil
  }
}
