import Foundation
import Glibc

/// A fresh directory for one test, gone with it.
public final class Dir: Sendable {
  /// The directory itself.
  public let path: String

  /// Makes the directory.
  public init() throws {
    let name = "coach-test-\(UUID().uuidString.lowercased())"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the directory.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  public func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Writes a file of text and gives its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// The bytes of a file in the directory.
  public func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  /// A command of the suite, to run in this directory.
  public func command(_ tool: String, _ arguments: String...) -> TestCommand {
    TestCommand(tool, arguments, in: self)
  }

  /// A command of the suite, to run in this directory.
  public func command(_ tool: String, _ arguments: [String]) -> TestCommand {
    TestCommand(tool, arguments, in: self)
  }
}

/// Where the tests find what the package builds and brings.
public enum Package {
  /// The directory of the built tools: they lie beside the bundle of tests.
  public static let products: String = {
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(fileURLWithPath: runner ?? CommandLine.arguments[0])
      .deletingLastPathComponent().path
  }()

  /// The root of the checkout.
  public static let root: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The bytes of a file of the package, by its path from the root.
  public static func contents(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(file)")))
  }
}
