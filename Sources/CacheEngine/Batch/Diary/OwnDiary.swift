// Where the order is not that of the trace, a queue keeps a diary of its own: whoever enters is
// written down on its next page, and the mark of the key says which page that was. Whoever leaves
// from the middle is given another mark, and its page is out of date. When the diary is full, those
// who still stand in it are copied to its end.

/// A queue with pages of its own.
struct OwnDiary {
  let state: UInt32
  private var pages: KeyRing
  var count = 0

  /// - Parameter most: so many keys stand in it at most.
  init(_ state: UInt32, _ run: RunMemory, most: Int) {
    self.state = state
    pages = KeyRing(run, most: max(64, 2 * most))
  }

  /// Puts `key` at the newest end.
  @inline(__always)
  mutating func push(_ key: Int, in marks: UnsafeMutablePointer<UInt32>) {
    if pages.isFull { close(marks) }
    marks[key] = Diary.mark(pages.end, state)
    pages.push(key)
    count &+= 1
  }

  /// The oldest, which stays where it is.
  ///
  /// Precondition: the queue is not empty.
  @inline(__always)
  mutating func findOldest(in marks: UnsafeMutablePointer<UInt32>) -> Int {
    var page = pages.start
    while marks[pages[page]] != Diary.mark(page, state) { page &+= 1 }
    pages.skip(to: page)
    return pages[page]
  }

  /// Takes the oldest out; whoever calls gives it another mark.
  ///
  /// Precondition: the queue is not empty.
  @inline(__always)
  mutating func takeOldest(in marks: UnsafeMutablePointer<UInt32>) -> Int {
    let key = findOldest(in: marks)
    pages.skip(to: pages.start &+ 1)
    count &-= 1
    return key
  }

  @inline(never)
  private mutating func close(_ marks: UnsafeMutablePointer<UInt32>) {
    let state = state
    pages.close { key, page in
      marks[key] == Diary.mark(page, state)
    } moved: { key, page in
      marks[key] = Diary.mark(page, state)
    }
  }
}
