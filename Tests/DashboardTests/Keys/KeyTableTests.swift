import Screen
import Testing

@testable import Dashboard

struct KeyTableTests {
  let table = KeyTable.standard

  @Test func `no key means two things in one place`() {
    for context in KeyContext.allCases {
      var seen: [Input: KeyAction] = [:]
      for row in table.bindings where row.context == context {
        for key in row.keys {
          #expect(seen[key] == nil, "\(KeyName.text(of: key)) in \(context)")
          seen[key] = row.action
        }
      }
    }
  }

  @Test(arguments: Situation.allCases)
  func `the legend shows keys that do what it says`(situation: Situation) {
    let legend = table.legend(for: situation)
    #expect(legend.count <= KeyTable.legendLimit)
    #expect(!legend.isEmpty)
    for (action, _) in legend {
      let key = table.binding(of: action, in: situation.contexts)?.keys.first
      #expect(key.flatMap { table.action(for: $0, in: situation.contexts) } == action)
    }
  }

  @Test func `every action that help lists has a sentence`() {
    for row in table.bindings {
      #expect(!row.description.isEmpty)
      #expect(!row.label.isEmpty)
    }
  }

  @Test func `legends fit into 80 columns`() {
    for situation in Situation.allCases {
      var frame = Frame(size: Size(width: 78, height: 1))
      let entries = table.legend(for: situation).map(\.entry)
      #expect(frame.legend(entries, in: frame.bounds).count == entries.count, "\(situation)")
    }
  }

  @Test(arguments: [
    ("ctrl-r", Input.control("r")), ("space", .typed(" ")), ("F5", .key(.function(5))),
    ("alt-left", .key(.left, .alt)), ("?", .typed("?")), ("PgDn", .key(.pageDown)),
  ])
  func `key names are read as configuration writes them`(name: String, key: Input) {
    #expect(KeyName.parse(name) == key)
  }

  @Test func `every key is read back as it is written`() {
    for key in table.bindings.flatMap(\.keys) {
      #expect(KeyName.parse(KeyName.written(key)) == key)
    }
  }
}
