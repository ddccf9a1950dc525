import Testing
import Tutor

@Suite struct NearestWordTests {
  private let verbs = ["read", "write", "herd", "GET", "SET", "placement", "policy", "pattern"]

  @Test(arguments: [
    ("raed", "read"), ("wite", "write"), ("hred", "herd"), ("gte", "GET"),
    ("placment", "placement"),
    ("polciy", "policy"), ("paterns", "pattern"),
  ])
  func `a slip finds its word`(slip: String, word: String) {
    #expect(NearestWord.suggestion(for: slip, among: verbs) == word)
  }

  @Test(arguments: ["", "xyzzy", "elephant", "q"])
  func `a far word finds none`(word: String) {
    #expect(NearestWord.suggestion(for: word, among: verbs) == nil)
  }
}
