import Foundation
import Testing

/// `make install` and `make uninstall`, with the program that is being tested in the place of the
/// portable one, which takes minutes to build.
@Suite struct InstallTests {
  private static let files = [
    "bin/cachetutor", "share/bash-completion/completions/cachetutor",
    "share/fish/vendor_completions.d/cachetutor.fish", "share/man/man1/cachetutor.1.gz",
    "share/zsh/site-functions/_cachetutor",
  ]

  /// What a command says, and how it ends; the environment holds nothing but the way to programs.
  private func say(_ line: String, in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    let target = folder.appendingPathComponent("said-\(UUID().uuidString)")
    try Data().write(to: target)
    let output = try FileHandle(forWritingTo: target)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: target, encoding: .utf8)
    try FileManager.default.removeItem(at: target)
    return (process.terminationStatus, text)
  }

  private func make(_ goal: String, _ prefix: URL, in folder: URL) throws {
    // Whoever installs may keep new files to himself: what is installed is for everybody.
    let line =
      "umask 077; make --no-print-directory -C '\(Home.root.path)' -o portable \(goal)"
      + " INSTALLED='\(Home.program)' PREFIX='\(prefix.path)'"
    let result = try say(line, in: folder)
    try #require(result.status == 0, "\(result.output)")
  }

  @Test func `what is installed works anywhere, and goes away without a trace`() throws {
    let home = try Home()
    let prefix = home.folder.appendingPathComponent("prefix")
    try FileManager.default.createDirectory(at: prefix, withIntermediateDirectories: true)
    try make("install", prefix, in: home.folder)
    let all = try say("cd prefix; find . -type f -printf '%P %m\n' | sort", in: home.folder).output
      .split(separator: "\n").map(String.init)
    let program = all.filter { !$0.hasPrefix("share/cachetutor/lessons/") }
    #expect(program == Self.files.map { $0 + ($0.hasPrefix("bin") ? " 755" : " 644") })
    #expect(all.contains("share/cachetutor/lessons/patterns/cache-aside.pattern 644"))
    try run(prefix, in: home.folder)
    try make("uninstall", prefix, in: home.folder)
    #expect(try say("find prefix", in: home.folder).output == "prefix\n")
  }

  private func run(_ prefix: URL, in folder: URL) throws {
    let program = "env -i '\(prefix.path)/bin/cachetutor'"
    let lesson = "lesson cache-aside\\ntask\\n"
    let result = try say("printf '\(lesson)' | \(program) run -", in: folder)
    #expect(result.status == 0, "\(result.output)")
    let share = prefix.path + "/share"
    let page = try say("gzip -dc '\(share)/man/man1/cachetutor.1.gz'", in: folder)
    #expect(page.output.hasPrefix(".TH CACHETUTOR 1"))
    let completions = "'\(share)/bash-completion/completions/cachetutor'"
    #expect(try say("bash -n \(completions)", in: folder).status == 0)
    // The other shells' own words are asked where they are installed.
    for (shell, file) in [("zsh -n", Self.files[4]), ("fish --no-execute", Self.files[2])] {
      let name = shell.prefix { $0 != " " }
      let line = "! command -v \(name) >/dev/null || \(shell) '\(prefix.path)/\(file)'"
      #expect(try say(line, in: folder).status == 0, "\(shell)")
    }
  }
}
