import Testing

@testable import Simulation

@Suite("The table of calls")
struct CallCatalogTests {
  @Test func `every call has one row, in the order of the calls`() {
    #expect(CallCatalog.all.map(\.call) == Call.allCases)
    #expect(Set(CallCatalog.all.map(\.name)).count == Call.allCases.count)
    for call in Call.allCases {
      #expect(CallCatalog.signature(of: call).call == call)
      #expect(CallCatalog.signature(named: CallCatalog.signature(of: call).name)?.call == call)
    }
    #expect(CallCatalog.signature(named: "cache.flush") == nil)
  }

  @Test func `calls are written as the lessons print them`() {
    #expect(
      CallCatalog.all.map(\.spelling) == [
        "cache.get(key, stale=False)", "cache.set(key, value, ttl=None)",
        "cache.set_nx(key, value, ttl=None)", "cache.delete(key)", "cache.delete_if(key, value)",
        "cache.remaining(key)", "cache.load(key, ttl=None)",
        "flight.begin(key)", "flight.wait(key)", "flight.end(key, value)",
        "db.load(key, timeout=None)",
        "db.store(key, value, timeout=None)", "db.store_all(batch, timeout=None)",
        "queue.put(key, value)", "queue.get(key)", "queue.take(n)", "queue.done(batch)",
        "queue.size()", "sleep(duration)", "now()", "random()", "token()",
      ])
  }

  @Test(arguments: CallCatalog.all.map(\.call))
  func `a row has words for everything, and defaults come last`(_ call: Call) {
    let row = CallCatalog.signature(of: call)
    for words in [row.summary, row.result, row.latency, row.failure] { #expect(!words.isEmpty) }
    #expect(row.summary.hasSuffix("."))
    let hasDefault = row.parameters.map { $0.defaultValue != nil }
    #expect(hasDefault == hasDefault.sorted { !$0 && $1 })
    for parameter in row.parameters {
      if let value = parameter.defaultValue { #expect(parameter.kind.accepts(value.kind)) }
    }
  }

  @Test(arguments: CallCatalog.all.map(\.call))
  func `a call reaches the world with every argument in its place`(_ call: Call) throws {
    let row = CallCatalog.signature(of: call)
    let samples: [ParameterKind: String] = [
      .key: "\"k\"", .value: "\"v\"", .duration: "5s", .optionalDuration: "5s", .staleness: "10s",
      .count: "5", .list: "[5]",
    ]
    let arguments = row.parameters.reversed().map { "\($0.name)=\(samples[$0.kind] ?? "")" }
    let source = "def f():\n    return \(row.name)(\(arguments.joined(separator: ", ")))"
    var bench = try Bench(source)
    _ = try bench.answer()
    let expected = row.parameters.map { samples[$0.kind]?.replacing("\"", with: "") ?? "" }
    #expect(bench.calls == ["\(row.name)(\(expected.joined(separator: ", ")))"])
  }

  @Test(arguments: Builtin.allCases)
  func `what is built in has a name and a sentence`(_ builtin: Builtin) {
    #expect(CallCatalog.signature(named: builtin.name) == nil)
    #expect(!builtin.summary.isEmpty)
    #expect(builtin.argumentCounts.lowerBound == 1)
  }
}
