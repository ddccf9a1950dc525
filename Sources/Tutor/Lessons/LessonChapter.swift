/// The folder in which a lesson lies: `40-stampedes` is chapter 40.
public struct LessonChapter: Hashable, Comparable, Sendable {
  /// The number at the start of the folder's name; 0 for a lesson that lies in no chapter.
  public var number: Int
  public var title: String
  /// The folder's own name.
  public var folder: String

  public init(number: Int = 0, title: String = "", folder: String = "") {
    self.number = number
    self.title = title
    self.folder = folder
  }

  /// By number, then by folder, so that two chapters with one number keep a fixed order.
  public static func < (left: LessonChapter, right: LessonChapter) -> Bool {
    (left.number, left.folder) < (right.number, right.folder)
  }
}
