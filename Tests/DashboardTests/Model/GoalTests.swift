import Testing

@testable import Dashboard

/// What a goal looks like while it is being worked at.
struct GoalTests {
  private func states(_ stand: Stand) -> [LessonPane.Goal.State] {
    stand.model.lessonPane.goals.map(\.state)
  }

  @Test func `nobody is blamed on the way, only after as many commands as it takes`() throws {
    var stand = try Stand("cache-aside", step: 2)
    stand.press(.typed("a"), .key(.enter), .control("u"))
    stand.enter("read user:7")
    stand.press(.key(.end))
    #expect(states(stand) == [.met, .pending], "the author reads twice")
    stand.press(.control("u"))
    stand.enter("read user:8")
    stand.press(.key(.end))
    #expect(states(stand) == [.met, .unmet])
  }

  @Test func `a bound that is broken is told at once`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .control("u"))
    stand.enter("herd page:home 200")
    stand.press(.key(.end))
    #expect(stand.model.lessonPane.goals.first?.state == .unmet)
  }
}
