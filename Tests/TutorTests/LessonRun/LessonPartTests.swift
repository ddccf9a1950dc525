import Testing
import Tutor

@Suite struct LessonPartTests {
  static let order = """
    ## Order
    ```setup
    rows a=Ada b=Bea
    ```
    ```order
    1 return value
    2 cache.set(key, value, ttl=60s)
    3 value = db.load(key)
    4 value = cache.get(key)
    5 if value is not None: return value
    answer: 4 5 3 2 1
    proof: read b ; read b
    4 3 2 5 1 => You ask the cache and do not believe it.
    ```
    ```goal
    db.loads == 1   the two reads cost one load
    hits == 1   the second one is a hit
    ```
    ```mistake
    when: db.loads == 2
    try: answer 4 5 3 1 2
    Two loads: nothing was kept.
    ```
    """

  @Test func `any order is run, and its consequence is what counts`() throws {
    var room = try Classroom(lesson(LessonPartTests.order))
    try room.type("lesson small ; answer 4 3 2 5 1")
    #expect(try room.run.feedback == "You ask the cache and do not believe it.")
    #expect(try room.holds("db.loads == 2 over command"))
    #expect(room.phase == .doing)
    try room.type("answer 4 5 3 1 2")
    #expect(try room.run.feedback == "Two loads: nothing was kept.")
    #expect(try room.run.failedTries == 2)
  }

  @Test func `each order starts where the step began`() throws {
    var room = try Classroom(lesson(LessonPartTests.order))
    try room.type("lesson small ; answer 4 3 2 5 1 ; answer 4,5,3,2,1")
    #expect(room.phase == .solved)
    #expect(try room.holds("db.loads == 1"))
    #expect(try room.run.commandsUsed == 2)
    #expect(room.tutor.timeline.moments.map(\.line) == ["read b", "read b"])
  }

  @Test func `an answer that is no order is refused`() throws {
    var room = try Classroom(lesson(LessonPartTests.order))
    try room.type("lesson small")
    #expect(room.refusal(of: "answer 4 4 1") == "4 4 1 is no order of the lines")
    #expect(room.refusal(of: "answer 6") == "6 is no order of the lines")
    #expect(room.refusal(of: "answer c") == "c is no order of the lines")
    #expect(try room.run.order == nil)
  }

  @Test func `an order that fails to run at all is a failed try, not a crash`() throws {
    var room = try Classroom(lesson(LessonPartTests.order))
    try room.type("lesson small")
    let digest = room.tutor.stage.world.digest
    let error = room.tutor.execute("answer 1 2").error
    if error != nil { #expect(room.tutor.stage.world.digest == digest) }
    #expect(room.phase == .doing)
  }

  static let contrast = """
    ## Contrast
    ```setup
    rows a=Ada b=Bea
    ```
    ```contrast
    left: pattern none
    right: pattern cache-aside
    traffic keys a b a b
    goal: right.db.loads < left.db.loads   the cache saves loads
    goal: right.hits == 2   two of four turn round
    ```
    """

  @Test func `a contrast sends the same commands to two lanes`() throws {
    var room = try Classroom(lesson(LessonPartTests.contrast))
    try room.type("lesson small")
    #expect(try room.run.part == .contrast)
    #expect(try room.run.suggestion == "traffic keys a b a b")
    #expect(try room.holds("left.pattern == none"))
    #expect(try room.holds("right.pattern == cache-aside"))
    try room.type("traffic keys a b a b")
    #expect(room.phase == .solved)
    #expect(try room.holds("left.db.loads == 4"))
    #expect(try room.holds("right.db.loads == 2"))
    let table = try #require(room.tutor.laneTable)
    #expect(table.columns == ["", "pattern none", "pattern cache-aside"])
    #expect(
      table.rows == [
        ["hits", "0", "2"], ["misses", "0", "2"], ["loads", "4", "2"],
        ["slowest", "100 ms", "102 ms"], ["mean", "100 ms", "51.5 ms"], ["failed", "0", "0"],
        ["database busy", "400 ms", "200 ms"], ["request 1", "100 ms", "a miss, 102 ms"],
      ])
  }

  @Test func `undo takes back both lanes`() throws {
    var room = try Classroom(lesson(LessonPartTests.contrast))
    try room.type("lesson small ; traffic keys a b a b ; undo")
    #expect(room.phase == .doing)
    #expect(try room.holds("right.db.loads == 0"))
    try room.type("redo")
    #expect(try room.holds("right.db.loads == 2"))
    #expect(room.phase == .solved)
  }

  @Test func `compare makes lanes of any two rules, and undo takes them away`() throws {
    var room = try Classroom()
    try room.type("rows a=1 b=2 c=3 ; ttl 1h ; compare capacity=2 capacity=3")
    try room.type("traffic loop a b c rounds=2")
    #expect(try room.holds("left.hits == 0"))
    #expect(try room.holds("right.hits == 3"))
    try room.type("undo")
    #expect(try room.holds("right.hits == 0"))
    try room.type("undo")
    #expect(room.tutor.stage.rivals.isEmpty)
    #expect(room.refusal(of: "lanes") == "There is only one lane")
    #expect(room.refusal(of: "compare tick=5s policy=lru") == "tick is no rule of the system")
    #expect(
      room.refusal(of: "compare policy=lru policy=nobody") == "nobody is not an eviction policy")
  }

  @Test func `a contrast after a task waits for next`() throws {
    let text =
      LessonPartTests.contrast + """

        ```goal
        hits >= 1   a hit
        ```
        """
    var room = try Classroom(lesson(text))
    try room.type("lesson small ; read a ; read a")
    #expect(room.phase == .solved)
    #expect(room.tutor.stage.rivals.isEmpty)
    try room.type("next")
    #expect(try room.run.part == .contrast)
    #expect(room.phase == .doing)
    #expect(room.tutor.stage.rivals.count == 1)
  }

  @Test func `an opening plays on the clock and belongs to the step`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Watch
        ```setup
        rows a=Ada
        read a
        ```
        ```opening
        read a ; read a
        ```
        ```goal
        hits >= 3   one more
        ```
        """))
    let execution = room.tutor.execute("lesson small").done[0]
    #expect(room.phase == .opening)
    #expect(execution.start == room.tutor.timeline.start)
    #expect(room.tutor.timeline.moments.map(\.line) == ["read a", "read a"])
    #expect(room.tutor.stage.world.clock == 2_000)
    #expect(try room.holds("hits == 2"))
    #expect(try room.holds("hits == 0 over command"))
    room.tutor.finishOpening()
    #expect(room.phase == .doing)
    #expect(room.refusal(of: "undo") == "There is nothing to undo")
    try room.type("read a")
    #expect(room.phase == .solved)
  }

  @Test func `a step's own listing takes the place of the pattern's`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Watch
        ```setup
        rows a=Ada
        ```
        ```listing
        def read(key):
            return db.load(key)
        ```
        ```goal
        reply == Ada   an answer
        ```
        """))
    try room.type("lesson small ; read a")
    #expect(room.phase == .solved)
    #expect(try room.holds("slowest == 100ms"))
  }

  @Test func `goals wait while requests run`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Watch
        ```setup
        rows a=Ada
        ```
        ```goal
        db.loads >= 1   a load
        ```
        """))
    try room.type("lesson small ; herd a 2 & ; tick 50ms")
    #expect(try room.run.goals[0].holds)
    #expect(room.phase == .doing)
    try room.type("tick 1s")
    #expect(room.phase == .solved)
  }

  @Test func `what runs in the background is not waited for`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Stale
        ```setup
        rows a=Ada
        read a
        until expiry
        ```
        ```goal
        met_expired == 20 over command   all of them came after the expiry
        ```
        """))
    try room.type("lesson small ; guard stale ; herd a 20")
    #expect(room.tutor.stage.world.inFlight > 0)
    #expect(room.phase == .solved)
  }

  @Test func `what is held by hand may stand there`() throws {
    var room = try Classroom(
      lesson("## Hold\n```goal\nstanding(2) >= 1   somebody stands before line 2\n```"))
    try room.type("lesson small ; begin read a")
    #expect(room.phase == .solved)
  }

  @Test func `what the text tells to type is suggested, and nothing else`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Read
        Type `read a`.
        ```goal
        answered >= 2   two answers
        ```
        ```solution
        read a
        read b
        ```
        """))
    try room.type("lesson small")
    #expect(try room.run.suggestion == "read a")
    try room.type("read a")
    #expect(try room.run.suggestion == nil)
  }
}
