import Glibc

/// What the system said when a file or folder could not be used.
public struct FileError: Error, Hashable, Sendable {
  public enum Action: String, Hashable, Sendable {
    case read, write, create, list, lock, remove, rename
  }

  public var path: String
  public var action: Action
  /// The system's error number.
  public var code: Int32
  /// A sentence that says more than the system does; nil where the system's words do.
  public var cause: String?

  public init(path: String, action: Action, code: Int32 = errno, cause: String? = nil) {
    self.path = path
    self.action = action
    self.code = code
    self.cause = cause
  }

  /// The system's own words.
  public var reason: String {
    String(cString: strerror(code))
  }

  /// One sentence with the path.
  public var message: String {
    cause ?? "\(path): cannot \(action.rawValue) it: \(reason)"
  }
}
