import PtySupport
import Testing

/// The configuration file, from the file to the screen.
@Suite struct ConfigTests {
  @Test func `what is in force is printed, with who has decided it`() throws {
    let home = try Home(sandbox: .still)
    let before = try home.run(["config"])
    #expect(before.status == 0)
    #expect(before.output.contains("config/cachetutor/config  (there is none yet)"))
    #expect(before.output.contains("theme = auto          # standard"))
    try home.configure("theme = light\nmouse = off\nspeed = 1/2\nkey F6 = log evict\n")
    let setting = ["CACHETUTOR_MOUSE": "on", "CACHETUTOR_MOTION": "reduced"]
    let after = try home.run(["config", "--theme", "dark"], setting: setting)
    #expect(after.status == 0)
    for line in [
      "theme = dark          # --theme", "mouse = on            # CACHETUTOR_MOUSE",
      "motion = reduced      # CACHETUTOR_MOTION", "speed = 1/2           # config:3",
      "legend = on           # standard", "key F6 = log evict",
    ] {
      #expect(after.output.contains(line + "\n"), "\(after.output)")
    }
    let colourless = try home.run(["config"], setting: ["NO_COLOR": "1"])
    #expect(colourless.output.contains("theme = mono          # NO_COLOR"))
    #expect(try home.run(["config", "--theme", "lihgt"]).status == 2)
  }

  @Test func `what is printed is a configuration file itself`() throws {
    let home = try Home(sandbox: .still)
    try home.configure("theme = light\nlegend = off\nkey ctrl-g = faster\nkey F9 = help read\n")
    let printed = try home.run(["config"]).output
    try home.configure(printed)
    let again = try home.run(["config"])
    #expect(again.status == 0)
    for setting in ["theme = light", "legend = off", "key ctrl-g = faster", "key F9 = help read"] {
      #expect(again.output.contains(setting))
    }
  }

  @Test func `broken lines are named, and the others count`() throws {
    let home = try Home(sandbox: .still)
    try home.configure("theme = light\nmouze = off\n\nkey F1 = sleep\nlegend = off\n")
    let printed = try home.run(["config"])
    #expect(printed.status == 1)
    #expect(
      printed.output.contains(
        "config:2: there is no setting \"mouze\" — did you mean mouse?"))
    #expect(printed.output.contains("config:4: \"sleep\" is neither an action nor a command"))
    let tutor = try home.start("play", columns: 140, rows: 30)
    let rows = try tutor.wait(for: "config:2: there is no setting")
    #expect(rows.contains { $0.contains("and 1 more: cachetutor config") })
    #expect(!rows.contains { $0.contains("F1 help") })
    try tutor.type("tick 1s")
    try tutor.send("Enter")
    try tutor.wait(for: "1.000 s")
    try tutor.send("C-c")
    #expect(try tutor.waitForEnd() == .exited(0))
    try tutor.wait(for: "config:4:")
  }

  @Test func `legend and help follow the keys that were given anew`() throws {
    let home = try Home(sandbox: .still)
    try home.configure("key ctrl-g = help\nkey F9 = lessons\nkey F6 = tick 3s\n")
    // In a log of one row the command would be gone as soon as anything follows it.
    let tutor = try home.start(columns: 120, rows: 40)
    try tutor.wait(for: "Ten requests")
    try tutor.send("End")
    try tutor.wait(for: "^G help")
    try tutor.wait(for: "F9 lessons")
    try tutor.send("C-g")
    try tutor.wait(for: "^G, ?")
    try tutor.type("tick")
    try tutor.wait(for: "runs `tick 3s`")
    try tutor.send("C-c", "C-c", "F9")
    try tutor.wait(for: "─ lessons ─")
    try tutor.send("q", "F6")
    try tutor.wait(for: "› tick 3s")
  }

  @Test func `hints, legend, speed and motion can be chosen`() throws {
    let home = try Home(sandbox: .still)
    try home.configure("hints = off\nlegend = off\nspeed = 1\nmotion = reduced\n")
    let tutor = try home.start("play")
    try tutor.wait(for: "clock stopped")
    try tutor.type("herd ")
    try tutor.wait(for: "› herd")
    let rows = try tutor.screen()
    #expect(!rows.contains { $0.contains("<KEY>") || $0.contains("Tab complete") })
    try tutor.type("a 50")
    try tutor.send("Enter")
    try tutor.wait(for: "answered")
    let other = try home.start("play", "--hints", "--legend")
    try other.wait(for: "clock stopped")
    try other.type("herd ")
    try other.wait(for: "<KEY>")
    try other.wait(for: "Tab complete")
  }

  @Test func `a configuration that cannot be read is no obstacle`() throws {
    let home = try Home(sandbox: .still)
    try home.configure("")
    let path = home.folder.appendingPathComponent("config/cachetutor/config").path
    _ = try home.run(["config"])
    try home.replaceWithFolder(path)
    let printed = try home.run(["config"])
    #expect(printed.status == 1)
    #expect(printed.output.contains(path))
    #expect(try home.run(["--plain"], input: "quit\n").status == 0)
  }
}
