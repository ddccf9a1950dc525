import Screen
import Tutor

/// A fact that reaches the dashboard.
public enum Message: Sendable {
  case input(Input)
  /// So many microseconds of real time have gone by.
  case ticked(Int64)
  case resized(Size)
  /// Something outside went wrong or well, in a sentence.
  case told(String, isTrouble: Bool)
  /// The theme that suits the terminal is this one.
  case themed(String)
  /// Another tutor takes this one's place: lessons were read anew, a session was taken up.
  case loaded(Tutor)
  /// What `.readTraces` has found, or why not; the line that wants it waits.
  case tracesRead([FoundTrace], line: String, isTyped: Bool)
  /// The lessons that the first page did not need have been read.
  case completed([Lesson])
  /// A recording is to be played from its beginning.
  case replay(Replay)
}
