import Foundation
import Testing

/// `cachetutor simulate`: a trace in, a table out.
@Suite struct SimulateTests {
  static let mixed = Home.root.appendingPathComponent("Tests/CacheEngineTests/Fixtures/mixed.txt")
    .path

  @Test func `rows for programs, with the golden counts in them`() throws {
    let result = try Home().run([
      "simulate", "--trace", Self.mixed, "--policy", "lru,opt,fifo", "--capacity", "50,5000",
      "--csv",
    ])
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      result.output.hasPrefix(
        "trace,policy,capacity,requests,misses,miss_ratio,byte_miss_ratio,over_opt,evictions,"))
    let misses = Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map { ("\($0[1]) \($0[2])", String($0[4])) })
    #expect(misses["lru 50"] == "109671" && misses["lru 5000"] == "47865")
    #expect(misses["fifo 50"] == "112735" && misses["opt 50"] == "86225")
    #expect(rows.count == 9)
  }

  @Test func `a table for people, the best policy first`() throws {
    let result = try Home().run(
      [
        "simulate", "--trace", "-", "--policy", "fifo,lru", "--capacity", "2,3",
        "--latency", "1ms,10ms",
      ], input: "a\nb\na\nc\na\nb\n")
    #expect(
      result.output == """
        standard input: 6 requests for 3 keys

          capacity  policy      misses  over OPT  at the db  mean time  evictions
                 2  opt-bypass  50.0 %               5.0 ms     6.0 ms          0
                    lru         66.7 %     +16.7     6.7 ms     7.7 ms          2
                    fifo        83.3 %     +33.3     8.3 ms     9.3 ms          3

                 3  opt-bypass  50.0 %               5.0 ms     6.0 ms          0
                    fifo        50.0 %      +0.0     5.0 ms     6.0 ms          0
                    lru         50.0 %      +0.0     5.0 ms     6.0 ms          0

        over OPT: points of misses above opt-bypass, Bélády's rule, which knows the
          future and lets newcomers pass by: no policy can miss less
        mean time: 1 ms in the cache, and for a miss 10 ms at the database
        everything fits into 3: each key misses once, whatever the policy

        """)
  }

  @Test func `one document`() throws {
    let result = try Home().run(
      ["simulate", "--trace", "-", "--policy", "lru", "--capacity", "10B", "--json"],
      input: "key,size\na,4\nb,8\na,4\n")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(document["complete"] as? Bool == true)
    #expect(document["capacity_unit"] as? String == "bytes")
    let runs = try #require(document["runs"] as? [[String: Any]])
    #expect(runs.count == 2)
    #expect(runs[1]["byte_miss_ratio"] as? Double == 1)
  }

  @Test(arguments: [
    (["--policy", "lur", "--workload", "loop"], "there is no policy lur — did you mean lru?"),
    (["--policy", ",", "--workload", "loop"], "no policy is named"),
    (["--capacity", "0", "--workload", "loop"], "--capacity 0 holds nothing"),
    (["--capacity", "x", "--workload", "loop"], "--capacity x is not understood"),
    (["--capacity", "-5", "--workload", "loop"], "--capacity -5 is less than nothing"),
    (["--capacity", "1%,-2MiB", "--workload", "loop"], "--capacity -2MiB is less than nothing"),
    (["--capacity", "10,1MiB", "--workload", "loop"], "10 counts entries and 1MiB bytes"),
    (["--capacity", "1MiB", "--workload", "loop:requests=9"], "the trace has no sizes"),
    (["--workload", "zpif"], "there is no workload zpif — did you mean zipf?"),
    (["--workload", "zipf:key=3"], "did you mean keys?"),
    (["--trace", "x", "--format", "cvs"], "there is no format cvs — did you mean csv?"),
    (["--trace", "x", "--workload", "loop"], "exclude each other"),
    (["--sample", "0", "--workload", "loop"], "--sample 0 is no share"),
    (["--columns", "size=2", "--trace", "x"], "--columns size=2 is not understood"),
    (["--latency", "1ms", "--workload", "loop"], "--latency 1ms is not understood"),
    (["--json", "--csv", "--workload", "loop"], "exclude each other"), ([], "nothing to study"),
  ])
  func `what is wrong is said, and the exit code is 2`(
    arguments: [String], message: String
  ) throws {
    let result = try Home().run(["simulate"] + arguments)
    #expect(result.status == 2)
    let text = result.output
    #expect(text.contains(message), "\(text)")
  }

  @Test(arguments: [
    ("key,size\na,1\nb,x\n", "standard input:3: the size is “x”"),
    ("", "standard input: there is no request in it"),
    ("a b c\nd e f\n", "its format cannot be told — name it with --format: oracleGeneral"),
  ])
  func `a broken trace ends it with 3 and no table`(text: String, message: String) throws {
    let result = try Home().run(["simulate", "--trace", "-"], input: text)
    #expect(result.status == 3)
    let output = result.output
    #expect(output.contains(message), "\(output)")
    #expect(!output.contains("policy  "))
  }
}
