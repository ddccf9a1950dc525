import Tutor

/// A lesson to start from: it is proved as it stands, and every block says what it is for.
public enum LessonSkeleton {
  /// What can be wrong with the wish for a new lesson.
  public enum Fault: Error, Hashable, Sendable {
    /// Identities are small letters, digits and hyphens.
    case badIdentity(String)
    /// A chapter's folder is a number, a hyphen and a name.
    case badChapter(String)
    case exists(String)
    case file(FileError)
  }

  /// Writes a lesson into a chapter of `folder`, with the next free number, and returns its path.
  ///
  /// The chapter's folder is made if it is not there.
  public static func make(
    _ id: String, chapter: String, in folder: String
  ) -> Result<String, Fault> {
    guard Lesson.isIdentity(id) else { return .failure(.badIdentity(id)) }
    guard NumberedName(chapter) != nil else { return .failure(.badChapter(chapter)) }
    do throws(FileError) {
      let place = "\(folder)/\(chapter)"
      try Files.makeFolder(place)
      let names = try Files.names(in: place)
      if let taken = names.first(where: { NumberedName($0.dropLast(3))?.rest == id }) {
        return .failure(.exists("\(place)/\(taken)"))
      }
      let last = names.compactMap { NumberedName($0)?.number }.max() ?? 0
      let path = "\(place)/\(last / 10 * 10 + 10)-\(id).md"
      try DocumentFile.write(text(id), to: path)
      return .success(path)
    } catch {
      return .failure(.file(error))
    }
  }

  /// The text of the lesson.
  public static func text(_ id: String) -> String {
    let title = id.asTitle
    return """
      ---
      format: 1
      id: \(id)
      title: \(title)
      minutes: 5
      panels: [path, listing, cache, database, log]
      teaches: [read, traffic loop]
      ---
      ## What happens to a second request
      A sentence or two: what the learner sees, and the one idea of this part. The scene is set by
      the commands of `setup`, out of sight, on a fresh world.
      ```setup
      pattern cache-aside
      capacity 4
      rows page:1=Welcome page:2=News
      ```
      Ask before it happens. A wrong answer is computed by the rule that it stands for.
      ```predict read page:1 ; read page:1
      How many loads reach the database?
      - [x] {db.loads}
      - [ ] {db.loads | pattern none} => nothing-is-kept: That is what it would be without a cache.
      ```
      Type `read page:1`, twice.
      ```goal
      hits >= 1   the second request turned round at the cache
      ```
      ```hint
      What does the first request leave behind?

      The word is read, then a key.

      The same request, twice.
      run: read page:1 ; read page:1
      ```
      ```solution
      read page:1
      read page:1
      ```
      ```solution
      read page:2
      read page:1
      read page:2
      ```
      ```mistake
      when: misses >= 2 and hits == 0
      try: read page:1 ; read page:2
      Two strangers: each was asked for once. Ask for the same page again.
      ```
      ```mistake
      when: misses == 1 and hits == 0
      try: read page:1
      That was the first request: it has filled the cache. Now ask again.
      ```
      One sentence that stays: the first request pays, the others are free.

      ## With and without
      The same requests in two lanes that differ in one rule. Type `traffic loop page:1..2 rounds=5`.
      ```setup
      pattern cache-aside
      capacity 4
      rows page:1=Welcome page:2=News
      ```
      ```contrast
      left: pattern none
      right: pattern cache-aside
      traffic loop page:1..2 rounds=5
      goal: right.db.loads == 2   each page is loaded once
      ```
      ```hint
      The two lanes get the same requests.

      Count the loads of each.

      Start both lanes.
      run: traffic loop page:1..2 rounds=5
      ```
      ```solution
      traffic loop page:1..2 rounds=5
      ```

      ## In production
      - The same decision as it is written in a real configuration: `maxmemory 100mb`.

      """
  }
}
