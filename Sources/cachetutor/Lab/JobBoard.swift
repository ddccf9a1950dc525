import Glibc
import Synchronization

// Many independent runs on all processors.
//
// Each thread takes the next job until none is left. The main thread sleeps until a job is done,
// or a tenth of a second is over, or Ctrl-C: so it can draw the progress, and stop waiting for
// jobs that nobody wants any more. The results stand where their jobs stand, so the order in which
// threads finish changes nothing.

/// Jobs, and what has come out of those that are done.
final class JobBoard<Job: Sendable, Result: Sendable>: Sendable {
  private let jobs: [Job]
  private let work: @Sendable (Job) -> Result
  private let next = Atomic(0)
  private let results: Mutex<[Result?]>
  /// A byte goes through this pipe for each job that is done.
  private let readEnd: Int32
  private let writeEnd: Int32

  init(_ jobs: [Job], work: @escaping @Sendable (Job) -> Result) {
    self.jobs = jobs
    self.work = work
    results = Mutex(Array(repeating: nil, count: jobs.count))
    var ends: [Int32] = [-1, -1]
    // Without a pipe the results are looked at ten times a second all the same.
    _ = pipe(&ends)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Does the jobs; what is not done when Ctrl-C comes is nil.
  func run(isStopped: () -> Bool, report: (_ done: Int) -> Void) -> [Result?] {
    let threads = min(jobs.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    for _ in 0..<threads { start() }
    var done = 0
    while done < jobs.count, !isStopped() {
      var waiting = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) > 0 {
        var bytes = [UInt8](repeating: 0, count: 256)
        _ = read(readEnd, &bytes, bytes.count)
      }
      done = results.withLock { results in results.count { $0 != nil } }
      report(done)
    }
    // Threads that are in the middle of a job finish it for nobody.
    next.store(jobs.count, ordering: .relaxed)
    return results.withLock { $0 }
  }

  /// A thread of its own; it holds the board until it ends.
  private func start() {
    var thread = pthread_t()
    let held = Unmanaged.passRetained(Worker { self.takeJobs() }).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { held in
        guard let held else { return nil }
        Unmanaged<Worker>.fromOpaque(held).takeRetainedValue().body()
        return nil
      }, held)
    guard status == 0 else {
      // No thread to be had: the jobs are done here.
      Unmanaged<Worker>.fromOpaque(held).release()
      return takeJobs()
    }
    pthread_detach(thread)
  }

  private func takeJobs() {
    while true {
      let place = next.add(1, ordering: .relaxed).oldValue
      guard place < jobs.count else { return }
      let result = work(jobs[place])
      results.withLock { $0[place] = result }
      var byte: UInt8 = 0
      _ = write(writeEnd, &byte, 1)
    }
  }
}

/// What a thread does.
private final class Worker: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
