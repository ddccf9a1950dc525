import Screen
import Testing

@testable import Dashboard

/// Keys given to other actions: legend and help follow, and nobody is locked out.
@Suite struct RemappingTests {
  @Test func `a key that is given shows in the legend`() throws {
    var table = KeyTable.standard
    #expect(try table.give("ctrl-g", to: .faster) == [])
    let legend = table.legend(for: .moving)
    #expect(legend.contains { $0.entry == LegendEntry("^G", "faster") })
    #expect(table.action(for: .control("g"), in: Situation.moving.contexts) == .faster)
    // What it had before stays with it.
    #expect(table.action(for: .typed("+"), in: [.emptyPrompt]) == .faster)
  }

  @Test func `whatever had the key before loses it and is named`() throws {
    var table = KeyTable.standard
    #expect(try table.give("F6", to: .mouse) == [.theme])
    #expect(table.action(for: .key(.function(6)), in: [.browsing, .anywhere]) == .mouse)
    #expect(try table.give("F1", to: .theme) == [.help])
    #expect(table.isStuck(without: .help) && !table.isStuck(without: .theme))
    #expect(try table.give("F9", to: .help) == [])
    #expect(!table.isStuck(without: .help))
  }

  @Test func `a key may run a command at the prompt`() throws {
    var table = KeyTable.standard
    #expect(try table.give("f9", toCommand: "log evict") == [])
    let row = try #require(table.bindings.last)
    #expect(row.line == "log evict" && row.action == .command)
    #expect(table.action(for: .key(.function(9)), in: Situation.typing.contexts) == .command)
    #expect(table.action(for: .key(.function(9)), in: Situation.help.contexts) == nil)
    #expect(table.markdown.contains("| F9 | runs `log evict` |"))
  }

  @Test func `letters stay letters where text is typed`() throws {
    var table = KeyTable.standard
    #expect(throws: KeyTable.RemapError.typed(key: "h")) { try table.give("h", to: .lessons) }
    #expect(throws: KeyTable.RemapError.typed(key: "x")) { try table.give("x", toCommand: "log") }
    // Where letters are keys they can be given; at the prompt they go on writing.
    _ = try table.give("s", to: .slower)
    #expect(table.action(for: .typed("s"), in: Situation.browsing.contexts) == .slower)
    #expect(table.action(for: .typed("s"), in: Situation.reading.contexts) == nil)
  }

  @Test(arguments: [("ctrl-c", KeyAction.interrupt), ("^L", .repaint), ("Ctrl-Z", .suspend)])
  func `the keys by which one gets away stay`(key: String, action: KeyAction) {
    var table = KeyTable.standard
    #expect(throws: KeyTable.RemapError.kept(key: key, by: action)) {
      try table.give(key, to: .theme)
    }
  }

  @Test func `no key is invented`() {
    var table = KeyTable.standard
    #expect(throws: KeyTable.RemapError.unknownKey("hyper-x")) {
      try table.give("hyper-x", to: .faster)
    }
    #expect(KeyTable.action(named: "fly") == nil)
    #expect(KeyTable.action(named: "halfdown") == .halfDown)
  }

  @Test func `after any remapping no key means two things in one place`() {
    var table = KeyTable.standard
    for (index, action) in KeyTable.actions.enumerated() {
      _ = try? table.give("F\(index % 12 + 1)", to: action)
      _ = try? table.give("ctrl-\(Array("abdefg")[index % 6])", to: action)
    }
    for context in KeyContext.allCases {
      let keys = table.bindings.filter { $0.context == context }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }
}
