import Foundation
import Screen
import Testing

/// Compares `text` with the file of that name; `UPDATE_SNAPSHOTS=1` writes it anew.
///
/// A missing file is written and fails, so that nobody commits one unseen.
func expectSnapshot(
  _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".txt")
  let wanted = text.hasSuffix("\n") ? text : text + "\n"
  let known = try? String(contentsOf: file, encoding: .utf8)
  let updates = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"
  if known == nil || (updates && known != wanted) {
    try Data(wanted.utf8).write(to: file)
    if known == nil, !updates {
      Issue.record("\(name).txt was missing and is written now", sourceLocation: sourceLocation)
    }
    return
  }
  if known != wanted {
    Issue.record(
      "\(name).txt differs; it is now\n\(wanted)", sourceLocation: sourceLocation)
  }
}

/// The snapshot of a frame, named with its size.
func expectSnapshot(
  _ name: String, _ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectSnapshot(
    "\(name).\(frame.size.width)x\(frame.size.height)", frame.snapshot,
    sourceLocation: sourceLocation)
}
