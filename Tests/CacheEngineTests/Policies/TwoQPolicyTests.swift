import CacheEngine
import Testing

@Suite struct TwoQPolicyTests {
  @Test func `a hit among the arrivals does nothing`() {
    let picture = Picture("2q", 4, "a b c d a a e")
    #expect(picture.victims == ["a"])
    #expect(picture.queues == ["hot: ", "arrivals: e d c b"])
    #expect(picture.ghosts == ["a"])
  }

  @Test func `who comes back while its name is remembered is hot`() {
    let picture = Picture("2q", 4, "a b c d e a")
    #expect(picture.queues == ["hot: a", "arrivals: e d c"])
    #expect(picture.ghosts == ["b"])
  }

  @Test func `names are remembered for half the cache, the oldest is forgotten first`() {
    #expect(Picture("2q", 4, "a b c d e f g").ghosts == ["c b"])
  }

  @Test func `with the arrivals at their share the hot ones give up their least recent`() {
    var picture = Picture("2q", 4, "a b c d e a f b c")
    #expect(picture.queues == ["arrivals: f", "hot: c b a"])
    picture.play("a")
    #expect(picture.queues == ["arrivals: f", "hot: a c b"])
    picture.play("x")
    #expect(picture.victims.last == "b")
  }

  @Test func `a scan passes by those that came back`() {
    var picture = Picture("2q", 8, "a b c d e f g h i j a b")
    picture.play((0..<100).map { "s\($0)" }.joined(separator: " "))
    picture.hits = ""
    picture.play("a b")
    #expect(picture.hits == "hh")
  }
}
