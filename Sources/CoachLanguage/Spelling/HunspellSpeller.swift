import CHunspell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's hunspell dictionary. It is read at the first word asked for (about 30 ms), so that
/// a text of everyday words costs nothing.
public final class HunspellSpeller: Speller {
  private let affixPath: String
  private let dictionaryPath: String
  private lazy var handle: OpaquePointer? = Hunspell_create(affixPath, dictionaryPath)

  /// - Parameter path: the dictionary's path without `.aff` and `.dic`.
  public init(path: String) {
    affixPath = path + ".aff"
    dictionaryPath = path + ".dic"
  }

  deinit {
    // A handle that was never asked for must not be made now, only to be freed.
    if isLoaded, let handle { Hunspell_destroy(handle) }
  }

  private var isLoaded = false

  /// The English dictionary of this machine, nil where none is installed.
  ///
  /// `DICPATH` is looked through first, as hunspell's own command does.
  public static func system() -> HunspellSpeller? {
    var folders: [String] = []
    if let path = getenv("DICPATH") {
      folders = String(cString: path).split(separator: ":").map(String.init)
    }
    folders += ["/usr/share/hunspell", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell"]
    folders += ["/usr/share/myspell/dicts", "/Library/Spelling"]
    for folder in folders {
      for language in ["en_US", "en_GB"] {
        let path = "\(folder)/\(language)"
        if access(path + ".dic", R_OK) == 0, access(path + ".aff", R_OK) == 0 {
          return HunspellSpeller(path: path)
        }
      }
    }
    return nil
  }

  public func isKnown(_ word: String) -> Bool {
    isLoaded = true
    guard let handle else { return true }
    return Hunspell_spell(handle, word) != 0
  }

  public func suggestions(for word: String) -> [String] {
    isLoaded = true
    guard let handle else { return [] }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    guard let list else { return [] }
    return (0..<Int(count)).compactMap { list[$0].map { String(cString: $0) } }
  }
}
