import Glibc

/// Names of session files: `20260102-090000-4711.session`.
///
/// The order of the names is the order of time, and two programs never choose the same one.
enum SessionName {
  /// The beginning of a name for something that starts now: local date and time, and the process.
  static func stamp() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let date = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday].map { padded($0) }.joined()
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded($0) }.joined()
    return "\(date)-\(clock)-\(getpid())"
  }

  /// True for names that we gave; files that somebody put there are never thinned out.
  static func isOne(_ name: String) -> Bool {
    guard name.hasSuffix(".session") else { return false }
    let parts = name.dropLast(8).split(separator: "-", omittingEmptySubsequences: false)
    return (3...4).contains(parts.count) && parts[0].count == 8 && parts[1].count == 6
      && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 } }
  }

  private static func padded(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
