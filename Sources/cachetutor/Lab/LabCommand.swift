import ArgumentParser
import CacheEngine
import Glibc
import PolicyLab
import TraceFiles

/// What the laboratory's subcommands have in common.
enum LabCommand {
  /// How much of what was asked for is known at the end; Ctrl-C may have cut it short.
  enum Known {
    case everything
    case part
    case nothing
  }

  /// Runs a subcommand; what is wrong is said, and the exit code tells whose fault it is.
  static func run(_ body: () throws(LabError) -> Known) throws {
    let known: Known
    do throws(LabError) {
      known = try body()
    } catch {
      if case .file(.stopped) = error {
        Output.complain("stopped while the trace was read — nothing is known yet")
        throw ExitStatus.signal(SIGINT)
      }
      Output.complain(error.message)
      if case .stopped = error { throw ExitStatus.signal(SIGINT) }
      throw error.isFile ? ExitStatus.badFile : ExitStatus.usage
    }
    switch known {
    case .everything: return
    case .part: Output.complain("stopped — the rest is not known")
    case .nothing: Output.complain("stopped — nothing is known yet")
    }
    throw ExitStatus.signal(SIGINT)
  }

  /// Does all work that curves are made of; nil for what Ctrl-C has prevented.
  static func outcomes(of study: CurveStudy) -> [CurveStudy.Outcome?] {
    outcomes(of: study.jobs, requests: study.sample.trace.requests) { study.run($0) }
  }

  /// Does all runs of a study; nil for those that Ctrl-C has prevented.
  static func results(of study: Study) -> [BatchResult?] {
    outcomes(of: study.jobs, requests: study.prepared.trace.requests) { study.run($0) }
  }

  /// Does the jobs on all processors, and shows how far they are.
  ///
  /// - Parameter requests: how many requests a job is about, for the rate.
  private static func outcomes<Job: Sendable, Outcome: Sendable>(
    of jobs: [Job], requests: Int, work: @escaping @Sendable (Job) -> Outcome
  ) -> [Outcome?] {
    var bar = ProgressBar()
    let outcomes = JobBoard(jobs, work: work).run(isStopped: { Interrupt.isRaised }) { done in
      bar.show(
        "\(done) of \(jobs.count) runs", share: Double(done) / Double(jobs.count),
        requests: done * requests)
    }
    bar.clear()
    return outcomes
  }
}
