import CacheEngine
import Testing

@Suite struct S3FIFOPolicyTests {
  @Test func `a stranger passes the small queue and leaves its name`() {
    let picture = Picture("s3-fifo", 5, "a b c d e f")
    #expect(picture.victims == ["a"])
    #expect(picture.queues == ["main: ", "small: f e d c b"])
    #expect(picture.ghosts == ["a"])
  }

  @Test func `asked for twice on trial, it moves to the main queue, and its points are gone`() {
    let picture = Picture("s3-fifo", 5, "a a a b c d e f")
    #expect(picture.victims == ["b"])
    #expect(picture.queues == ["main: a", "small: f e d c"])
  }

  @Test func `once is not enough`() {
    #expect(Picture("s3-fifo", 5, "a a b c d e f").victims == ["a"])
  }

  @Test func `whose name is remembered comes back into the main queue`() {
    let picture = Picture("s3-fifo", 5, "a b c d e f a")
    #expect(picture.victims == ["a", "b"])
    #expect(picture.queues == ["main: a", "small: f e d c"])
    #expect(picture.ghosts == ["b"])
  }

  @Test func `in the main queue each point is one more round`() {
    var picture = Picture("s3-fifo", 3, "a b c d a e b f c e")
    // Three came back: the main queue is over its share.
    #expect(picture.queues == ["small: ", "main: e b a"])
    picture.play("b b a")
    #expect(picture.queues == ["small: ", "main: e b2 a1"])
    picture.play("x")
    #expect(picture.victims.last == "e")
    #expect(picture.queues == ["main: b1 a", "small: x"])
  }

  @Test func `what would fill the small queue alone stays out`() {
    var cache = Cache(policy: "s3-fifo", capacity: 100, budget: .bytes)
    let key = Symbol(index: 1)
    let heavy = cache.set(key, hash: 0, value: key, weight: 10, now: .zero)
    let light = cache.set(key, hash: 0, value: key, weight: 9, now: .zero)
    #expect([heavy, light] == [.rejected, .inserted])
  }

  @Test func `a scan does not touch those who proved themselves`() {
    var picture = Picture("s3-fifo", 20, "a a a b b b c c c")
    picture.play((0..<500).map { "s\($0)" }.joined(separator: " "))
    picture.hits = ""
    picture.play("a b c")
    #expect(picture.hits == "hhh")
  }
}
