import Simulation
import Testing

@testable import Tutor

struct ExampleTests {
  @Test(arguments: CommandCatalog.all.filter { $0.verb == nil }.map(\.name))
  func `every example answers what its row says`(name: String) throws {
    let command = try #require(CommandCatalog.find(named: name))
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      var bench = try Bench()
      #expect(bench.type(example.line) == example.reply, "\(example.line)")
    }
  }

  @Test(arguments: CommandCatalog.verbs.map(\.name))
  func `the examples of a cache verb work in an empty cache`(name: String) throws {
    let command = try #require(CommandCatalog.find(named: name))
    #expect(!command.examples.isEmpty)
    let rows = try #require(command.verb).subcommands
    let scripts = rows.isEmpty ? [command.verb?.examples ?? []] : rows.map(\.examples)
    for script in scripts {
      var bench = try Bench(isEmpty: true)
      for example in script {
        #expect(bench.type(example.input) == example.reply, "\(example.input)")
      }
    }
  }
}
