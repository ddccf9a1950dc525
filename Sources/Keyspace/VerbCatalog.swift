/// Every verb, one row each, in the order in which help shows them.
public enum VerbCatalog {
  public static let all: [Verb] = [
    // one string
    Get.verb, SetRequest.verb, SetNx.verb, SetEx.verb, SetEx.milliseconds, GetSet.verb,
    GetDel.verb, GetEx.verb, Append.verb, StrLen.verb, GetRange.verb, SetRange.verb,
    // many strings
    MGet.verb, MSet.verb, MSetNx.verb,
    // counters
    Increment.incr, Increment.decr, Increment.incrBy, Increment.decrBy,
    IncrByFloat.verb,
    // keys
    Del.verb, Del.unlink, Exists.verb, Touch.verb, TypeOf.verb, Rename.rename,
    Rename.renameNx, Copy.verb,
    // lifetimes
    Expire.expire, Expire.pexpire, Expire.expireAt, Expire.pexpireAt, Ttl.ttl, Ttl.pttl,
    Ttl.expireTime, Ttl.pexpireTime, Persist.verb,
    // the whole key space
    Keys.verb, Scan.verb, RandomKey.verb, DbSize.verb, Flush.flushAll, Flush.flushDb,
    // looking and setting
    Object.verb, Memory.verb, Cluster.verb, Info.verb, Config.verb, CommandInfo.verb, Time.verb,
    Ping.verb, Echo.verb,
  ]

  /// The names in lower case, in the order of the rows.
  public static let names: [String] = all.map(\.name)

  /// The verb of this name, in whatever case.
  public static func find(_ name: String) -> Verb? {
    rowByName[name.lowercased()].map { all[$0] }
  }

  /// The verb or subcommand of this name, such as `config|get`.
  public static func find(fullName: String) -> Verb? {
    let parts = fullName.split(separator: "|")
    guard let verb = parts.first.flatMap({ find(String($0)) }) else { return nil }
    return parts.count == 1 ? verb : verb.subcommands.first { $0.name == fullName.lowercased() }
  }

  private static let rowByName = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
}
