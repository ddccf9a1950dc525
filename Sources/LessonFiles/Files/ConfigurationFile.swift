import Glibc

/// The file in which a person says how the tutor is to look: `$XDG_CONFIG_HOME/cachetutor/config`,
/// by default `~/.config/cachetutor/config`.
///
/// Only read, never written; what its lines mean is the reader's business.
public struct ConfigurationFile: Hashable, Sendable {
  public let path: String

  /// The most bytes that are read.
  static let sizeLimit = 65_536

  /// A relative `XDG_CONFIG_HOME` does not count, as the standard says; nil when there is no home
  /// either.
  public init?(
    environment: (String) -> String? = LessonFolders.Surroundings.current.environment
  ) {
    if let base = environment("XDG_CONFIG_HOME"), base.hasPrefix("/") {
      path = base + "/cachetutor/config"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      path = home + "/.config/cachetutor/config"
    } else {
      return nil
    }
  }

  /// The file's text; nil when there is no such file.
  public func load() throws(FileError) -> String? {
    do {
      let bytes = try Files.read(path, limit: Self.sizeLimit)
      return String(decoding: bytes.prefix(Self.sizeLimit), as: UTF8.self)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return nil
    }
  }
}
