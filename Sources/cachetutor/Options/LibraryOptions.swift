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
  /// - Throws: an exit code when there is no folder or nothing to run in it.
  func load(quietly: Bool = false) throws -> Library {
    do {
      let folders = try LessonFolders.find(named: lessons)
      let library = LessonLibrary.load(folders)
      if !quietly {
        for error in library.errors { Output.complain(error.message) }
      }
      let shelf = try Library.shelf(library.patterns)
      guard !shelf.all.isEmpty else {
        Output.complain(
          "no lessons found — name their folder with --lessons DIR or CACHETUTOR_LESSONS")
        throw ExitStatus.badFile
      }
      return Library(files: library, shelf: shelf, folders: folders)
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

  /// How the sandbox opens, and its experiments.
  var sandbox: Sandbox { files.sandbox.map { Sandbox($0) } ?? Sandbox() }

  static func shelf(_ files: [LessonFiles.PatternFile]) throws -> PatternShelf {
    var patterns: [Simulation.PatternFile] = []
    for file in files {
      do {
        patterns.append(try Simulation.PatternFile(name: file.name, text: file.text))
      } catch {
        Output.complain("\(file.path):\(error)")
      }
    }
    return PatternShelf(patterns)
  }

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
