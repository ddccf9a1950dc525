import CacheEngine
import Keyspace

/// One cache to type at.
struct Bench {
  var cache: Cache
  var symbols = SymbolTable()
  var context: VerbContext

  init(
    policy: String = "lru", capacity: Int = 100, budget: Budget = .entries,
    epochMilliseconds: Int64 = 0
  ) {
    cache = Cache(policy: policy, capacity: capacity, budget: budget, seed: 7)
    context = VerbContext(now: .zero, epochMilliseconds: epochMilliseconds)
  }

  /// Types a line and returns what `redis-cli` would show.
  @discardableResult
  mutating func type(_ line: String) -> String {
    perform(line).text(symbols)
  }

  mutating func perform(_ line: String) -> Reply {
    do {
      let request = try VerbRequest.parse(Words.split(line))
      return request.perform(on: &cache, symbols: &symbols, context: context)
    } catch {
      return .error(error)
    }
  }

  mutating func wait(milliseconds: Int64) {
    context.now = context.now.advanced(by: milliseconds * 1000)
  }

  var digest: UInt64 {
    var hash = StableHash()
    cache.digest(into: &hash)
    return hash.value
  }
}
