/// How large a lesson and its parts may be; going beyond is a message that names the limit.
public enum LessonLimits {
  /// Bytes of one lesson file.
  public static let fileBytes = 128 * 1024
  /// Bytes of the front matter.
  public static let headerBytes = 4 * 1024
  /// Entries of one list in the front matter.
  public static let listEntries = 32
  /// Bytes of an identity or of a name.
  public static let identifierBytes = 48
  /// Steps of one lesson.
  public static let steps = 20
  public static let experiments = 99
  /// Lines of one fenced block.
  public static let blockLines = 200
  /// Bytes of one line of a fenced block.
  public static let lineBytes = 1024
  /// Options of one prediction: one letter each.
  public static let options = 9
  /// Lines to sort in one `order` block.
  public static let orderLines = 12
  /// How deep lists and quotes may stand inside each other.
  public static let proseDepth = 6
  /// Lessons in one library.
  public static let lessons = 1_000
}
