import Foundation
import Simulation
import Testing
import Tutor

/// The numbers that the lessons on who leaves name, and the jobs that they give.
struct PolicyLessonTests {
  private func room(_ file: String, _ id: String, part: Int) throws -> Classroom {
    let path = Classroom.folder.appendingPathComponent("50-who-leaves/\(file).md")
    var room = try Classroom(try String(contentsOf: path, encoding: .utf8))
    try room.type("lesson \(id) \(part)")
    return room
  }

  /// A policy, its places, and the hits of 5 000 requests for 400 keys or of 2 000 for 60.
  @Test(arguments: [
    ("lru", 10, 2_000, 60, 926), ("lru", 20, 2_000, 60, 1_305), ("lru", 40, 2_000, 60, 1_713),
    ("w-tinylfu", 20, 2_000, 60, 1_469), ("w-tinylfu", 14, 2_000, 60, 1_307),
    ("sieve", 20, 5_000, 400, 2_411),
  ])
  func `policies hit as often as the lessons say`(
    policy: String, places: Int, requests: Int, keys: Int, hits: Int
  ) throws {
    var room = try Classroom()
    try room.type("policy \(policy) ; capacity \(places) ; ttl 24h")
    try room.type("traffic zipf \(requests) keys=\(keys)")
    #expect(try room.holds("hits == \(hits)"))
  }

  @Test func `samples of 1, 3, 5 and 10 come nearer and nearer to exact LRU`() throws {
    var room = try Classroom()
    try room.type("policy sampled-lru ; capacity 100 ; ttl 24h")
    try room.type("compare samples=1 samples=3 samples=5 samples=10")
    try room.type("traffic zipf 3000 keys=1000 rate=1/s")
    for (lane, hits) in [("left", 1_502), ("right", 1_630), ("third", 1_633), ("fourth", 1_650)] {
      #expect(try room.holds("\(lane).hits == \(hits)"), "\(lane)")
    }
    var exact = try Classroom()
    try exact.type("policy lru ; capacity 100 ; ttl 24h ; traffic zipf 3000 keys=1000 rate=1/s")
    #expect(try exact.holds("hits == 1660"))
  }

  @Test func `the eight-bit counter counts as the lesson's table says`() throws {
    var room = try Classroom()
    try room.type("policy sampled-lfu ; rows page=1 ; ttl 24h ; read page")
    var counts: [Int] = []
    for rounds in [100, 900, 9_000] {
      try room.type("traffic loop page rounds=\(rounds)")
      let reply = room.reply(to: "OBJECT FREQ page")
      counts.append(try #require(reply.split(separator: " ").last.flatMap { Int($0) }))
    }
    #expect((8...13).contains(counts[0]) && (16...24).contains(counts[1]))
    #expect((44...58).contains(counts[2]))
    try room.type("tick 5m")
    #expect(room.reply(to: "OBJECT FREQ page") == "(integer) \(counts[2] - 5)")
  }

  @Test func `who is the hand takes bits on the way, as the hand does`() throws {
    var room = try room("50-cheap-and-good", "cheap-and-good", part: 2)
    #expect(room.reply(to: "show cache") == "A: clock 5: ad3 ad2 ad1 menu* logo*^")
    #expect(room.reply(to: "evict ad1") == "ad1 leaves: clock would have taken it too")
    #expect(room.reply(to: "show cache") == "A: clock 5: ad4 menu* logo ad3 ad2^")
    #expect(
      room.reply(to: "evict menu")
        == "you took menu, which was asked for since the hand came by: clock would have taken ad2")
    try room.type("undo ; evict ad2 ; evict ad3 ; evict ad4")
    #expect(room.phase == .solved)
  }

  @Test func `who is the doorman judges as the sketch would`() throws {
    var room = try room("60-admission", "admission", part: 2)
    for victim in ["c", "i", "j", "d"] {
      #expect(room.reply(to: "evict \(victim)").hasSuffix("w-tinylfu would have taken it too"))
    }
    #expect(room.phase == .solved)
  }

  @Test func `where the lot decides nobody says whom it would have hit`() throws {
    var room = try room("40-sampling", "sampling", part: 2)
    #expect(room.reply(to: "evict rice") == "rice leaves, idle for 5 seconds")
  }

  @Test func `a day that is lived again has the same requests, random ones too`() throws {
    var room = try room("70-optimal", "optimal", part: 3)
    let right = try #require(try room.run.questions[0].right)
    #expect(
      room.reply(to: "answer \(right.letter) ; curve").hasPrefix(
        "misses of 2 000 reads, by places; the knee of lru"), "the setup's day can be looked at")
    try room.type("again")
    #expect(try room.holds("hits == 1305 over command"))
    #expect(room.reply(to: "curve").hasPrefix("misses of 2 000 reads, by places"))
    try room.type("policy w-tinylfu ; capacity 14 ; again")
    #expect(try room.holds("hits >= 1300 over command"))
    #expect(room.phase == .solved)
  }

  @Test func `the bound is asked for before the traffic is there`() throws {
    var room = try room("70-optimal", "optimal", part: 2)
    let right = try #require(try room.run.questions[0].right)
    try room.type("answer \(right.letter) ; traffic zipf 2000 keys=60")
    let bound = right.text.filter { $0.isNumber }
    #expect(try room.holds("opt.hits == \(bound) over command"))
    #expect(try room.holds("hits == 926 over command"))
  }

  @Test(arguments: [
    ("lru", 776), ("lfu", 517), ("s3-fifo", 920), ("lirs", 915), ("arc", 890), ("sieve", 877),
  ])
  func `the shop's afternoon tells the policies apart`(policy: String, hits: Int) throws {
    var room = try room("70-optimal", "optimal", part: 4)
    let right = try #require(try room.run.questions[0].right)
    #expect(right.text == "S3-FIFO")
    try room.type("answer \(right.letter) ; policy \(policy) ; trace afternoon")
    #expect(try room.holds("hits == \(hits) over command"))
    #expect(room.phase == (hits >= 880 ? .solved : .doing))
  }

  @Test func `two ways to know the future, and LRU's`() throws {
    for (way, hits) in [
      (["news", "cart", "shop", "help", "blog"], 4), (["news", "cart", "help", "shop", "blog"], 4),
      (["shop", "news", "cart", "home", "help", "blog", "cart"], 2),
    ] {
      var room = try room("70-optimal", "optimal", part: 1)
      for key in way { _ = room.reply(to: "evict \(key)") }
      #expect(try room.holds("answered == 9"), "\(way)")
      #expect(try room.holds("hits == \(hits)"), "\(way)")
    }
  }
}
