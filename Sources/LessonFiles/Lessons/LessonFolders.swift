import Tutor

/// Finds the folders in which lessons lie.
///
/// A folder that somebody named must exist; the others are looked for and may be missing. The
/// learner's own folder comes last, so that a lesson there stands in for one with the same id.
public enum LessonFolders {
  /// What is asked about the surroundings; tests give their own answers.
  public struct Surroundings: Sendable {
    public var environment: @Sendable (String) -> String?
    /// The path of the running program.
    public var executable: String

    public init(environment: @escaping @Sendable (String) -> String?, executable: String) {
      self.environment = environment
      self.executable = executable
    }

    /// The real ones.
    public static var current: Surroundings {
      Surroundings(environment: Files.environment, executable: Files.executable)
    }
  }

  /// The folders in the order in which they are loaded; empty when there is none.
  ///
  /// - Parameter named: what `--lessons` says; then nothing else is looked at.
  public static func find(
    named: String?, in surroundings: Surroundings = .current
  ) throws(LessonErrors) -> [String] {
    if let named { return [try existing(named, how: "--lessons")] }
    var folders: [String] = []
    if let named = surroundings.environment("CACHETUTOR_LESSONS"), !named.isEmpty {
      folders = [try existing(named, how: "CACHETUTOR_LESSONS")]
    } else if let found = installed(surroundings) ?? checkout(surroundings) {
      folders = [found]
    }
    if let own = own(surroundings), !folders.contains(own) { folders.append(own) }
    return folders
  }

  private static func existing(_ path: String, how: String) throws(LessonErrors) -> String {
    guard !Files.isFolder(path) else { return path }
    throw LessonErrors([LessonError(path: path, line: .whole, kind: .library(.noFolder(how)))])
  }

  /// `bin/cachetutor` has its lessons in `share/cachetutor/lessons`.
  private static func installed(_ surroundings: Surroundings) -> String? {
    guard let bin = Files.parent(of: surroundings.executable), let prefix = Files.parent(of: bin)
    else { return nil }
    let folder = (prefix == "/" ? "" : prefix) + "/share/cachetutor/lessons"
    return Files.isFolder(folder) ? folder : nil
  }

  /// A build lies somewhere below the checkout.
  private static func checkout(_ surroundings: Surroundings) -> String? {
    var folder = Files.parent(of: surroundings.executable)
    while let current = folder {
      let prefix = current == "/" ? "" : current
      let lessons = prefix + "/lessons"
      if Files.isFile(prefix + "/Package.swift"), Files.isFolder(lessons) { return lessons }
      folder = Files.parent(of: current)
    }
    return nil
  }

  private static func own(_ surroundings: Surroundings) -> String? {
    var data = surroundings.environment("XDG_DATA_HOME") ?? ""
    if !data.hasPrefix("/") {
      guard let home = surroundings.environment("HOME"), home.hasPrefix("/") else { return nil }
      data = home + "/.local/share"
    }
    let folder = data + "/cachetutor/lessons"
    return Files.isFolder(folder) ? folder : nil
  }
}
