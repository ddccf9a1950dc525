import Screen
import Testing

@testable import Dashboard

/// The first sixty seconds of somebody who has never seen a cache, key by key.
struct FirstMinuteTests {
  @Test func `a newcomer learns three keys, each when it is needed`() throws {
    var stand = try Stand("cache-aside")
    // 0 s: no menu and no welcome, something moves already.
    #expect(stand.model.isMoving)
    #expect(stand.frame().text.contains("Space stop"))
    stand.wait(3_000)
    try expectSnapshot("minute-opening", stand.frame())
    // 6 s: stillness, and what to type stands in the prompt.
    stand.wait()
    #expect(!stand.model.isMoving)
    #expect(stand.model.playhead.clock == 616_000)
    #expect(stand.frame().rows[21].hasSuffix("› read user:1"))
    try expectSnapshot("minute-first-prompt", stand.frame())
    stand.press(.key(.tab))
    #expect(stand.model.prompt.text == "read user:1")
    stand.press(.key(.enter))
    stand.wait()
    // 12 s: a hit, a goal, and Enter for what comes next.
    #expect(stand.frame().text.contains("HIT 1 ms"))
    #expect(stand.frame().text.contains("✓ a request turned round at the cache"))
    #expect(stand.frame().text.contains("Enter next part"))
    try expectSnapshot("minute-solved", stand.frame())
    stand.press(.key(.enter))
    // 15 s: a question.
    #expect(stand.model.situation == .predicting)
    stand.press(.typed("b"))
    try expectSnapshot("minute-question", stand.frame())
    stand.press(.key(.enter))
    // 22 s: its command is ready in the prompt.
    #expect(stand.model.prompt.text == "read user:7")
    stand.press(.key(.enter))
    // 23 to 38 s: three pauses with a caption each.
    for caption in ["1 ms: is it here?", "100 ms: one of 20 workers has it", "1 ms: and now"] {
      stand.wait()
      #expect(stand.model.situation == .paused)
      #expect(stand.frame().rows[22].contains(caption))
      stand.press(.typed(" "))
    }
    stand.wait()
    // 40 s: what was said, what it was.
    #expect(stand.frame().text.contains("It was  102 ms"))
    try expectSnapshot("minute-answer", stand.frame())
    try expectSnapshot("minute-answer", stand.frame(120, 40))
    // 48 s: the history key.
    stand.press(.key(.up))
    #expect(stand.model.prompt.text == "read user:7")
    stand.press(.key(.enter))
    stand.wait()
    #expect(stand.frame().text.contains("HIT 1 ms"))
    #expect(stand.model.situation == .finished)
  }

  @Test func `the herd at one true instant`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    stand.wait()
    try expectSnapshot("herd-pause", stand.frame())
    try expectSnapshot("herd-pause", stand.frame(120, 40))
    let text = stand.frame().text
    #expect(text.contains("180 waiting"))
    #expect(text.contains("180 here"))
    #expect(text.contains("160 queue behind them"))
    #expect(text.contains("everybody is answered   now 20"))
  }

  @Test func `nodes come and keys travel`() throws {
    var stand = try Stand("hash-ring")
    stand.enter("node add D")
    stand.wait(400)
    try expectSnapshot("ring-moving", stand.frame(120, 40))
    stand.wait()
    try expectSnapshot("ring-moved", stand.frame())
  }

  @Test func `two requests by hand stand on their lines`() throws {
    var stand = try Stand()
    for line in ["rows user:2=Bea", "begin write user:2 Bo", "begin write user:2 Cy", "step A"] {
      stand.enter(line)
      stand.wait()
    }
    try expectSnapshot("by-hand", stand.frame())
  }
}
