// swift-tools-version: 6.2
import PackageDescription

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The six tools of the suite. A new one is a new folder under `Sources/` and a line here.
let tools: [(name: String, dependencies: [Target.Dependency])] = [
  ("coach-chat", ["CLibedit", "CoachJSONL", "CoachLanguage", "CoachProvider"]),
  ("coach-filter", ["CoachJSONL", "CoachLanguage", "CoachProvider"]),
  ("coach-assess", ["CoachJSONL", "CoachProvider"]),
  ("coach-summarize", ["CoachJSONL", "CoachProvider"]),
  ("coach-level", ["CoachJSONL"]),
  (
    "coach-store",
    [
      "CoachJSONL", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]
  ),
]

let package = Package(
  name: "coach-up",
  products: tools.map { .executable(name: $0.name, targets: [$0.name]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The doors to C and C++: as thin as they can be, one library each.
    .target(
      name: "CSimdJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),
    // libcurl is loaded at its first use, so nothing is linked here.
    .target(name: "CCurl"),
    // libedit is loaded where somebody sits at a terminal.
    .target(name: "CLibedit"),
    // A table of word sequences, put into the program as it is.
    .target(
      name: "CWordSequences", exclude: ["COPYING", "make-table.py", "sequences.bin"],
      cSettings: [.headerSearchPath(".")]),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell",
      providers: [.apt(["libhunspell-dev", "hunspell-en-us"])]),

    // The libraries, who know each other downwards only.
    .target(
      name: "CoachJSONL",
      dependencies: [
        "CSimdJSON", argumentParser,
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(name: "CoachLanguage", dependencies: ["CHunspell", "CWordSequences"]),
    .target(
      name: "CoachProvider",
      dependencies: [
        "CCurl", "CoachJSONL", "CoachLanguage", argumentParser,
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Rubrics/default.yaml")]),
  ]
    + tools.map {
      .executableTarget(name: $0.name, dependencies: $0.dependencies + [argumentParser])
    } + [
      .executableTarget(
        name: "bench-reading", dependencies: ["CoachJSONL", argumentParser], path: "bench/Reading"),
      .target(
        name: "TestSupport",
        dependencies: [
          "CoachJSONL", argumentParser, .product(name: "Crypto", package: "swift-crypto"),
        ],
        path: "Tests/Support"),
      .executableTarget(
        name: "fault-server", dependencies: ["TestSupport", argumentParser],
        path: "Tests/FaultServer"),
      .testTarget(name: "CoachJSONLTests", dependencies: ["CoachJSONL", "TestSupport"]),
      .testTarget(name: "CoachLanguageTests", dependencies: ["CoachLanguage"]),
      .testTarget(
        name: "CoachProviderTests",
        dependencies: ["CoachProvider", "CoachLanguage", "CoachJSONL", "TestSupport"]),
    ]
    + tools.map { tool in
      .testTarget(
        name: tool.name.split(separator: "-").map(\.capitalized).joined() + "Tests",
        dependencies: [.target(name: tool.name), "TestSupport", argumentParser]
          + tool.dependencies,
        exclude: tool.name == "coach-filter" ? ["Dialogues"] : [])
    } + [
      .testTarget(
        name: "PipelineTests",
        dependencies: ["TestSupport"] + tools.map { .target(name: $0.name) })
    ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

extension StringProtocol {
  var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

for target in package.targets where ![.system, .plugin, .binary].contains(target.type) {
  if ["CSimdJSON", "CCurl", "CLibedit", "CWordSequences"].contains(target.name) { continue }
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .treatAllWarnings(as: .error),
    ]
}
