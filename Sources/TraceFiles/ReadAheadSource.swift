import Glibc

// Unpacking beside reading.
//
// Unpacking takes about as long as making sense of what was unpacked. So a thread of its own
// unpacks ahead, some pieces at most, and the parser never waits for it longer than the library
// takes.
//
//     source ──▶ [piece][piece][ … ] ──▶ parser

/// Bytes of another source, read ahead by a thread.
final class ReadAheadSource: ByteSource {
  private let shared: Pieces
  private let isStopped: @Sendable () -> Bool
  /// The piece that is being handed out, and how much of it has been.
  private var piece: Piece?
  private var offset = 0

  init(_ source: any ByteSource, isStopped: @escaping @Sendable () -> Bool) {
    self.isStopped = isStopped
    shared = Pieces(source)
    shared.start()
  }

  deinit { shared.abandon() }

  var bytesRead: Int { shared.bytesRead }

  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int {
    if piece == nil {
      piece = try shared.next(isStopped)
      offset = 0
    }
    guard let current = piece else { return 0 }
    let count = min(room.count, current.count - offset)
    room.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: current.bytes[offset..<offset + count]))
    offset += count
    if offset == current.count {
      shared.giveBack(current)
      piece = nil
    }
    return count
  }
}

/// A buffer and how much of it is filled.
private struct Piece {
  let bytes: UnsafeMutableRawBufferPointer
  var count = 0
}

/// The pieces between the two threads; everything in it is touched under its lock.
///
/// The source belongs to the thread that reads it, but for the number of bytes, which is copied.
private final class Pieces: @unchecked Sendable {
  private let source: any ByteSource
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var free: [Piece]
  private var full: [Piece] = []
  private var failure: TraceFileError?
  private var hasEnded = false
  private var isAbandoned = false
  private var bytes = 0

  init(_ source: any ByteSource) {
    self.source = source
    free = (0..<4).map { _ in
      Piece(bytes: .allocate(byteCount: 1 << 19, alignment: 64))
    }
    lock.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    for piece in free + full { piece.bytes.deallocate() }
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func start() {
    var thread = pthread_t()
    let held = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { held in
        if let held { Unmanaged<Pieces>.fromOpaque(held).takeRetainedValue().fillAll() }
        return nil
      }, held)
    if status == 0 {
      pthread_detach(thread)
    } else {
      Unmanaged<Pieces>.fromOpaque(held).release()
      locked { failure = .system(path: "", code: status) }
    }
  }

  /// The thread: fills pieces until the end.
  private func fillAll() {
    while var piece = takeFree() {
      do throws(TraceFileError) {
        piece.count = try source.read(into: piece.bytes)
      } catch {
        locked {
          failure = error
          free.append(piece)
        }
        return
      }
      locked {
        bytes = source.bytesRead
        if piece.count == 0 {
          hasEnded = true
          free.append(piece)
        } else {
          full.append(piece)
        }
      }
      if piece.count == 0 { return }
    }
  }

  /// Waits for a piece that nobody uses; nil when nobody reads any more.
  private func takeFree() -> Piece? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while free.isEmpty, !isAbandoned { pthread_cond_wait(changed, lock) }
    return isAbandoned ? nil : free.removeLast()
  }

  /// The next piece; nil at the end.
  func next(_ isStopped: () -> Bool) throws(TraceFileError) -> Piece? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while full.isEmpty {
      if let failure { throw failure }
      if hasEnded { return nil }
      if isStopped() { throw .stopped }
      // A signal does not end this wait, so it is looked up ten times a second.
      var until = timespec()
      clock_gettime(CLOCK_REALTIME, &until)
      until.tv_nsec += 100_000_000
      if until.tv_nsec >= 1_000_000_000 {
        until.tv_nsec -= 1_000_000_000
        until.tv_sec += 1
      }
      pthread_cond_timedwait(changed, lock, &until)
    }
    return full.removeFirst()
  }

  func giveBack(_ piece: Piece) {
    locked { free.append(Piece(bytes: piece.bytes)) }
  }

  func abandon() {
    locked { isAbandoned = true }
  }

  var bytesRead: Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return bytes
  }

  /// Changes what both threads see, and wakes whoever waits for it.
  private func locked(_ change: () -> Void) {
    pthread_mutex_lock(lock)
    change()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }
}
