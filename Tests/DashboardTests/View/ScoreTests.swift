import Screen
import Testing

@testable import Dashboard

/// What is said when a part is solved.
struct ScoreTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func `the score stands in the lesson, and F5 shows the author's way`(
    width: Int, height: Int
  ) throws {
    var stand = try Stand("cache-aside", size: Size(width: width, height: height))
    stand.wait()
    #expect(!stand.frame(width, height).text.contains("Solved with"))
    stand.enter("read user:1")
    stand.wait()
    let text = stand.frame(width, height).text.split(separator: "\n").joined(separator: " ")
    #expect(text.contains("Solved with 1 command"))
    #expect(text.contains("F5 author's way"))
    stand.press(.key(.function(5)))
    #expect(stand.frame(width, height).text.contains("Your way beside the author's"))
    stand.press(.key(.escape), .key(.enter))
    #expect(!stand.frame(width, height).text.contains("Solved with"))
    stand.press(.key(.function(5)))
    #expect(stand.model.notice?.text.contains("when the part is solved") == true)
  }
}
