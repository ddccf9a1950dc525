import ArgumentParser
import LessonFiles
import Simulation
import Tutor

/// Where lessons come from, and the seed: what every subcommand that runs a world takes.
struct LibraryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read lessons and patterns from this folder.", valueName: "dir"))
  var lessons: String?

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 7

  /// Loads everything; broken files are told on standard error and left out.
  ///
  /// - Parameter extent: less than everything is enough for a first page; with anything wrong in
  ///   it the rest is read too, so that all of it is told at once.
  /// - Throws: an exit code when there is no folder or nothing to run in it.
  func load(_ extent: LessonLibrary.Extent = .everything, quietly: Bool = false) throws -> Library {
    do {
      let folders = try LessonFolders.find(named: lessons)
      var library = LessonLibrary.load(folders, extent)
      var isWhole = extent == .everything
      if !isWhole, !library.errors.isEmpty {
        library = LessonLibrary.load(folders)
        isWhole = true
      }
      if !quietly {
        for error in library.errors { Output.complain(error.message) }
      }
      let shelf = library.shelf(telling: Output.complain)
      guard !shelf.all.isEmpty else {
        Output.complain(
          "no lessons found — name their folder with --lessons DIR or CACHETUTOR_LESSONS")
        throw ExitStatus.badFile
      }
      return Library(files: library, shelf: shelf, folders: folders, isWhole: isWhole)
    } catch let errors as LessonErrors {
      Output.complain(errors.messages.joined(separator: "\n"))
      throw ExitStatus.badFile
    }
  }
}

/// Lessons and patterns, read and compiled.
struct Library {
  var files: LessonLibrary
  var shelf: PatternShelf
  var folders: [String]
  /// Whether all lessons have been read, and not only what the first page shows.
  var isWhole = true

  /// The folders with lessons that the first page does not need; nil when all have been read.
  var unread: [String]? { isWhole ? nil : folders }

  /// How the sandbox opens, and its experiments.
  var sandbox: Sandbox { files.sandbox.map { Sandbox($0) } ?? Sandbox() }

  /// A tutor in the sandbox, with these lessons.
  func tutor(seed: UInt64) throws -> Tutor {
    do {
      var tutor = try Tutor(lessons: files.lessons, patterns: shelf, seed: seed)
      tutor.sandbox = sandbox
      return tutor
    } catch {
      Output.complain(CommandError.world(error, at: 0..<0).message.text)
      throw ExitStatus.badFile
    }
  }
}
