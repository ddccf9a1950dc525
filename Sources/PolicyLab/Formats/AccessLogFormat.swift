// What web servers write, the common log format and the combined one.
//
//     1.2.3.4 - ada [10/Oct/2000:13:55:36 -0700] "GET /logo.gif HTTP/1.0" 200 2326 "…" "…"
//                    │                            │   └ key                    └ bytes
//                    time                         method
//
// GET and HEAD are requests. Other methods are left out unless they are wanted; so is what was no
// request at all (`"-"` after a time-out).
//
// Reference: Apache HTTP Server documentation, Log Files.

/// A log of a web server.
struct AccessLogFormat: LineFormat {
  var lines: LineCount
  private let countsWrites: Bool

  private static let example = #"1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 26"#

  init(_ options: FormatOptions) {
    lines = LineCount(options)
    countsWrites = options.countsWrites
  }

  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    let opening = line.first(Ascii.opening, from: line.start)
    let closing = line.first(Ascii.closing, from: opening)
    let quote = line.first(Ascii.quote, from: closing)
    let end = line.closingQuote(after: quote)
    guard end < line.end else { throw .notLike(example: AccessLogFormat.example) }
    var request = line.part(quote + 1, end)
    let method = request.takeWord()
    let target = request.takeWord()
    var rest = line.part(end + 1, line.end)
    rest.skipBlanks()
    _ = try rest.takeWord().number("status", most: 999)
    let bytes = rest.takeWord()
    // A dash stands for no bytes.
    let hasBytes = !(bytes.count == 1 && bytes[bytes.start] == UInt8(ascii: "-"))
    let size = hasBytes ? try bytes.size() : 1
    guard !target.isEmpty, isRequest(method) else {
      batch.skipped += 1
      return
    }
    if let time = AccessLogFormat.milliseconds(line.part(opening + 1, closing)) {
      batch.note(milliseconds: time)
    }
    batch.append(target, size: size)
  }

  private func isRequest(_ method: LineBytes) -> Bool {
    method.equals("get") || method.equals("head")
      || countsWrites
        && (method.equals("post") || method.equals("put") || method.equals("patch"))
  }

  /// `10/Oct/2000:13:55:36 -0700`; nil if it is written otherwise.
  private static func milliseconds(_ time: LineBytes) -> Int64? {
    guard time.count >= 20 else { return nil }
    func number(_ start: Int, _ count: Int) -> Int64? {
      let field = time.part(time.start + start, time.start + start + count)
      return (try? field.number("time")).map { Int64($0) }
    }
    guard let day = number(0, 2), let year = number(7, 4), let hour = number(12, 2),
      let minute = number(15, 2), let second = number(18, 2),
      let month = months.firstIndex(where: {
        time.part(time.start + 3, time.start + 6).equals($0)
      })
    else { return nil }
    var zone: Int64 = 0
    if time.count >= 26, let hours = number(22, 2), let minutes = number(24, 2) {
      zone = (hours * 60 + minutes) * (time[time.start + 21] == UInt8(ascii: "-") ? -60 : 60)
    }
    let days = dayNumber(year, Int64(month) + 1, day)
    return (((days * 24 + hour) * 60 + minute) * 60 + second - zone) * 1_000
  }

  /// Days since the first of January 1970 (Fliegel and Van Flandern, CACM 11, 1968).
  private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shift = (month - 14) / 12
    return day - 32_075 + 1_461 * (year + 4_800 + shift) / 4
      + 367 * (month - 2 - shift * 12) / 12 - 3 * ((year + 4_900 + shift) / 100) / 4 - 2_440_588
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  static let row = FormatRow(
    name: "clf", aliases: ["access-log", "apache", "nginx", "combined"],
    summary: "access logs of web servers, common or combined: GET and HEAD are requests",
    example: example, endings: ["clf"], reference: "Apache HTTP Server documentation, Log Files",
    looks: { head in
      head.wholeLines.allSatisfy { $0.contains(" [") && $0.contains("] \"") }
        && !MonitorFormat.row.looks(head)
    },
    make: { AccessLogFormat($0) })
}
