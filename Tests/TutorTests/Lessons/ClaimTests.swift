import Testing
import Tutor

@Suite struct ClaimTests {
  private func claim(_ text: String) throws -> Claim { try Claim.parse(text) }

  @Test func `a claim is a word, a comparison and a value`() throws {
    let claim = try claim("db.loads <= 1 over command")
    #expect(claim.subject.word.name == "db.loads")
    #expect(claim.comparison == .lessOrEqual)
    #expect(claim.value == .number(1))
    #expect(claim.scope == .command)
    #expect(claim.text == "db.loads <= 1 over command")
  }

  @Test func `a claim counts over the step unless it says otherwise`() throws {
    #expect(try claim("hits>=1").scope == .step)
    #expect(try claim("hits >= 1 over lesson").scope == .lesson)
  }

  @Test(arguments: [
    ("slowest <= 102ms", Claim.Value.duration(102_000)),
    ("ttl(user:8) <= 60s", .duration(60_000_000)),
    ("ttl(user:8) > 0", .duration(0)),
    ("slowest <= 1.5 s", .duration(1_500_000)),
    ("hit_ratio ≥ 80 %", .percent(0.8)),
    ("share.max <= 0.42", .number(0.42)),
    ("row(user:1) == Adele", .text("Adele")),
    ("value(cart:1) == 4", .text("4")),
    ("value(page) == \"over and out\"", .text("over and out")),
    ("victims == c a d e", .text("c a d e")),
    ("pattern == write-behind", .text("write-behind")),
    ("value(k) == hits", .text("hits")),
    ("cached(user:7)", .yes),
    ("moved == 257", .number(257)),
    ("moved\u{A0}==\u{2003}257", .number(257)),
    ("value(k) == \"a \\\" b\u{A0}c\"", .text("a \" b\u{A0}c")),
    ("hits≥1", .number(1)),
  ])
  func `values have the kind of the word on the left`(text: String, value: Claim.Value) throws {
    #expect(try claim(text).value == value)
  }

  @Test func `the right side may be another word`() throws {
    let claim = try claim("value(user:8) == row(user:8)")
    guard case .subject(let other) = claim.value else {
      Issue.record("not a word: \(claim.value)")
      return
    }
    #expect(other.word.name == "row")
    #expect(other.arguments == ["user:8"])
    let lanes = try self.claim("left.hits == right.hits")
    #expect(lanes.subject.lane == .left)
  }

  @Test func `a fact stands alone and can be turned round`() throws {
    #expect(try claim("not stale(user:2)").isNegated)
    #expect(try claim("stale(user:2)").isNegated == false)
  }

  @Test func `one name may have two forms`() throws {
    #expect(try claim("dirty == 0").subject.word.kind == .number)
    #expect(try claim("dirty(cart:1)").subject.word.kind == .fact)
    #expect(try claim("evicted(b) >= 1").subject.arguments == ["b"])
  }

  @Test func `claims joined by and must all hold`() throws {
    let claims = try Claim.parseAll("capacity > 8 and db.loads > 1 over command")
    #expect(claims.map(\.text) == ["capacity > 8", "db.loads > 1 over command"])
    let texts = try Claim.parseAll("victims == c a and not stale(x) and hits >= 1")
    #expect(texts.map(\.text) == ["victims == c a", "not stale(x)", "hits >= 1"])
  }

  @Test(arguments: [
    ("", "a claim is missing — write one, such as hits >= 1"),
    ("db.load <= 1", "db.load is no word of claims — did you mean db.loads?"),
    ("loaded(x)", "loaded is no word of claims — use one of the words of help claims"),
    ("cached", "cached does not take these arguments — write cached(KEY)"),
    ("hits(a) == 1", "hits does not take these arguments — write hits"),
    ("dirty(a, b)", "dirty does not take these arguments — write dirty or dirty(KEY)"),
    ("cached(user:7", "the parenthesis of cached(user:7 is never closed — add )"),
    ("hits", "hits is a number, not yes or no — compare it: hits >= 1"),
    ("hits = 1", "= compares nothing — write =="),
    ("hits >=", "nothing follows hits >= — write what it is compared with"),
    (
      "hits >= many",
      "hits is a number and cannot be compared with many — write, for example, hits >= 1"
    ),
    (
      "slowest <= 102",
      "slowest is a duration and cannot be compared with 102 — write, for example, slowest <= 60s"
    ),
    ("row(a) > 3", "row is a text, and texts are not larger or smaller — use == or !="),
    (
      "cached(a) == true",
      "cached(a) is true or false by itself — write cached(a) or not cached(a), no more"
    ),
    (
      "not hits >= 1",
      "not cannot stand before the comparison not hits >= 1 — "
        + "turn the comparison round: <= becomes >, == becomes !="
    ),
    (
      "hits >= 1 over year",
      "over year is no stretch of a lesson — write over command, over step or over lesson"
    ),
    (
      "cached(a) or cached(b)",
      "or cached(b) follows the claim and means nothing — "
        + "join claims with and; put two blanks before a sentence"
    ),
    ("value(k) == \"Ada", "the quote \"Ada is never closed — add \""),
    ("value(a) == rwo(a)", "rwo is no word of claims — did you mean row?"),
    (
      "value(a) == cached(a)",
      "value is a text and cannot be compared with cached(a) — write, for example, value == Ada"
    ),
  ])
  func `a broken claim says what is wrong and what would be right`(
    text: String, message: String
  ) {
    do {
      let claim = try Claim.parse(text)
      Issue.record("parsed: \(claim)")
    } catch {
      #expect("\(error.message.what) — \(error.message.fix)" == message)
    }
  }

  @Test func `every word of the table is read back in its own form`() throws {
    for word in ClaimWord.all {
      let subject = try Claim.Subject.parse(word.form)
      #expect(subject.word == word)
      #expect(subject.text == word.form)
    }
    let forms = ClaimWord.all.map(\.form)
    #expect(Set(forms).count == forms.count)
  }
}
