import CacheEngine

/// A cache as one would write it on a blackboard: a list, searched from end to end.
struct ReferenceCache {
  struct Item {
    var key: Symbol
    var weight: Int
    var expiresAt: Tick
    var arrival: Int
    var access: Int
    var count: Int
  }

  var policy: String
  var capacity: Int
  var items: [Item] = []
  var left: [(key: Symbol, kind: CacheChange.Kind)] = []
  private var clock = 0

  init(policy: String, capacity: Int) {
    self.policy = policy
    self.capacity = capacity
  }

  var weight: Int { items.reduce(0) { $0 + $1.weight } }

  mutating func get(_ key: Symbol, now: Tick) -> Bool {
    dropExpired(key, now: now)
    guard let place = items.firstIndex(where: { $0.key == key }) else { return false }
    access(place)
    return true
  }

  mutating func set(
    _ key: Symbol, weight: Int, expiresAt: Tick, now: Tick
  ) -> StoreOutcome {
    dropExpired(key, now: now)
    if weight > capacity { return .tooLarge }
    let known = items.firstIndex { $0.key == key }
    if let known { access(known) }
    var turn = false
    while items.reduce(0, { $0 + ($1.key == key ? 0 : $1.weight) }) + weight > capacity {
      let waiting = items.indices.filter { !(turn && items[$0].key == key) }
      guard let victim = waiting.min(by: { rank(items[$0]) < rank(items[$1]) }) else { break }
      if items[victim].key == key { turn = true } else { leave(victim, .evicted) }
    }
    clock += 1
    if let place = items.firstIndex(where: { $0.key == key }) {
      items[place].weight = weight
      items[place].expiresAt = expiresAt
      if turn { (items[place].arrival, items[place].count) = (clock, 1) }
      return .replaced
    }
    items.append(
      Item(
        key: key, weight: weight, expiresAt: expiresAt, arrival: clock, access: clock, count: 1))
    return .inserted
  }

  mutating func remove(_ key: Symbol, now: Tick) {
    dropExpired(key, now: now)
    if let place = items.firstIndex(where: { $0.key == key }) { leave(place, .removed) }
  }

  mutating func setExpiry(_ key: Symbol, expiresAt: Tick, now: Tick) {
    dropExpired(key, now: now)
    if let place = items.firstIndex(where: { $0.key == key }) {
      items[place].expiresAt = expiresAt
    }
  }

  mutating func expireDue(now: Tick) {
    let due = items.filter { $0.expiresAt <= now }
    let order = due.enumerated().sorted {
      ($0.element.expiresAt.microseconds, $0.offset)
        < ($1.element.expiresAt.microseconds, $1.offset)
    }
    for item in order {
      if let place = items.firstIndex(where: { $0.key == item.element.key }) {
        leave(place, .expired)
      }
    }
  }

  mutating func resize(_ capacity: Int) {
    self.capacity = capacity
    while weight > capacity {
      let victim = items.indices.min { rank(items[$0]) < rank(items[$1]) }
      if let victim { leave(victim, .evicted) }
    }
  }

  /// Whoever has the lowest rank leaves first.
  private func rank(_ item: Item) -> (Int, Int) {
    switch policy {
    case "fifo": (item.arrival, 0)
    case "lru": (item.access, 0)
    default: (item.count, item.access)
    }
  }

  private mutating func access(_ place: Int) {
    clock += 1
    items[place].access = clock
    items[place].count += 1
  }

  private mutating func dropExpired(_ key: Symbol, now: Tick) {
    if let place = items.firstIndex(where: { $0.key == key && $0.expiresAt <= now }) {
      leave(place, .expired)
    }
  }

  private mutating func leave(_ place: Int, _ kind: CacheChange.Kind) {
    left.append((items[place].key, kind))
    items.remove(at: place)
  }
}
