import CacheEngine

/// Plays "a b c a d" on a cache, cache-aside: every miss is stored.
///
/// `hits` has h or - for each request; `left` is who is resident at the end, the policy's queues
/// front to back, with a count behind the key where the policy keeps one.
struct Picture {
  var cache: Cache
  var names = SymbolTable()
  var hits = ""
  var victims: [String] = []

  init(_ policy: String, _ capacity: Int, _ requests: String = "", seed: UInt64 = 7) {
    cache = Cache(policy: policy, capacity: capacity, seed: seed)
    play(requests)
  }

  mutating func play(_ requests: String) {
    for request in requests.split(separator: " ") { ask(String(request)) }
  }

  mutating func ask(_ name: String) {
    let key = names.intern(name)
    let now = Tick(microseconds: Int64(cache.statistics.requests))
    let hash = names.hash(of: key)
    if cache.get(key, hash: hash, now: now) != nil {
      hits += "h"
    } else {
      hits += "-"
      cache.set(key, hash: hash, value: key, now: now)
    }
    for change in cache.changes where change.kind == .evicted {
      victims.append(names.text(of: change.key))
    }
    cache.changes.removeAll(keepingCapacity: true)
    cache.checkInvariants()
  }

  var left: String {
    cache.inspection(limit: .max).queues.flatMap(\.entries).map { inspected in
      let name = cache.entry(at: inspected.slot).map { names.text(of: $0.key) } ?? "?"
      switch inspected.badge {
      case .none, .ago, .idle, .worth: return name
      case .visited: return name + "*"
      case .count(let count): return name + "\(count)"
      }
    }.joined(separator: " ")
  }
}
