#if canImport(Glibc)
  import Glibc
#endif

/// Standard input, output and error, as a careless caller may leave them.
enum StandardDescriptors {
  /// Fills the places of descriptors that are closed, so that nothing else is opened there.
  ///
  /// Each is opened the wrong way round: reading from an input that is not there, and writing to
  /// an output that is not there, fails as it must.
  static func fillClosed() {
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one: those below it are open by now.
      _ = open("/dev/null", mode)
    }
  }
}
