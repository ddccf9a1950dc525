import Simulation
import Testing

@testable import Tutor

struct LessonActorTests {
  private static let step = """
    ## A step
    ```setup
    rows a=1 b=2
    traffic keys a
    ```
    ```opening
    read a
    read b
    ```
    ```deny read
    This time you are the application.
    ```
    ```goal
    cached(c)   c is in the cache
    ```
    """

  private func room() throws -> Classroom {
    var room = try Classroom(lesson(Self.step))
    try room.tutor.startLesson("small")
    return room
  }

  @Test func `what an opening sets going is the lesson's`() throws {
    var room = try room()
    let log = room.reply(to: "log actor:lesson")
    #expect(log.contains("somebody asks for a"), "\(log)")
    #expect(room.reply(to: "log actor:you") == "nothing of the kind has happened")
    try room.type("GET a")
    #expect(room.reply(to: "log actor:you").contains("you look up a"))
  }

  @Test func `an opening that is walked again is the lesson's again`() throws {
    let room = try room()
    let tutor = room.tutor
    let place = TimelinePlace(
      moments: tutor.timeline.moments.count, activations: tutor.stage.world.activations)
    #expect(tutor.world(at: place).history.value == tutor.stage.world.history.value)
  }

  @Test func `a denied read may not be begun by hand either`() throws {
    var room = try room()
    #expect(room.refusal(of: "begin read a") == room.refusal(of: "begin read b"))
    #expect(room.refusal(of: "begin read a") != "(none)")
    try room.type("begin write a 3")
  }
}
