import Testing

@testable import Tutor

struct EditTests {
  @Test func `a head and its body come in one command`() throws {
    var bench = try Bench(isEmpty: true)
    let said = bench.type("edit insert 2 if key == \"none\": return None")
    #expect(said == "2     if key == \"none\":; 3         return None")
    #expect(bench.type("edit 5 if value is not None: value = value") != "")
    #expect(
      Array(bench.tutor.stage.world.pattern.lines.prefix(6)) == [
        "def read(key):", "    if key == \"none\":", "        return None",
        "    value = cache.get(key)", "    if value is not None:", "        value = value",
      ])
  }

  @Test func `bars part the lines of a body`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("rows a=1 ; edit insert 5 if value is None: sleep(5ms) | value = cache.get(key)")
    #expect(
      Array(bench.tutor.stage.world.pattern.lines[4..<8]) == [
        "    if value is None:", "        sleep(5ms)", "        value = cache.get(key)",
        "    value = db.load(key)",
      ])
    #expect(bench.type("read a").contains("you get 1 for a"))
    // One that stands for itself stays one, and colons in texts are no heads' ends.
    bench.type("edit reset ; edit 6 cache.set(\"a: b\", value, ttl=60s)")
    #expect(bench.tutor.stage.world.pattern.lines[5] == "    cache.set(\"a: b\", value, ttl=60s)")
  }

  @Test func `a head alone is refused, and nothing has changed`() throws {
    var bench = try Bench(isEmpty: true)
    let lines = bench.tutor.stage.world.pattern.lines
    #expect(bench.type("edit insert 5 if value is None:") != "")
    #expect(bench.tutor.stage.world.pattern.lines == lines)
  }

  @Test func `after keys a count or an option ends the list`() throws {
    let bench = try Bench(isEmpty: true)
    func ghost(_ line: String) -> String { ArgumentHint.hint(line, in: bench.tutor).ghost }
    #expect(ghost("traffic writes views:1..10 1000 rate=500/s") == "")
    #expect(ghost("traffic writes views:1..10 1000 ") == "[rate=N/s]")
    #expect(ghost("traffic writes views:1..10 ").contains("[N]"))
    #expect(ghost("traffic loop hot:1..6 rounds=5") == "[rate=N/s]")
  }
}
