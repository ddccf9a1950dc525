/// A wrong belief that lessons look out for, by the name under which it is remembered.
public struct Misconception: Hashable, Sendable {
  public let name: String
  /// What is so instead, in a sentence.
  public let truth: String

  /// The beliefs that the syllabus names.
  public static let all: [Misconception] = [
    Misconception(
      name: "lru-is-fifo",
      truth: "LRU evicts whoever has not been asked for longest, not whoever came first."),
    Misconception(
      name: "ttl-refreshes-on-read",
      truth: "A read does not make an entry live longer, unless the TTL is a sliding one."),
    Misconception(
      name: "adding-a-node-moves-everything",
      truth: "On a ring one more node moves about 1/(n + 1) of the keys."),
    Misconception(
      name: "adding-a-node-moves-nothing",
      truth: "One more node takes over the keys on its own arcs; each of them misses once."),
    Misconception(
      name: "higher-hit-ratio-means-lower-p99",
      truth: "p99 stays as slow as a miss until fewer than 1 % of the requests miss."),
    Misconception(
      name: "write-behind-is-durable",
      truth: "What has not been flushed is lost with the cache that held it."),
    Misconception(
      name: "write-through-is-atomic",
      truth: "Store and set are two steps; between them a crash or another writer may come."),
    Misconception(
      name: "update-the-cache-on-write",
      truth: "Two writers can set in the wrong order; deleting lets the next reader load the row."),
    Misconception(
      name: "vnode-is-a-server",
      truth: "A virtual node is one more point of the same server on the ring."),
    Misconception(
      name: "ring-splits-a-hot-key",
      truth: "A key has one owner, however many nodes there are."),
    Misconception(
      name: "expired-means-gone-from-memory",
      truth: "An expired entry stays in memory until somebody looks or its place is needed."),
    Misconception(
      name: "lock-ttl-protects-you",
      truth: "A lock that ends before its owner does lets a second owner in."),
    Misconception(
      name: "lfu-always-beats-lru",
      truth: "When the favourites change, LFU keeps yesterday's."),
    Misconception(
      name: "bigger-cache-never-worse",
      truth: "Under FIFO a bigger cache may miss more: Belady's anomaly."),
    Misconception(
      name: "replica-has-my-write",
      truth: "An asynchronous replica lags behind what you have just written."),
    Misconception(
      name: "cdn-purge-is-instant",
      truth: "A purge reaches one edge after the other; until then the others serve the old page."),
  ]

  /// What is so instead of this belief: in the syllabus's words, or what a lesson says to it.
  public static func truth(of name: String, in lessons: [Lesson]) -> String {
    if let known = all.first(where: { $0.name == name }) { return known.truth }
    let options = lessons.flatMap(\.steps).flatMap(\.predictions).flatMap(\.options)
    let feedback = options.first { $0.misconception == name }?.feedback
    guard let feedback, feedback.isPlain else { return "" }
    return feedback.source.text
  }
}
