/// A policy as it runs where the whole trace is known and all entries weigh 1: see `Diary`.
protocol DiaryPolicy: SendableMetatype {
  init(_ run: RunMemory)

  /// Something out of each line of memory that a request for `key` will need.
  func look(at key: Int) -> UInt64

  /// Passes the request on `page`, and says whether it hits.
  mutating func hits(_ key: Int, on page: Int) -> Bool

  /// How many entries are here.
  var count: Int { get }

  /// The run is over.
  mutating func finish()
}

extension DiaryPolicy {
  mutating func finish() {}
}

/// One whose requests need the mark of their key, and nothing else.
protocol MarkedDiaryPolicy: DiaryPolicy {
  var diary: Diary { get }
}

extension MarkedDiaryPolicy {
  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(diary.marks[key]) }
}
