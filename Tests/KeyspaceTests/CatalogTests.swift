import CacheEngine
import Foundation
import Keyspace
import Testing

/// What holds of every verb, whatever it does.
struct CatalogTests {
  static let everything = VerbCatalog.all + VerbCatalog.all.flatMap(\.subcommands)

  @Test(arguments: everything.filter { $0.subcommands.isEmpty })
  func `every example replies what it says`(verb: Verb) {
    var bench = Bench()
    for example in verb.examples {
      #expect(bench.type(example.input) == example.reply, "\(example.input)")
    }
    let isHelp = verb.lastName == "help"
    #expect(isHelp || verb.examples.contains { $0.input.uppercased().hasPrefix(verb.spelling) })
  }

  @Test(arguments: everything)
  func `every verb has a summary, a cost and a concept`(verb: Verb) {
    #expect(!verb.summary.isEmpty && verb.summary.count <= 80 && !verb.summary.hasSuffix("."))
    #expect(!verb.cost.isEmpty)
    #expect(!verb.concept.isEmpty)
    #expect(verb.name == verb.name.lowercased())
    #expect(verb.flags.contains(.readonly) != verb.flags.contains(.write))
  }

  @Test(arguments: everything.filter { $0.subcommands.isEmpty })
  func `the arity is what the syntax says`(verb: Verb) {
    var required = verb.name.contains("|") ? 2 : 1
    var isOpen = false
    for parameter in verb.parameters {
      switch parameter {
      case .argument: required += 1
      case .option(_, let argument): required += argument == nil ? 1 : 2
      case .choice: required += 1
      case .optional: isOpen = true
      case .repeated(let round):
        required += round.count
        isOpen = true
      }
    }
    #expect(verb.arity == (isOpen ? -required : required))
  }

  @Test(arguments: everything.filter { $0.subcommands.isEmpty })
  func `whoever names a key says so`(verb: Verb) throws {
    let namesKey = verb.parameters.contains { parameter in
      switch parameter {
      case .argument(_, let kind): kind == .key
      case .repeated(let round): round.contains { $0.syntax == "key" }
      default: false
      }
    }
    #expect(verb.flags.contains(.keyless) != namesKey)
    guard let example = verb.examples.first(where: { $0.input.hasPrefix(verb.spelling) }) else {
      return
    }
    let request = try VerbRequest.parse(Words.split(example.input))
    #expect(request.keys.isEmpty != namesKey)
    #expect(request.verb.name == verb.name)
  }

  @Test func `names are unique and found in any case`() {
    let names = Self.everything.map(\.name)
    #expect(
      names.count == names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.count)
    #expect(VerbCatalog.find("gEtEx")?.name == "getex")
    #expect(VerbCatalog.find("GTE") == nil)
    #expect(VerbCatalog.find(fullName: "config|get")?.spelling == "CONFIG GET")
    #expect(VerbCatalog.find(fullName: "config|nope") == nil)
  }

  @Test func `every file of a verb has a row and every row a file`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Keyspace/Verbs").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let catalog = try String(
      contentsOf: folder.appending(path: "../VerbCatalog.swift"), encoding: .utf8)
    let config = try String(contentsOf: folder.appending(path: "Config.swift"), encoding: .utf8)
    for file in files {
      let name = file == "Set.swift" ? "SetRequest" : String(file.dropLast(".swift".count))
      #expect((catalog + config).contains("\(name)."), "no row for \(file)")
    }
  }

  @Test(arguments: [
    ("get", "GET key"), ("mset", "MSET key value [key value ...]"),
    ("scan", "SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]"),
    ("expire", "EXPIRE key seconds [NX | XX | GT | LT]"),
    ("incrby", "INCRBY key increment"), ("del", "DEL key [key ...]"),
    ("flushall", "FLUSHALL [ASYNC | SYNC]"), ("info", "INFO [section [section ...]]"),
    ("config|set", "CONFIG SET parameter value [parameter value ...]"),
    (
      "getex",
      "GETEX key [EX seconds | PX milliseconds | EXAT unix-time-seconds | "
        + "PXAT unix-time-milliseconds | PERSIST]"
    ),
    (
      "set",
      "SET key value [NX | XX] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | "
        + "PXAT unix-time-milliseconds | KEEPTTL]"
    ),
    ("object", "OBJECT ENCODING | FREQ | IDLETIME | HELP"),
  ])
  func `the syntax stands as in the command reference`(name: String, syntax: String) {
    #expect(VerbCatalog.find(fullName: name)?.syntax == syntax)
  }

  @Test(arguments: [
    ("get", "", "key"), ("get", "a", ""), ("set", "a", "value"),
    (
      "set", "a 1",
      "NX XX GET EX seconds PX milliseconds EXAT unix-time-seconds "
        + "PXAT unix-time-milliseconds KEEPTTL"
    ),
    ("set", "a 1 ex", "seconds"), ("set", "a 1 EX 10 nx", "GET"),
    ("set", "a 1 GET KEEPTTL", "NX XX"),
    ("set", "a 1 nonsense", ""), ("mset", "", "key"), ("mset", "a", "value"),
    ("mset", "a 1", "key"), ("del", "a b", "key"), ("scan", "0 COUNT", "count"),
    ("scan", "0 COUNT 5", "MATCH pattern TYPE type"), ("ping", "", "message"), ("ping", "x", ""),
    ("info", "", "section"), ("object", "", "ENCODING FREQ IDLETIME HELP"),
    ("object", "freq", "key"), ("config", "set maxmemory", "value"), ("config", "nope", ""),
  ])
  func `completion knows what may stand next`(name: String, words: String, next: String) {
    let expected = VerbCatalog.find(name)?.expected(after: Words.split(words)) ?? []
    #expect(expected.map(\.syntax).joined(separator: " ") == next)
  }
}

extension Verb: CustomTestStringConvertible {
  public var testDescription: String { spelling }
}
