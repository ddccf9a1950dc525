import CacheEngine
import Keyspace
import Testing

/// The sentences that no server can be made to say, and the advice beside every one.
struct VerbErrorTests {
  @Test(arguments: [
    (
      "GTE a", "ERR unknown command 'GTE', with args beginning with: 'a' ",
      "Did you mean GET?"
    ),
    (
      "FROBNICATE", "ERR unknown command 'FROBNICATE', with args beginning with: ",
      "There is no verb FROBNICATE."
    ),
    ("OBJECT frq a", "ERR unknown subcommand 'frq'. Try OBJECT HELP.", "Did you mean OBJECT FREQ?"),
    (
      "CONFIG zzz a", "ERR unknown subcommand 'zzz'. Try CONFIG HELP.",
      "CONFIG HELP lists the subcommands."
    ),
    ("GET", "ERR wrong number of arguments for 'get' command", "It is written GET key"),
    (
      "CONFIG GET", "ERR wrong number of arguments for 'config|get' command",
      "It is written CONFIG GET parameter [parameter ...]"
    ),
    (
      "SET a 1 NX XX", "ERR syntax error",
      "An option is unknown, lacks its argument or excludes another one."
    ),
    ("EXPIRE a 1 QX", "ERR Unsupported option QX", "The options are NX, XX, GT and LT."),
    (
      "INCRBY a 1.5", "ERR value is not an integer or out of range",
      "Give a whole number from −2⁶³ to 2⁶³−1, without plus sign or leading zeros."
    ),
    (
      "SCAN x", "ERR invalid cursor",
      "Start with SCAN 0, then pass on the cursor that each reply begins with."
    ),
    (
      "SETEX a 0 v", "ERR invalid expire time in 'setex' command",
      "A lifetime is at least 1 and not longer than can be counted."
    ),
    (
      "EXPIRE a 1 NX GT", "ERR NX and XX, GT or LT options at the same time are not compatible",
      "NX stands alone."
    ),
    (
      "EXPIRE a 1 LT GT", "ERR GT and LT options at the same time are not compatible",
      "Choose GT or LT."
    ),
    (
      "DECRBY a -9223372036854775808", "ERR decrement would overflow",
      "A counter holds 64 bits with a sign: −9223372036854775808 to 9223372036854775807."
    ),
    (
      "INCRBYFLOAT a 1.5x", "ERR value is not a valid float",
      "Give a number such as 10.5, -3 or 2.0e2."
    ),
    (
      "INCRBYFLOAT a inf", "ERR increment would produce NaN or Infinity",
      "The sum is too large to be a number."
    ),
    (
      "SETRANGE a -1 x", "ERR offset is out of range",
      "An offset counts bytes from the front: 0 or more."
    ),
    (
      "COPY a a", "ERR source and destination objects are the same",
      "Name another key as the destination."
    ),
    (
      "COPY a b DB 1", "ERR DB index is out of range",
      "There is one database, number 0, as in a cluster."
    ),
    ("RENAME nobody b", "ERR no such key", "KEYS * lists the keys that are there."),
    (
      "INCRBY big 9223372036854775807", "ERR increment or decrement would overflow",
      "A counter holds 64 bits with a sign: −9223372036854775808 to 9223372036854775807."
    ),
    (
      "OBJECT FREQ big",
      "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that "
        + "when switching between policies at runtime LRU and LFU data will take some time to "
        + "adjust.",
      "CONFIG SET maxmemory-policy allkeys-lfu counts reads from then on."
    ),
    (
      "CONFIG SET nope 1",
      "ERR Unknown option or number of arguments for CONFIG SET - 'nope'",
      "CONFIG GET * lists the settings."
    ),
    (
      "CONFIG SET maxmemory 100mb",
      "ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a "
        + "number of entries",
      "This cache counts entries, not bytes: give a plain number."
    ),
    (
      "CONFIG SET maxmemory-samples many",
      "ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument "
        + "couldn't be parsed into an integer",
      "Write a whole number in decimal digits."
    ),
    (
      "CONFIG SET maxmemory-samples 65",
      "ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must "
        + "be between 1 and 64 inclusive",
      "Choose a number in that range; 5 is usual, 10 is nearly exact."
    ),
    (
      "CONFIG SET maxmemory some",
      "ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a "
        + "memory value",
      "Write bytes as 1048576 or with a unit: 1024kb, 1mb."
    ),
    (
      "CONFIG SET maxmemory 1 maxmemory 2",
      "ERR CONFIG SET failed (possibly related to argument 'maxmemory') - duplicate parameter",
      "Name each setting once."
    ),
  ])
  func `every error has its sentence and its advice`(line: String, message: String, fix: String) {
    var bench = Bench()
    bench.type("SET big 1")
    let error = bench.perform(line).error
    #expect(error?.message == message)
    #expect(error?.fix == fix)
  }

  @Test func `a policy that nobody has is answered with those there are`() {
    var bench = Bench()
    let error = bench.perform("CONFIG SET maxmemory-policy allkeys-fifo").error
    #expect(
      error?.message.hasPrefix(
        "ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must "
          + "be one of the following: ") == true)
    for name in [
      "allkeys-lru", "allkeys-lfu", "allkeys-random", "noeviction", "volatile-ttl", "fifo",
    ] {
      #expect(error?.message.contains(name) == true)
    }
    #expect(error?.fix == "Choose one of the names in the list.")
  }

  @Test func `what is too long is refused and named`() {
    var bench = Bench()
    let key = String(repeating: "k", count: Limits.keyBytes)
    let value = String(repeating: "v", count: Limits.valueBytes)
    #expect(bench.type("SET \(key) 1") == "OK")
    #expect(bench.perform("SET \(key)k 1").error == .keyTooLong)
    #expect(VerbError.keyTooLong.message == "ERR key exceeds the maximum of 65536 bytes")
    #expect(VerbError.keyTooLong.fix == "Choose a shorter key; a hash of the long name will do.")
    #expect(bench.type("SET a \(value)") == "OK")
    #expect(bench.perform("APPEND a v").error == .valueTooLong)
    #expect(bench.perform("SET a \(value)v").error == .valueTooLong)
    #expect(
      VerbError.valueTooLong.message
        == "ERR string exceeds maximum allowed size (proto-max-bulk-len)")
    #expect(VerbError.valueTooLong.fix == "A value has at most 1048576 bytes.")
  }

  @Test func `no room has a sentence`() {
    #expect(
      VerbError.outOfMemory.message
        == "OOM command not allowed when used memory > 'maxmemory'.")
    #expect(
      VerbError.outOfMemory.fix
        == "Delete keys, give the cache more room, or choose a policy that evicts.")
  }
}
