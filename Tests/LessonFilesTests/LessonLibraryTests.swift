import Foundation
import LessonFiles
import Testing
import Tutor

@Suite struct LessonLibraryTests {
  private func lesson(_ id: String, needs: String = "[]", title: String = "T") -> String {
    """
    ---
    format: 1
    id: \(id)
    title: \(title)
    needs: \(needs)
    minutes: 5
    panels: [path]
    ---
    ## Step

    """
  }

  private func messages(_ folder: TemporaryFolder) -> [String] {
    LessonLibrary.load([folder.path]).errors.map {
      $0.message.replacing(folder.path + "/", with: "").replacing(folder.path, with: "lessons")
    }
  }

  @Test func `lessons are found in order, with chapters and patterns`() {
    let library = LessonLibrary.load([Fixture.lessons])
    #expect(library.errors.map(\.message) == [])
    #expect(library.lessons.map(\.id) == ["cache-aside", "thundering-herd"])
    #expect(library.chapters.map(\.chapter.title) == ["Reading and writing", "Stampedes"])
    #expect(library.patterns.map(\.name) == ["cache-aside", "none"])
    #expect(library.patterns[1].text.hasPrefix("def read(key):"))
    #expect(library.lesson(after: "cache-aside")?.id == "thundering-herd")
    #expect(library.lesson(after: "thundering-herd") == nil)
  }

  @Test func `the order is the order of numbers`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("b"), to: "10-one/100-b.md")
    try folder.write(lesson("a"), to: "10-one/20-a.md")
    try folder.write(lesson("c"), to: "9-zero/10-c.md")
    try folder.write("# no front matter", to: "9-zero/README.md")
    let library = LessonLibrary.load([folder.path + "/"])
    #expect(library.lessons.map(\.id) == ["c", "a", "b"])
    #expect(library.errors.isEmpty)
    #expect(library.chapters.map(\.chapter.title) == ["Zero", "One"])
    // The first chapter is found without reading the others, by the same order.
    #expect(LessonLibrary.load([folder.path], .firstChapter).lessons.map(\.id) == ["c"])
    #expect(LessonLibrary.load([folder.path], .lessons).lessons == library.lessons)
    try folder.write("broken", to: "9-zero/10-c.md")
    let next = LessonLibrary.load([folder.path], .firstChapter)
    #expect(next.lessons.map(\.id) == ["a", "b"])
    #expect(next.errors.count == 1)
  }

  @Test func `traces come in any format, and what is wrong with one is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    try folder.write("user:1\nuser:2\nuser:1\n", to: "traces/morning.txt")
    try folder.write("time,key\n1,x\n2,x\n", to: "traces/evening.csv")
    let library = LessonLibrary.load([folder.path])
    #expect(library.errors.isEmpty)
    #expect(library.traces.map(\.name) == ["evening", "morning"])
    #expect(library.traces.map(\.count) == [2, 3])
    #expect(library.traces[1].keys == [Array("user:1".utf8), Array("user:2".utf8)])
    try folder.write("time,key,size\n1,x,4\n1,y,big\n", to: "traces/night.csv")
    #expect(
      messages(folder) == [
        "traces/night.csv:3: the size is “big”, which is no number — mend it, or take it out"
      ])
    #expect(LessonLibrary.load([folder.path], .lessons).traces.isEmpty)
    #expect(LessonLibrary.load([folder.path]).traces.count == 2)
  }

  @Test func `of several folders all is read to find the first lesson`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("early"), to: "1-own/10-early.md")
    let library = LessonLibrary.load([Fixture.lessons, folder.path], .firstChapter)
    #expect(library.lessons.map(\.id) == ["early", "cache-aside", "thundering-herd"])
  }

  @Test func `one broken lesson does not take the others along`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    try folder.write(lesson("B!"), to: "10-one/20-b.md")
    let library = LessonLibrary.load([folder.path])
    #expect(library.lessons.map(\.id) == ["a"])
    #expect(
      messages(folder) == [
        "10-one/20-b.md:3: B! is no identity — "
          + "use lower-case letters, digits and hyphens, at most 48"
      ])
  }

  @Test func `two lessons cannot have one id`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    try folder.write(lesson("a"), to: "20-two/10-a.md")
    let message = try #require(messages(folder).first)
    #expect(message.hasPrefix("20-two/10-a.md:3: 10-one/10-a.md has the id a too — give one"))
  }

  @Test func `needs must exist and never run in a circle`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("cache-aside", needs: "[ring]"), to: "10-one/10-a.md")
    try folder.write(lesson("herd", needs: "[cache-asid, cache-aside]"), to: "10-one/20-b.md")
    try folder.write(lesson("ring", needs: "[herd]"), to: "10-one/30-c.md")
    #expect(
      messages(folder) == [
        "10-one/20-b.md:5: there is no lesson cache-asid — did you mean cache-aside?",
        "10-one/20-b.md:5: these lessons need each other: "
          + "cache-aside → ring → herd → cache-aside — take one of them out of needs:",
      ])
  }

  @Test func `a file without a place is reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    try folder.write("x", to: "10-one/notes.txt")
    try folder.write(lesson("b"), to: "10-one/later.md")
    try folder.write("x", to: "stray.md")
    try folder.write("x", to: "drafts/x.md")
    try folder.write("x", to: "patterns/x.txt")
    try folder.write("x", to: ".hidden")
    let stray = "nothing reads this file — name it NN-name.md in a folder NN-chapter, or move it"
    #expect(
      messages(folder) == [
        "10-one/later.md: the name says no order — rename it, for example 10-later.md",
        "10-one/notes.txt: \(stray)",
        "drafts: the name says no order — rename it, for example 10-drafts",
        "patterns/x.txt: \(stray)",
        "stray.md: \(stray)",
      ])
  }

  @Test func `a chapter's own file must name it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    try folder.write("---\ntitel: One\n---\n", to: "10-one/chapter.md")
    #expect(
      messages(folder) == [
        "10-one/chapter.md:2: titel: is no key of a lesson — did you mean title:?"
      ])
  }

  @Test func `an empty folder and a missing one say so`() throws {
    let folder = try TemporaryFolder()
    #expect(
      messages(folder) == [
        "lessons: no lesson lies in this folder — put NN-name.md files into NN-chapter folders"
      ])
    let library = LessonLibrary.load([folder.path + "/none"])
    #expect(library.errors.count == 1)
    #expect(library.errors[0].message.contains("it cannot be read: No such file or directory"))
  }

  @Test func `a pipe with a lesson's name does not stop the program`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("a"), to: "10-one/10-a.md")
    #expect(mkfifo(folder.path + "/10-one/20-b.md", 0o600) == 0)
    #expect(
      messages(folder) == [
        "10-one/20-b.md: it is no ordinary file — put the lesson itself there"
      ])
  }

  @Test func `a later folder's lesson stands in for an earlier one`() throws {
    let folder = try TemporaryFolder()
    try folder.write(lesson("cache-aside", title: "Mine"), to: "20-mine/10-a.md")
    try folder.write("def read(key):\n    return 1\n", to: "patterns/none.pattern")
    let library = LessonLibrary.load([Fixture.lessons, folder.path])
    #expect(library.lessons.map(\.title) == ["Mine", "The thundering herd"])
    #expect(library.patterns.map(\.text.count) == [41, 28])
    #expect(library.errors.isEmpty)
  }
}

@Suite struct LessonFoldersTests {
  private func find(
    named: String? = nil, _ environment: [String: String] = [:],
    executable: String = "/nowhere/bin/x"
  ) throws(LessonErrors) -> [String] {
    try LessonFolders.find(
      named: named,
      in: LessonFolders.Surroundings(environment: { environment[$0] }, executable: executable))
  }

  private func make(_ name: String, in folder: TemporaryFolder) throws -> String {
    try folder.write("", to: name + "/README.md")
    return folder.path + "/" + name
  }

  @Test func `a named folder is the only one`() throws {
    let folder = try TemporaryFolder()
    let own = try make("data/cachetutor/lessons", in: folder)
    let named = try make("mine", in: folder)
    let environment = ["XDG_DATA_HOME": folder.path + "/data", "CACHETUTOR_LESSONS": own]
    #expect(try find(named: named, environment) == [named])
  }

  @Test func `a named folder that is missing is an error`() {
    let expected = "/no/such: there is no such folder — make it, or change"
    do {
      _ = try find(named: "/no/such")
      Issue.record("found")
    } catch {
      #expect(error.messages == [expected + " --lessons"])
    }
    do {
      _ = try find(["CACHETUTOR_LESSONS": "/no/such"])
      Issue.record("found")
    } catch {
      #expect(error.messages == [expected + " CACHETUTOR_LESSONS"])
    }
  }

  @Test func `the environment comes before the installation, the learner's own folder is added`()
    throws
  {
    let folder = try TemporaryFolder()
    let named = try make("named", in: folder)
    let installed = try make("share/cachetutor/lessons", in: folder)
    let own = try make("home/.local/share/cachetutor/lessons", in: folder)
    let executable = folder.path + "/bin/cachetutor"
    let home = ["HOME": folder.path + "/home"]
    #expect(try find(executable: executable) == [installed])
    #expect(try find(home, executable: executable) == [installed, own])
    #expect(
      try find(
        home.merging(["CACHETUTOR_LESSONS": named]) { $1 }, executable: executable)
        == [named, own])
    #expect(
      try find(home.merging(["XDG_DATA_HOME": "relative"]) { $1 }, executable: executable)
        == [installed, own])
  }

  @Test func `a build finds the lessons of its checkout`() throws {
    let folder = try TemporaryFolder()
    let lessons = try make("lessons", in: folder)
    let executable = folder.path + "/.build/debug/cachetutor"
    #expect(try find(executable: executable) == [])
    try folder.write("", to: "Package.swift")
    #expect(try find(executable: executable) == [lessons])
  }
}
