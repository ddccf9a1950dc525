import Foundation
import Testing

@testable import Tutor

struct CatalogTests {
  @Test func `every row has a summary, a cost, a concept and an example`() {
    for command in CommandCatalog.all {
      #expect(command.summary.hasSuffix("."), "\(command.name)")
      #expect(command.summary.first?.isUppercase == true, "\(command.name)")
      #expect(!command.cost.isEmpty, "\(command.name)")
      #expect(!command.concept.isEmpty, "\(command.name)")
      #expect(
        !command.examples.isEmpty || command.verb?.subcommands.isEmpty == false, "\(command.name)")
      for parameter in command.parameters { #expect(!parameter.explanation.isEmpty) }
    }
  }

  @Test func `no two commands are typed alike, but for the setting and the verb called ttl`() {
    var seen: [String] = []
    for command in CommandCatalog.all {
      for name in [command.name] + command.aliases {
        #expect(!seen.contains(name.lowercased()) || command.name == "ttl", "\(name)")
        seen.append(name.lowercased())
      }
    }
  }

  @Test func `every example can be parsed, and writes itself`() throws {
    for command in CommandCatalog.all {
      for example in command.examples {
        let parsed = try CommandParser.parse(example.line)
        #expect(parsed.last?.command.name.isEmpty == false, "\(example.line)")
      }
    }
  }

  @Test func `everything that changes a world is recorded`() {
    for command in CommandCatalog.all where command.isUndoable {
      #expect(command.isRecorded, "\(command.name)")
    }
  }

  @Test func `a page of help has syntax, summary, cost, concept and example`() throws {
    let bench = try Bench()
    for command in CommandCatalog.all {
      let page = Help.page(command, in: bench.tutor)
      #expect(page.hasPrefix(command.syntax))
      #expect(page.contains(command.summary))
      #expect(page.contains("Costs: \(command.cost)."))
      #expect(page.contains("See: \(command.concept)"))
      #expect(command.examples.isEmpty || page.contains("For example: "))
    }
  }

  @Test func `help lists every command, and explains first words and both kinds of ttl`() throws {
    let bench = try Bench()
    for command in CommandCatalog.all { #expect(Help.overview.contains(command.name)) }
    #expect(Help.commands(of: "node").count == 4)
    #expect(Help.commands(of: "NODE ADD").map(\.name) == ["node add"])
    #expect(Help.commands(of: "ttl").map(\.name).sorted() == ["TTL", "ttl"])
    #expect(Help.text("config get", in: bench.tutor).contains("CONFIG"))
    #expect(!Help.knows("frobnicate"))
    #expect(Help.overview.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }

  @Test func `looking changes nothing at all`() throws {
    var bench = try Bench()
    let digest = bench.digest
    let symbols = bench.tutor.stage.world.symbols.count
    for line in [
      "show", "show cache", "show db", "show listing", "show nodes", "show queue", "show ring",
      "why user:1", "why nobody:9", "rules", "log", "log miss", "stats", "help", "help read",
      "row user:1", "pause", "speed 2", "back", "forward", "end", "jump @0", "save", "quit",
    ] {
      let (done, error) = bench.tutor.execute(line)
      #expect(error == nil && done.count == 1, "\(line)")
      #expect(bench.digest == digest, "\(line)")
      #expect(bench.tutor.stage.world.symbols.count == symbols, "\(line)")
      #expect(bench.tutor.takeUnwritten().isEmpty, "\(line)")
    }
  }
}
