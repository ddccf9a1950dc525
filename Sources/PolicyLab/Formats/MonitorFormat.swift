// What `redis-cli MONITOR` prints.
//
//     OK
//     1339518083.107412 [0 127.0.0.1:60866] "MGET" "user:4" "user:5"
//     │                  │                   │      └ each key is a request
//     seconds            database, client    command
//
// Reads are requests. Writes are left out unless they are wanted; what has no key is left out.

/// A log of the commands of a Redis server.
struct MonitorFormat: LineFormat {
  var lines: LineCount
  private let countsWrites: Bool

  private static let example = #"1339518083.107412 [0 127.0.0.1:60866] "GET" "user:4""#

  init(_ options: FormatOptions) {
    lines = LineCount(options)
    countsWrites = options.countsWrites
  }

  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    if line.equals("ok") { return }
    var rest = line
    let time = rest.takeWord()
    guard !rest.isEmpty, rest[rest.start] == Ascii.opening else {
      throw .notLike(example: MonitorFormat.example)
    }
    _ = rest.take(upTo: Ascii.closing)
    guard let command = try MonitorFormat.takeArgument(&rest) else {
      throw .notLike(example: MonitorFormat.example)
    }
    guard let keys = keys(of: command) else {
      batch.skipped += 1
      return
    }
    let before = batch.count
    var place = 0
    while let argument = try MonitorFormat.takeArgument(&rest) {
      if place % keys.step == 0 {
        if argument.isEmpty { batch.append(0) } else { batch.append(argument) }
      }
      place += 1
      if !keys.isMany { break }
    }
    guard batch.count > before else { throw .noKey }
    batch.note(milliseconds: try time.milliseconds())
  }

  /// The next argument, as it is written between its quotation marks; nil at the end.
  private static func takeArgument(_ rest: inout LineBytes) throws(TraceProblem) -> LineBytes? {
    rest.skipBlanks()
    guard !rest.isEmpty else { return nil }
    guard rest[rest.start] == Ascii.quote else { throw .notLike(example: example) }
    let stop = rest.closingQuote(after: rest.start)
    guard stop < rest.end else { throw .nonsense("a quotation mark is not closed") }
    defer { rest.start = stop + 1 }
    return rest.part(rest.start + 1, stop)
  }

  // MARK: commands

  private struct Keys {
    var isMany = false
    /// How far apart the keys stand among the arguments.
    var step = 1
  }

  /// Where a command has its keys; nil when it is no request.
  @inline(__always)
  private func keys(of command: LineBytes) -> Keys? {
    if command.equals("get") { return Keys() }
    for word in MonitorFormat.manyReads where command.equals(word) { return Keys(isMany: true) }
    for word in MonitorFormat.reads where command.equals(word) { return Keys() }
    guard countsWrites else { return nil }
    if command.equals("mset") || command.equals("msetnx") { return Keys(isMany: true, step: 2) }
    for word in MonitorFormat.writes where command.equals(word) { return Keys() }
    return nil
  }

  private static let manyReads: [StaticString] = ["mget", "exists"]

  private static let reads: [StaticString] = [
    "hget", "hgetall", "hmget", "getex", "getrange", "strlen", "hexists", "hkeys", "hvals", "hlen",
    "lrange", "lindex", "llen", "smembers", "sismember", "scard", "zrange", "zrangebyscore",
    "zrevrange", "zscore", "zrank", "zcard", "getbit", "bitcount", "xrange", "pfcount", "geosearch",
  ]

  private static let writes: [StaticString] = [
    "set", "setex", "psetex", "setnx", "getset", "append", "setrange", "incr", "decr", "incrby",
    "decrby", "incrbyfloat", "hset", "hmset", "hsetnx", "hincrby", "lpush", "rpush", "lset", "sadd",
    "zadd", "zincrby", "setbit", "xadd", "pfadd", "geoadd",
  ]

  static let row = FormatRow(
    name: "monitor", aliases: ["redis"],
    summary: "the log of redis-cli MONITOR: reads are requests, with --writes writes too",
    example: example, endings: ["monitor"], reference: "Redis documentation, MONITOR",
    looks: { head in
      head.wholeLines.allSatisfy { line in
        let words = line.split(separator: " ", maxSplits: 3)
        return line == "OK"
          || words.count == 4 && words[1].hasPrefix("[")
            && words[2].hasSuffix("]") && Double(words[0]) != nil
      }
    },
    make: { MonitorFormat($0) })
}
