import CacheEngine
import Testing

@Suite struct LRUPolicyTests {
  @Test func `a hit moves the key to the front`() {
    let picture = Picture("lru", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "d a c")
    #expect(picture.victims == ["b"])
  }
}
