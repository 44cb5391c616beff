// swift-tools-version: 6.1
import PackageDescription

// Understanding and scoring are thirty times slower without optimisation: `make test` asks for it in
// these rooms alone, under debug, where whole optimisation would cost more than it saves.
let worked: [SwiftSetting] =
  Context.environment["OPTIMISE_LANGUAGE"] == nil ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

// One library a room; the doors between them are listed in Sources/README.md and
// `RepositoryTests` compares every import with that list.
let package = Package(
  name: "touchpoint",
  products: [
    .executable(name: "touchpoint", targets: ["touchpoint"]),
    .library(name: "TouchpointKit", targets: ["TouchpointKit"]),
  ],
  dependencies: [
    // Subcommands, help, shell completions: the command line people already know.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite with migrations, WAL and busy handling; behind Journal alone.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Tests and bench only: proves that what `fmt` writes is YAML, and is the peer we are timed beside.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "CEncoder"),
    .target(name: "Language", dependencies: ["CEncoder"], swiftSettings: worked),
    .target(name: "Domain", dependencies: ["Diagnostics"]),
    .target(name: "Authoring", dependencies: ["Domain", "Diagnostics", "Language"]),
    .target(name: "Play", dependencies: ["Domain", "Language"]),
    .target(
      name: "Scoring", dependencies: ["Domain", "Language", "Diagnostics"], swiftSettings: worked),
    .target(
      name: "Journal", dependencies: ["Domain", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Reports", dependencies: ["Domain"]),
    // GNU readline (apt: libreadline-dev) and the few lines of C that signals and streams need.
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "Terminal", dependencies: ["CReadline", "Diagnostics"]),
    .target(
      name: "TouchpointKit",
      dependencies: [
        "Diagnostics", "Language", "Domain", "Authoring", "Play", "Scoring", "Journal", "Reports",
      ]),
    .target(
      name: "TouchpointCommand",
      dependencies: [
        "TouchpointKit", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "touchpoint", dependencies: ["TouchpointCommand"]),
    .target(name: "TouchpointTesting", dependencies: ["TouchpointKit", "Journal", "Domain"]),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TouchpointTesting"]),
    // The replies are tables, read from where they lie.
    .testTarget(name: "LanguageTests", dependencies: ["Language"], exclude: ["Moves/Replies"]),
    // The batch interface alone, for measuring the understanding; never installed.
    .executableTarget(name: "language-lab", dependencies: ["Language"], path: "Tests/LanguageLab"),
    .testTarget(name: "DomainTests", dependencies: ["Domain"]),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["Authoring", "TouchpointTesting", .product(name: "Yams", package: "Yams")]),
    .testTarget(name: "PlayTests", dependencies: ["Play", "TouchpointTesting"]),
    .testTarget(
      name: "ScoringTests", dependencies: ["Scoring", "Authoring", "TouchpointTesting"]),
    // A second process for the journal's crash, lock and permission tests.
    .executableTarget(
      name: "JournalProbe", dependencies: ["Journal", "Domain"], path: "Tests/JournalProbe"),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Journal", "JournalProbe", "TouchpointTesting", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "TouchpointTesting"]),
    // `make bench`: figures beside a peer, never installed.
    .executableTarget(
      name: "touchpoint-bench",
      dependencies: ["TouchpointKit", "TouchpointTesting", .product(name: "Yams", package: "Yams")],
      path: "Tests/Bench"),
    // What TerminalTests drives in a pseudo-terminal; never installed.
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Diagnostics", "TouchpointTesting", "terminal-probe"]),
    .testTarget(
      name: "KitTests", dependencies: ["TouchpointKit", "TouchpointTesting"],
      exclude: ["Golden"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TouchpointCommand", "TouchpointTesting"],
      exclude: ["readme-replies.txt", "Explained"]),
    .testTarget(
      name: "RepositoryTests",
      dependencies: ["TouchpointKit", "TouchpointTesting"]),
  ],
  swiftLanguageModes: [.v6]
)
