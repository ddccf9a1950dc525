import CacheEngine
import Testing

@Suite struct LFUDAPolicyTests {
  @Test func `newcomers start at the age, which is what the last victim was worth`() {
    var picture = Picture("lfuda", 3, "a a b c d")
    #expect(picture.victims == ["b"])
    #expect(picture.figure("age") == 1)
    #expect(picture.queues == ["worth: d2 a2 c1"])
    picture.play("d")
    #expect(picture.queues == ["worth: d3 a2 c1"])
  }

  @Test func `new favourites overtake old ones, which they never do under LFU`() {
    let day = String(repeating: "1 2 3 4 5 6 ", count: 10)
    for (policy, hits) in [("lfu", false), ("lfuda", true)] {
      var picture = Picture(policy, 8, day)
      picture.hits = ""
      picture.play(String(repeating: "7 8 9 10 11 12 ", count: 20))
      #expect(picture.hits.contains("h") == hits)
    }
  }
}
