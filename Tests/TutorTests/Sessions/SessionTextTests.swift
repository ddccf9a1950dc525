import CacheEngine
import FuzzSupport
import Testing
import Tutor

@Suite struct SessionTextTests {
  private static let example = """
    cachetutor session 1
    rules: 1
    seed: 7
    lesson: thundering-herd 3f9a000000000001
    app: 0.1.0

    @0 herd user:1 200
    = 1050000 8c41d00000000000
    @61000000 guard lock
    @61000000 mark the lock holds
    @61000000.100 rewind @1050000.3
    # a comment

    """

  private func failure(_ text: String) -> String? {
    do {
      _ = try SessionText.parse(text, path: "a.session")
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `a session reads as it was written`() throws {
    let session = try SessionText.parse(Self.example, path: "a.session")
    #expect(session.text == Self.example)
    #expect(session.header.seed == 7)
    #expect(session.header.lesson?.id == "thundering-herd")
    #expect(session.header.lesson?.digest == 0x3f9a_0000_0000_0001)
    #expect(session.commands.map(\.command).first == "herd user:1 200")
    #expect(session.commands[3].position.activations == 100)
    #expect(
      session.entries[1].kind == .digest(Tick(microseconds: 1_050_000), 0x8c41_d000_0000_0000))
    #expect(session.entries[0].line == SourceLine(7))
    #expect(session.notices.isEmpty)
  }

  @Test func `a file torn at any byte replays up to its last whole line`() throws {
    let bytes = Array(Self.example.utf8)
    let whole = try SessionText.parse(Self.example, path: "a.session")
    let headerLength = SessionText.text(of: whole.header).utf8.count
    for length in 0...bytes.count {
      let part = Array(bytes[..<length])
      guard length >= headerLength else {
        #expect(throws: SessionError.self) { try SessionText.parse(bytes: part, path: "a.session") }
        continue
      }
      let session = try SessionText.parse(bytes: part, path: "a.session")
      let lines = part[headerLength...].filter { $0 == 10 }.count
      #expect(session.entries == Array(whole.entries[..<lines]))
      #expect(session.notices.isEmpty == (part.last == 10))
    }
  }

  @Test func `a torn line is announced in words`() throws {
    let text = Self.example + "@7000 wri"
    let session = try SessionText.parse(text, path: "a.session")
    #expect(
      session.notices.map { $0.message(path: "a.session") } == [
        "a.session:13: the last line was cut off and is left out: @7000 wri"
      ])
  }

  @Test func `unknown keys of the header survive`() throws {
    let text = "cachetutor session 1\nrules: 1\nseed: 7\nmood: bright\n\n@0 read a\n"
    let session = try SessionText.parse(text, path: "a.session")
    #expect(session.header.others == [SessionHeader.Other(key: "mood", value: "bright")])
    #expect(session.text == text)
  }

  @Test func `a line break in a command never makes two lines`() throws {
    let position = SessionPosition(tick: .zero)
    #expect(SessionText.text(of: .command(position, "write a \"x\ny\"")) == "@0 write a \"x y\"\n")
  }

  @Test(arguments: [
    (
      "hello\n",
      "a.session:1: this is not a session of cachetutor — "
        + "name a file whose first line is: cachetutor session 1"
    ),
    (
      "cachetutor session 9\nspecial: x\napp: 3.0.1\n\n",
      "a.session:1: this session has format 9, and this cachetutor reads up to 1 — "
        + "play it with cachetutor 3.0.1 or newer"
    ),
    (
      "cachetutor session 9\n",
      "a.session:1: this session has format 9, and this cachetutor reads up to 1 — "
        + "play it with a newer cachetutor"
    ),
    (
      "cachetutor session 1\nrules: 2\nseed: 7\napp: 0.9.0\n\n",
      "a.session:5: recorded under rules 2, and this cachetutor plays rules 1: "
        + "the numbers would differ — play it with cachetutor 0.9.0"
    ),
    (
      "cachetutor session 1\nrules: 1\n\n",
      "a.session:3: the header has no seed: — add the line seed: 1"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: x\n\n",
      "a.session:3: seed: x is not a whole number — write a whole number there"
    ),
    (
      "cachetutor session 1\nrules: 1\nrules: 1\n",
      "a.session:3: the header has rules: twice — take one of them out"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n",
      "a.session:4: the file ends inside its header — nothing was recorded; the file can go"
    ),
    (
      "cachetutor session 1\nrules 1\n",
      "a.session:2: rules 1 is no line of a header — "
        + "write key: value, and an empty line at the end"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n\n@x read a\n",
      "a.session:5: @x is no position — write @tick or @tick.n, in whole microseconds"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n\n@-5 read a\n",
      "a.session:5: @-5 is no position — write @tick or @tick.n, in whole microseconds"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n\n@7\n",
      "a.session:5: no command follows the position — add one, or take out the line"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n\n= 7 xyz\n",
      "a.session:5: = 7 xyz is no digest line — write = tick digest, with hexadecimal digits"
    ),
    (
      "cachetutor session 1\nrules: 1\nseed: 7\n\nread a\n",
      "a.session:5: read a is no line of a session — start it with @, = or #, or take it out"
    ),
  ])
  func `a broken session says where, what and how to put it right`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test func `bytes that are no text are named by their line`() {
    let bytes = Array("cachetutor session 1\nrules: 1\nseed: 7\n\n@0 ".utf8) + [0xFF, 10]
    do {
      _ = try SessionText.parse(bytes: bytes, path: "a.session")
      Issue.record("parsed")
    } catch {
      #expect(error.message == "a.session:5: the line is not UTF-8 text — take out the line")
    }
  }

  @Test func `no bytes crash the reader`() {
    var random = SeededRandom(seed: 11)
    let start = Array(Self.example.utf8)
    for _ in 0..<FuzzRounds.rounds(3_000) {
      var bytes = start
      for _ in 0..<(1 + random.below(6)) {
        switch random.below(3) {
        case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
        case 1: bytes.remove(at: random.below(bytes.count))
        default: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count))
        }
      }
      guard let session = try? SessionText.parse(bytes: bytes, path: "f") else { continue }
      let again = try? SessionText.parse(session.text, path: "f")
      #expect(again?.entries.map(\.kind) == session.entries.map(\.kind))
    }
  }
}
