import Keyspace
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("gte", "get"), ("gett", "get"), ("ste", "set"), ("exipre", "expire"), ("mgte", "mget"),
    ("incryb", "incrby"), ("flush", "flushdb"), ("delete", nil), ("ttll", "ttl"), ("scna", "scan"),
    ("frobnicate", nil), ("x", nil), ("", nil), ("dbs", "dbsize"), ("gget", "get"),
    ("perist", "persist"), ("infoo", "info"), ("cofnig", "config"), ("a", nil), ("expi", "expire"),
  ])
  func `a slip finds the verb that was meant`(typed: String, meant: String?) {
    #expect(Suggestion.nearest(to: typed, among: VerbCatalog.names) == meant)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
    ("abc", "xbc", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("", "abc", 3),
  ])
  func `slips are counted, a swap as one`(left: String, right: String, slips: Int) {
    #expect(Suggestion.distance(left.utf8, right.utf8) == slips)
    #expect(Suggestion.distance(right.utf8, left.utf8) == slips)
  }
}
