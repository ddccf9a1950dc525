import CacheEngine
import Screen
import Testing

@testable import Dashboard

/// The configuration file: what counts, what does not, and what is said about it.
@Suite struct ConfigurationTests {
  private func read(_ text: String) -> (Configuration, [String]) {
    var configuration = Configuration()
    let complaints = configuration.read(text)
    return (configuration, complaints.map { $0.text() })
  }

  @Test func `every setting is read, with its line`() {
    let (configuration, complaints) = read(
      """
      # how I like it
      theme = light
      glyphs=ascii      # for the old terminal

      MOTION = Reduced
      speed = 1/2
      mouse = off
      hints = off
      legend = off
      plain = on
      record = off
      """)
    #expect(complaints == [])
    #expect(configuration["theme"] == "light")
    #expect(configuration.source(of: "glyphs") == .file(line: 3))
    #expect(configuration["motion"] == "reduced")
    #expect(configuration.pace?.text == "1/2")
    for name in ["mouse", "hints", "legend", "record"] { #expect(!configuration.isOn(name)) }
    #expect(configuration.isOn("plain"))
  }

  @Test func `nothing said is the standard`() {
    let configuration = Configuration()
    for setting in SettingCatalog.all {
      #expect(configuration[setting.name] == setting.values.first)
      #expect(configuration.source(of: setting.name) == .standard)
    }
    #expect(configuration.pace == nil)
    #expect(configuration.keys == .standard)
  }

  @Test func `the later word wins`() throws {
    var (configuration, _) = read("theme = light")
    try configuration.set("theme", to: "mono", from: .environment("NO_COLOR"))
    try configuration.set("theme", to: "dark", from: .flag("--theme"))
    #expect(configuration["theme"] == "dark")
    #expect(configuration.source(of: "theme") == .flag("--theme"))
  }

  @Test(arguments: [
    ("mouze = off", "there is no setting \"mouze\" — did you mean mouse?"),
    ("theme = lihgt", "theme cannot be \"lihgt\" — did you mean light?"),
    ("mouse = maybe", "mouse cannot be \"maybe\" — there are: on, off"),
    ("speed = fast", "speed cannot be \"fast\" — write a number, such as 1/10, 1 or 5"),
    ("theme light", "\"theme light\" is no setting — write `theme = light` or `key F9 = log`"),
    ("key F6 = thene", "\"thene\" is neither an action nor a command — did you mean theme?"),
    ("key spcae = play", "\"spcae\" is no key — did you mean space?"),
    ("key ctrl-c = help", "ctrl-c always does interrupt — take another key"),
    (
      "key z = lessons",
      "z is text that is typed at the prompt — take a key such as F9, ctrl-g or alt-z"
    ),
    (
      "key F1 = mouse",
      "help has no key now, as F1 was its only one — give it another one: key F9 = help"
    ),
  ])
  func `what is wrong is named, with what would be right`(line: String, message: String) {
    #expect(read(line).1 == ["config:1: " + message])
  }

  @Test func `a broken line does not spoil the others`() {
    let (configuration, complaints) = read("theme = light\ntheem = dark\nmouse = off\n= =\n")
    #expect(configuration["theme"] == "light" && !configuration.isOn("mouse"))
    #expect(complaints.count == 2)
    #expect(complaints[0].hasPrefix("config:2: there is no setting \"theem\""))
    #expect(complaints[1].hasPrefix("config:4: "))
  }

  @Test func `keys are given to actions and to commands`() {
    let (configuration, complaints) = read(
      """
      key F6 = log
      key ctrl-t = theme   # it had F6
      key + = slower
      key - = faster
      key # = help
      """)
    #expect(complaints == [])
    let keys = configuration.keys
    #expect(keys.action(for: .key(.function(6)), in: Situation.reading.contexts) == .command)
    #expect(keys.action(for: .control("t"), in: Situation.reading.contexts) == .theme)
    #expect(keys.action(for: .typed("+"), in: Situation.moving.contexts) == .slower)
    #expect(keys.action(for: .typed("-"), in: Situation.moving.contexts) == .faster)
    #expect(keys.action(for: .typed("#"), in: Situation.reading.contexts) == .help)
  }

  @Test(arguments: 1...20)
  func `no text whatever is fatal`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed), stream: "configuration")
    let words = [
      "key", "theme", "=", " ", "\n", "F6", "ctrl-", "#", "on", "log", "é", "\u{0}", "\"", "+",
      "light", "F99", "-", "speed", "1/0", "9e99", "\r\n", "plain",
    ]
    let text = (0..<200).map { _ in words[random.below(words.count)] }.joined()
    var configuration = Configuration()
    let complaints = configuration.read(text)
    #expect(complaints.allSatisfy { $0.line > 0 && !$0.error.message.fix.isEmpty })
  }
}
