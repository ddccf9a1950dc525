/// Every eviction policy, in alphabetical order.
public enum PolicyCatalog {
  public static let all: [PolicyRow] = [
    PolicyRow(
      name: "2q", aliases: ["twoq"],
      summary: "arrivals wait in a queue; those that come back after leaving it stay longest",
      reference: "Johnson, Shasha, 2Q, VLDB (1994)", diary: DiaryRun(TwoQDiary.self),
      make: { capacity, _ in TwoQPolicy(capacity: capacity) }),
    PolicyRow(
      name: "arc", aliases: ["adaptive"],
      summary: "two queues, once and again; those let go too early move the border between them",
      reference: "Megiddo, Modha, ARC, FAST (2003)", choosesByNewcomer: true,
      diary: DiaryRun(ARCDiary.self),
      make: { capacity, _ in ARCPolicy(capacity: capacity) }),
    PolicyRow(
      name: "clock", aliases: ["second-chance"],
      summary: "whoever came first leaves, unless it was asked for: then it goes round once more",
      reference: "Corbató, A paging experiment with the Multics system (1968)",
      diary: DiaryRun(ClockDiary.self),
      make: { _, _ in ClockPolicy() }),
    PolicyRow(
      name: "fifo", aliases: ["first-in-first-out"],
      summary: "whoever came first leaves first",
      reference: "Belady, Nelson, Shedler, Communications of the ACM 12 (1969)",
      diary: DiaryRun(FIFODiary.self),
      make: { _, _ in FIFOPolicy() }),
    PolicyRow(
      name: "gdsf", aliases: ["greedy-dual"],
      summary: "requests × cost of a miss ÷ size, on a floor that rises; the least leaves",
      reference: "Cherkasova, Greedy-Dual-Size-Frequency, HP Laboratories 98-69R1 (1998)",
      make: { _, _ in GDSFPolicy() }),
    PolicyRow(
      name: "hyperbolic",
      summary: "the lowest rate of requests since it came, in a sample of 64, leaves",
      reference: "Blankstein, Sen, Freedman, Hyperbolic caching, USENIX ATC (2017)",
      make: { _, seed in HyperbolicPolicy(seed: seed) }),
    PolicyRow(
      name: "lfu", aliases: ["least-frequently-used"],
      summary: "whoever was asked for least often leaves",
      reference: "Shah, Mitra, Matani, An O(1) algorithm for implementing the LFU cache (2010)",
      diary: DiaryRun(LFUDiary.self),
      make: { _, _ in LFUPolicy() }),
    PolicyRow(
      name: "lfuda", aliases: ["lfu-aging", "lfu-ageing"],
      summary: "LFU on a floor that rises, so that yesterday's stars are reached in the end",
      reference: "Arlitt et al., Evaluating content management techniques (2000)",
      make: { _, _ in LFUDAPolicy() }),
    PolicyRow(
      name: "lirs",
      summary: "whoever is asked for at short distances stays; the others pass a short queue",
      reference: "Jiang, Zhang, LIRS, SIGMETRICS (2002)",
      diary: DiaryRun(LIRSDiary.self),
      make: { capacity, _ in LIRSPolicy(capacity: capacity) }),
    PolicyRow(
      name: "lru", aliases: ["least-recently-used"],
      summary: "whoever has been silent longest leaves",
      reference: "Mattson et al., IBM Systems Journal 9 (1970)", diary: DiaryRun(LRUDiary.self),
      make: { _, _ in LRUPolicy() }),
    PolicyRow(
      name: "lru-k", aliases: ["lru-2", "lruk"],
      summary: "whoever's last request but one lies furthest back leaves",
      reference: "O'Neil, O'Neil, Weikum, The LRU-K page replacement algorithm, SIGMOD (1993)",
      make: { capacity, _ in LRUKPolicy(capacity: capacity) }),
    PolicyRow(
      name: "mru", aliases: ["most-recently-used"],
      summary: "whoever was asked for last leaves: for loops over more than fits",
      reference: "Chou, DeWitt, An evaluation of buffer management strategies, VLDB (1985)",
      make: { _, _ in MRUPolicy() }),
    PolicyRow(
      name: "noeviction", aliases: ["no-eviction"],
      summary: "nobody leaves: a newcomer that does not fit is an error",
      reference: "Redis documentation, Key eviction", scope: .nobody,
      make: { _, _ in NoEvictionPolicy() }),
    PolicyRow(
      name: "random", aliases: ["allkeys-random"],
      summary: "the lot decides who leaves",
      reference: "Belady, IBM Systems Journal 5 (1966)",
      make: { _, seed in RandomPolicy(seed: seed) }),
    PolicyRow(
      name: "s3-fifo", aliases: ["s3fifo"],
      summary: "strangers pass a small queue; who is not asked for there leaves",
      reference: "Yang et al., FIFO queues are all you need for cache eviction, SOSP (2023)",
      diary: DiaryRun(S3FIFODiary.self),
      make: { capacity, _ in S3FIFOPolicy(capacity: capacity) }),
    PolicyRow(
      name: "sampled-lfu",
      summary: "the lowest logarithmic count in a sample leaves: Redis's own allkeys-lfu",
      reference: "Redis documentation, Key eviction", diary: DiaryRun(SampledLFUDiary.self),
      make: { _, seed in SampledLFUPolicy(seed: seed) }),
    PolicyRow(
      name: "sampled-lru",
      summary: "the longest idle in a sample leaves: Redis's own allkeys-lru",
      reference: "Redis documentation, Key eviction", diary: DiaryRun(SampledLRUDiary.self),
      make: { _, seed in SampledLRUPolicy(seed: seed) }),
    PolicyRow(
      name: "sieve",
      summary: "a hand passes over those asked for and takes the first who was not",
      reference: "Zhang et al., SIEVE is simpler than LRU, NSDI (2024)",
      diary: DiaryRun(SieveDiary.self),
      make: { _, _ in SievePolicy() }),
    PolicyRow(
      name: "slru", aliases: ["segmented-lru"],
      summary: "LRU in which a second request protects; the others leave first",
      reference: "Karedla, Love, Wherry, Caching strategies, IEEE Computer 27 (1994)",
      diary: DiaryRun(SLRUDiary.self),
      make: { capacity, _ in SLRUPolicy(capacity: capacity) }),
    PolicyRow(
      name: "volatile-lfu",
      summary: "sampled LFU among the entries that expire; the others stay",
      reference: "Redis documentation, Key eviction", scope: .expiring,
      make: { _, seed in VolatileLFUPolicy(seed: seed) }),
    PolicyRow(
      name: "volatile-lru",
      summary: "sampled LRU among the entries that expire; the others stay",
      reference: "Redis documentation, Key eviction", scope: .expiring,
      make: { _, seed in VolatileLRUPolicy(seed: seed) }),
    PolicyRow(
      name: "volatile-random",
      summary: "the lot decides among the entries that expire; the others stay",
      reference: "Redis documentation, Key eviction", scope: .expiring,
      make: { _, seed in VolatileRandomPolicy(seed: seed) }),
    PolicyRow(
      name: "volatile-ttl",
      summary: "the first to expire in a sample leaves; what never expires stays",
      reference: "Redis documentation, Key eviction", scope: .expiring,
      make: { _, seed in VolatileTTLPolicy(seed: seed) }),
    PolicyRow(
      name: "w-tinylfu", aliases: ["tinylfu", "wtinylfu"],
      summary: "a newcomer stays only in place of somebody who was asked for less of late",
      reference: "Einziger, Friedman, Manes, TinyLFU, ACM Transactions on Storage 13 (2017)",
      choosesByNewcomer: true,
      diary: DiaryRun(WTinyLFUDiary.self),
      make: { capacity, _ in WTinyLFUPolicy(capacity: capacity) }),
  ]

  /// The oldest five, which explanations try first, and of a long part alone.
  public static let basic = all.filter {
    ["fifo", "lfu", "lru", "noeviction", "random"].contains($0.name)
  }

  /// The row with this name or alias, in any case; `nil` if there is none.
  public static func find(_ name: String) -> PolicyRow? {
    let name = name.lowercased()
    return (standIns + all).first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Rows that take the place of those with their names, for as long as a task sets them.
  ///
  /// Whoever wants to know whether a lesson would notice a wrong policy proves it under one.
  @TaskLocal static var standIns: [PolicyRow] = []
}
