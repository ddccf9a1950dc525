// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours treats warnings as errors; what we depend on does not concern us.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The module arrows, bottom to top; CONTRIBUTING.md draws them.
///
/// Pure modules depend on pure modules only.
let package = Package(
  name: "cachetutor",
  products: [
    .executable(name: "cachetutor", targets: ["cachetutor"]),
    .library(name: "CacheEngine", targets: ["CacheEngine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // MARK: pure
    .target(name: "CacheEngine", swiftSettings: strict),
    .target(name: "Keyspace", dependencies: ["CacheEngine"], swiftSettings: strict),
    .target(
      name: "Simulation",
      dependencies: [
        "CacheEngine", "Keyspace", .product(name: "DequeModule", package: "swift-collections"),
      ], swiftSettings: strict),
    .target(
      name: "Tutor", dependencies: ["CacheEngine", "Keyspace", "PolicyLab", "Simulation"],
      swiftSettings: strict),
    .target(name: "PolicyLab", dependencies: ["CacheEngine"], swiftSettings: strict),
    .target(name: "Screen", swiftSettings: strict),
    .target(
      name: "Dashboard",
      dependencies: ["CacheEngine", "Keyspace", "Simulation", "Tutor", "Screen"],
      swiftSettings: strict),

    // MARK: edge
    .systemLibrary(
      name: "CMarkdown", path: "Sources/CMarkdown", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "CYaml", path: "Sources/CYaml", linkerSettings: [.linkedLibrary("yaml")]),
    .target(
      name: "CNcurses", path: "Sources/CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", path: "Sources/CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "TraceFiles", dependencies: ["PolicyLab", "CZlib", "CZstd"], swiftSettings: strict),
    .target(
      name: "LessonFiles",
      dependencies: ["PolicyLab", "Simulation", "TraceFiles", "Tutor", "CMarkdown", "CYaml"],
      swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["Screen", "CNcurses"], swiftSettings: strict),
    .executableTarget(
      name: "cachetutor",
      dependencies: [
        "CacheEngine", "Keyspace", "Simulation", "Tutor", "Screen", "Dashboard", "LessonFiles",
        "NcursesTerminal", "PolicyLab", "TraceFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // MARK: measurements
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CLoops", "CacheEngine", "LessonFiles", "PolicyLab", "PtySupport", "Simulation", "Tutor",
      ], path: "Benchmarks", exclude: ["CLoops"], swiftSettings: strict),
    .target(name: "CLoops", path: "Benchmarks/CLoops"),

    // MARK: tests
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(
      name: "CacheEngineTests", dependencies: ["CacheEngine"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "LessonFilesTests",
      dependencies: ["CacheEngine", "FuzzSupport", "LessonFiles", "Simulation", "Tutor"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["CacheEngine", "FuzzSupport", "Simulation"],
      exclude: ["Listing/Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["CacheEngine", "Dashboard", "LessonFiles", "Screen", "Simulation", "Tutor"],
      exclude: ["Fixtures", "Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "TutorTests",
      dependencies: [
        "CacheEngine", "FuzzSupport", "Keyspace", "LessonFiles", "Simulation", "Tutor",
      ], exclude: ["Commands/Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "KeyspaceTests", dependencies: ["CacheEngine", "Keyspace"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ScreenTests", dependencies: ["CacheEngine", "Screen"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Screen", "NcursesTerminal"],
      path: "Tests/TerminalProbe", swiftSettings: strict),
    .testTarget(
      name: "PolicyLabTests",
      dependencies: ["CacheEngine", "PolicyLab", "TraceFiles"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CacheEngine", "Dashboard", "LessonFiles", "PtySupport", "Simulation", "Tutor",
        "cachetutor",
      ], exclude: ["Golden"], swiftSettings: strict),
    .target(name: "PtySupport", path: "Tests/PtySupport", swiftSettings: strict),
    .target(name: "FuzzSupport", path: "Tests/FuzzSupport", swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["CNcurses", "NcursesTerminal", "PtySupport", "Screen", "TerminalProbe"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own `main`, so that this target links in a build of its own only: `make fuzz`.
if Context.environment["CACHETUTOR_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: ["CacheEngine", "LessonFiles", "Simulation", "Tutor"], path: "Fuzz",
      exclude: ["Corpus", "words.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
