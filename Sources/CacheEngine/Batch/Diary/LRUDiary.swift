/// LRU in a diary: everybody behind the reader's page is here, and nobody else.
///
/// Decides as `LRUPolicy` does.
struct LRUDiary: MarkedDiaryPolicy {
  let diary: Diary
  private let capacity: Int
  private var queue = DiaryQueue(1)

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
  }

  var count: Int { queue.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let mark = diary.marks[key]
    // A page that the reader has passed is out of date: nobody needs to note who has left.
    let isHere = mark >= Diary.mark(queue.page, 1)
    if !isHere {
      if queue.count == capacity { _ = queue.takeOldest(diary) }
      queue.count &+= 1
    }
    diary.marks[key] = Diary.mark(page, 1)
    return isHere
  }
}
