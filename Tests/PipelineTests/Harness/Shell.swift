import Glibc
import TestSupport
import Testing

/// bash in a directory of its own, with the built tools on the PATH and the clock behind the example
/// week.
struct Shell {
  let dir: Dir
  /// What the scripts find in their environment, beside what every command of the tests finds.
  var environment: [String: String]

  init(in dir: Dir) throws {
    self.dir = dir
    environment = [
      "PATH": "\(Package.products):/usr/local/bin:/usr/bin:/bin",
      "COACH_DB": dir.file("coach.db"), "COACH_LOG": "text", "COACH_PROVIDER": "builtin",
      "COACH_NOW": "1768000000000",
    ]
  }

  /// Runs a line of shell as it stands, a pipeline's status being that of the stage that failed.
  func run(_ command: String, _ input: Input = .nothing) throws -> CommandResult {
    var bash = dir.command("/bin/bash", "-o", "pipefail", "-c", command).timeout(120)
    bash.environment.merge(environment) { $1 }
    return try bash.run(input)
  }

  /// Puts a program before the suite's own: a script of bash.
  mutating func replace(_ tool: String, by script: String) throws {
    try dir.write("replaced-\(tool)", "#!/bin/bash\n" + script)
    let made = try run(
      "mkdir -p bin && mv replaced-\(tool) bin/\(tool) && chmod +x bin/\(tool)")
    made.expect(.success)
    environment["PATH"] = "\(dir.file("bin")):\(Package.products):/usr/local/bin:/usr/bin:/bin"
  }

  /// The text as one word of the shell.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: #"'\''"#) + "'"
  }

  /// Whether a program is on the machine.
  static func has(_ program: String) -> Bool {
    ["/usr/local/bin", "/usr/bin", "/bin"].contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
