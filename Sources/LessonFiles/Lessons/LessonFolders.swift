import Tutor

/// Finds the folders in which lessons lie.
///
/// A folder that somebody named must exist; the others are looked for and may be missing. Packs stand
/// beside what is bundled. The learner's own folder comes last, so that a lesson there stands in for one with the same id.
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
    for pack in packs(surroundings) where !folders.contains(pack) { folders.append(pack) }
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

  /// Every folder in `packs`, by name: lessons that somebody else has written.
  private static func packs(_ surroundings: Surroundings) -> [String] {
    guard let data = data(surroundings), let names = try? Files.names(in: data + "/packs") else {
      return []
    }
    return names.map { "\(data)/packs/\($0)" }.filter(Files.isFolder)
  }

  private static func own(_ surroundings: Surroundings) -> String? {
    guard let folder = ownPlace(in: surroundings), Files.isFolder(folder) else { return nil }
    return folder
  }

  /// Where a person's own lessons belong, whether or not there are any; nil without a home.
  public static func ownPlace(in surroundings: Surroundings = .current) -> String? {
    data(surroundings).map { $0 + "/lessons" }
  }

  /// By the XDG Base Directory Specification; a relative path counts as none.
  private static func data(_ surroundings: Surroundings) -> String? {
    if let data = surroundings.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/cachetutor"
    }
    guard let home = surroundings.environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/share/cachetutor"
  }
}
