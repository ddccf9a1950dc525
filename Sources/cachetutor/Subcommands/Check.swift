import ArgumentParser
import LessonFiles
import Tutor

/// Proves lessons.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove lessons: each step, solution, mistake and prediction is run.",
    discussion: """
      Says `file:line: what — how to fix` for everything that does not hold, and ends with exit \
      code 1 then. Without a folder the lessons that the tutor would find are proved.
      """)

  @Argument(help: ArgumentHelp("Folders with NN-chapter/NN-name.md.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: "Prove only the lesson with this id.")
  var only: String?

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 7

  @Flag(
    help: """
      Also prove that each lesson fails where what it teaches is broken: it is run in worlds with \
      the defects that its front matter names (mutants:).
      """)
  var prove = false

  func run() throws {
    let library = try load()
    var errors = library.errors.map(\.message)
    let shelf = library.shelf(telling: Output.complain)
    if let only, library.lesson(only) == nil {
      // It may well be one of those that cannot be read.
      for error in errors { Output.complain(error) }
      let known = library.lessons.map(\.id).joined(separator: ", ")
      let which = errors.isEmpty ? "there is no lesson" : "no lesson that can be read is called"
      Output.complain("\(which) \(only) — there are: \(known)")
      throw errors.isEmpty ? ExitStatus.usage : ExitStatus.failed
    }
    let proof = LessonChecker.check(
      library.lessons, only: only.map { [$0] }, patterns: shelf, seed: seed)
    errors += proof.errors.map(\.message)
    var lines = proof.listing
    if only == nil, let file = library.sandbox {
      let faults = SandboxChecker.check(file, patterns: shelf, seed: seed)
      errors += faults.map(\.message)
      let count = Sandbox(file).experiments.count
      let verdict = faults.isEmpty ? "all give their figures" : "\(faults.count) do not hold"
      lines.append("\(count) experiments: \(verdict)")
    }
    if prove {
      let whole = proof.rows.filter { $0.faults == 0 }.map(\.id)
      let (mutants, faults) = LessonChecker.prove(
        library.lessons, only: whole, patterns: shelf, seed: seed)
      lines += mutants.listing
      errors += faults.map(\.message)
    }
    for error in errors { Output.complain(error) }
    for line in lines { Output.say(line) }
    if !errors.isEmpty { throw ExitStatus.failed }
  }

  private func load() throws -> LessonLibrary {
    do {
      var found = folders
      if found.isEmpty {
        found = try LessonFolders.find(named: nil)
      } else {
        found = []
        for folder in folders { found += try LessonFolders.find(named: folder) }
      }
      guard !found.isEmpty else {
        Output.complain("no lessons found — name their folder: cachetutor check lessons")
        throw ExitStatus.badFile
      }
      return LessonLibrary.load(found)
    } catch let errors as LessonErrors {
      Output.complain(errors.messages.joined(separator: "\n"))
      throw ExitStatus.badFile
    }
  }
}
