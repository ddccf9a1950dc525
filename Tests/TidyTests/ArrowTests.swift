import Foundation
import Testing

/// The module arrows and the words that pure modules must not use.
@Suite struct ArrowTests {
  /// What each pure module may import.
  static let allowed: [String: [String]] = [
    "CacheEngine": [],
    "Keyspace": ["CacheEngine"],
    "Simulation": ["CacheEngine", "Keyspace"],
    "Tutor": ["CacheEngine", "Keyspace", "PolicyLab", "Simulation"],
    "PolicyLab": ["CacheEngine"],
    "Screen": [],
    "Dashboard": ["CacheEngine", "Keyspace", "Simulation", "Tutor", "Screen"],
  ]

  static let libraries = ["Collections", "OrderedCollections", "DequeModule", "HeapModule"]

  @Test(arguments: allowed.keys.sorted())
  func `a pure module imports what its arrows allow`(module: String) throws {
    let permitted = try #require(Self.allowed[module]) + Self.libraries
    for file in try Source.files(in: "Sources/\(module)") {
      for line in file.lines where line.hasPrefix("import ") || line.contains(" import ") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), !line.hasPrefix("//"),
          !line.contains("///"), words.count > place + 1, words.count <= place + 2
        else { continue }
        let name = String(words[place + 1])
        #expect(permitted.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  /// A word and what to use in its place.
  static let banned: [(word: String, instead: String)] = [
    ("Hasher", "StableHash"), (".hashValue", "StableHash"),
    (".shuffled(", "SeededRandom"), (".shuffle(", "SeededRandom"),
    (".randomElement(", "SeededRandom"), (".random(in", "SeededRandom"),
    ("SystemRandomNumberGenerator", "SeededRandom"), ("ContinuousClock", "Tick"),
    ("SuspendingClock", "Tick"), ("print(", "a value that the edge prints"),
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a pure module uses nothing that differs from run to run`(module: String) throws {
    for file in try Source.files(in: "Sources/\(module)") {
      for (number, line) in file.lines.enumerated() {
        let code = line.prefix { $0 != "\"" }.components(separatedBy: "//")[0]
        for (word, instead) in Self.banned where code.contains(word) {
          let isPartOfAName = word == "print(" && !" \(code)".contains(" print(")
          #expect(isPartOfAName, "\(file.path):\(number + 1): \(word) — use \(instead)")
        }
      }
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    for file in try Source.files(in: "Sources") + Source.files(in: "Tests") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  /// Folders whose every file needs a row in the catalog beside it.
  static let catalogs: [(folder: String, catalog: String)] = [
    ("Sources/CacheEngine/Policies", "Sources/CacheEngine/Policies/PolicyCatalog.swift"),
    ("Sources/CacheEngine/Placement", "Sources/CacheEngine/Placement/PlacementCatalog.swift"),
    ("Sources/Simulation/Workloads", "Sources/Simulation/Workloads/WorkloadCatalog.swift"),
    ("Sources/PolicyLab/Formats", "Sources/PolicyLab/Formats/FormatCatalog.swift"),
  ]

  @Test(arguments: catalogs.map(\.folder))
  func `every member of a catalog has a row`(folder: String) throws {
    let catalog = try #require(Self.catalogs.first { $0.folder == folder }).catalog
    let rows = try Source.text(catalog)
    for file in try Source.files(in: folder) {
      let name = file.path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
      let isMember = ["Policy", "Placement", "Workload", "Format"].contains { name.hasSuffix($0) }
      guard isMember, !["Workload", "LineFormat"].contains(name) else { continue }
      #expect(rows.contains(name), "\(file.path) has no row in \(catalog)")
    }
  }
}

/// The checkout's own files.
enum Source {
  struct File {
    var path: String
    var lines: [String]
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func files(in folder: String) throws -> [File] {
    let start = root.appendingPathComponent(folder)
    let all = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
    return try all.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: start.appendingPathComponent(path), encoding: .utf8)
      return File(path: folder + "/" + path, lines: text.components(separatedBy: "\n"))
    }
  }
}
