import CacheEngine
import LessonFiles
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

/// Who leaves next is marked before it goes, unless somebody is asked for it.
struct AskedVictimTests {
  private static let lesson = """
    ---
    format: 1
    id: who-leaves
    title: Who leaves
    minutes: 4
    panels: [path, cache, listing, log]
    teaches: [traffic keys, policy, read, evict]
    ---
    ## A question
    Three places.
    ```setup
    pattern cache-aside
    capacity 3
    ttl 1h
    rows a=1 b=2 c=3 d=4
    traffic keys a b c a
    ```
    ```predict read d
    Who leaves?
    - [x] {victims}
    - [ ] a => lru-is-fifo: It came first.
    ```
    ```goal
    evicted(b) >= 1   b has left
    ```
    ## A job
    Make room.
    ```setup
    pattern cache-aside
    capacity 3
    ttl 1h
    rows a=1 b=2 c=3 d=4
    traffic keys b c d
    begin read a
    ```
    ```goal
    victims == b   b has left
    ```
    ```solution
    evict b
    ```
    """

  private func scene(_ policy: String, _ reads: String) throws -> Scene {
    var tutor = try Stand.tutor()
    let line = "policy \(policy) ; capacity 4 ; rows a=1 b=2 c=3 d=4 e=5 ; traffic keys \(reads)"
    #expect(tutor.execute(line).error == nil)
    return Scene(stage: tutor.stage)
  }

  @Test(arguments: [
    ("lru", ["b 5 ago", "c 4 ago", "a 2 ago", "d 1 ago"]),
    ("lfu", ["c ×1", "a ×2", "d ×2", "b ×3"]), ("fifo", ["a", "b", "c", "d"]),
  ])
  func `the order of a policy is drawn, with its marks`(policy: String, rows: [String]) throws {
    let panel = CachePanel(try scene(policy, "a b b b c d a d"))
    let node = try #require(panel.nodes.first)
    let glyphs = Glyphs.unicode
    #expect(
      node.rows.map { row in
        let mark = row.badge.text(glyphs)
        return mark.isEmpty ? row.key : "\(row.key) \(mark)"
      } == rows)
    #expect(node.rows.map(\.isVictim) == [true, false, false, false])
    #expect(node.order == "leaves first")
  }

  @Test func `an open question about it hides order, marks and victim`() throws {
    var scene = try scene("lru", "a b b b c d a d")
    scene.victims = .hidden
    let node = try #require(CachePanel(scene).nodes.first)
    #expect(node.rows.map(\.key) == ["a", "b", "c", "d"])
    #expect(node.rows.allSatisfy { !$0.isVictim && $0.badge == .none })
    #expect(node.order == "key")
  }

  @Test func `who does the policy's job sees its marks, not its choice`() throws {
    var scene = try scene("lru", "a b b b c d a d")
    scene.victims = .unmarked
    let node = try #require(CachePanel(scene).nodes.first)
    #expect(node.rows.map(\.badge).first == .ago(5))
    #expect(node.rows.allSatisfy { !$0.isVictim })
  }

  @Test func `a lesson that asks who leaves does not tell before the answer`() throws {
    let lesson = try LessonFile.parse(text: AskedVictimTests.lesson, path: "who-leaves.md")
    var tutor = try Tutor(lessons: [lesson], patterns: Stand.patterns(), seed: 7)
    try tutor.startLesson("who-leaves")
    var stand = try Stand()
    stand.model = Model(tutor, settings: Settings(), size: Size(width: 80, height: 24))
    stand.wait()
    #expect(stand.model.bareScene.victims == .hidden)
    #expect(!stand.frame().text.contains("leaves ↓"))
    stand.press(.typed("a"), .key(.enter))
    #expect(stand.model.bareScene.victims == .marked)
    #expect(stand.frame().text.contains("leaves ↓"))
    // The command of the question stands in the prompt.
    stand.press(.key(.enter))
    stand.wait()
    stand.press(.key(.enter))
    stand.wait()
    #expect(stand.model.bareScene.victims == .unmarked)
    #expect(stand.frame(120, 40).text.contains("at the door: a"))
  }
}
