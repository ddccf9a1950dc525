import Simulation
import Testing

@testable import Tutor

struct ListingFaultTests {
  @Test func `a mistake of the listing is told with its line`() throws {
    var bench = try Bench()
    bench.type("edit 2 value = 1 / 0")
    let told = bench.type("read user:1")
    #expect(told.contains("line 2: Nothing can be divided by zero."), "\(told)")
    #expect(bench.type("why user:1").contains("line 2: Nothing can be divided by zero."))
    #expect(bench.type("log failed").contains("line 2: Nothing can be divided by zero."))
  }

  @Test func `a loop without an end is told with its limit`() throws {
    var bench = try Bench()
    let lines = ["def read(key):", "    while True:", "        pass"]
    try bench.tutor.stage.world.setListing(lines.joined(separator: "\n"), name: "endless")
    let told = bench.type("read user:1")
    #expect(told.contains("does the loop ever end?"), "\(told)")
    #expect(told.contains("line 2: ") || told.contains("line 3: "), "\(told)")
  }

  @Test func `a function that is missing is named`() throws {
    var bench = try Bench()
    try bench.tutor.stage.world.setListing("def read(key):\n    return key", name: "mute")
    #expect(bench.type("write user:1 x").contains("The listing has no function `write`."))
  }

  @Test func `only the latest faults are kept`() throws {
    var bench = try Bench()
    bench.type("edit 2 value = 1 / 0")
    bench.type("herd user:1 100")
    #expect(bench.tutor.stage.world.listingFaults.count == ListingFault.limit)
  }
}
