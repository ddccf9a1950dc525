extension LessonBlock {
  /// What the block is for, in one line.
  public var summary: String {
    switch self {
    case .setup: "commands that make the scene; the step then starts from a fresh world"
    case .opening: "commands that play by themselves after the setup, seen by the learner"
    case .listing: "the step's own program in place of the pattern's"
    case .watch:
      "captions for what happens, each with a pause if it deserves one; `if` and claims name what "
        + "must hold where a caption is only true on one way"
    case .predict: "a question to be answered before the commands on the fence can run"
    case .goal: "claims that must all hold, each with its sentence"
    case .hint: "rungs of help, an empty line between them; the last one can be run"
    case .solution: "commands that solve the step; several blocks show several ways"
    case .mistake: "a wrong way, how to recognise it, and what to say to whoever takes it"
    case .allow: "the only verbs that may be used, and why"
    case .deny: "verbs that may not be used, and why"
    case .order: "lines to be sorted; whatever order is given is executed"
    case .contrast: "two rules side by side on one workload"
    case .production: "the same decision as real configuration, in Markdown"
    }
  }

  /// A whole block, fences and all, that reads without an error.
  public var example: String {
    let (arguments, body) = content
    return "```\(rawValue)\(arguments.isEmpty ? "" : " ")\(arguments)\n\(body)\n```\n"
  }

  private var content: (arguments: String, body: String) {
    switch self {
    case .setup: ("", "pattern cache-aside\nrows user:1=Ada\nread user:1")
    case .opening: ("", "traffic keys user:1 user:2 user:1")
    case .listing: ("", "def read(key):\n    return db.load(key)")
    case .watch:
      (
        "",
        """
        miss pause: 1 ms: not here
        line 5: one of {db.workers} workers has it
        filled if standing(5) >= 1 pause: the key is here, and {standing(5)} still ask the database
        """
      )
    case .goal: ("", "db.loads <= 1 over command  only one request reached the database")
    case .solution: ("", "guard lock\nherd user:1 200")
    case .allow: ("GET SET row", "This time you are the application.")
    case .deny: ("read", "This time you are the application.")
    case .production: ("", "`SET user:1 … EX 60` is line 6.")
    case .predict, .hint, .mistake, .order, .contrast: longContent
    }
  }

  private var longContent: (arguments: String, body: String) {
    switch self {
    case .predict:
      (
        "herd user:1 200",
        """
        How many loads reach the database?
        - [x] {db.loads}
        - [ ] {db.loads | guard coalesce} => somebody-else-loads-it: Nothing coalesces yet.
        """
      )
    case .hint:
      (
        "",
        """
        Which line must only one of them enter?

        when: db.loads > 1 over command
        They all stand before the database.

        Type this.
        run: guard lock ; herd user:1 200
        """
      )
    case .mistake:
      (
        "",
        """
        when: capacity > 8 and db.loads > 1 over command
        try: capacity 100 ; herd user:1 200
        More room does not help: the key is there, it has only expired.
        """
      )
    case .order:
      (
        "",
        """
        1 return value
        2 value = db.load(key)
        answer: 2 1
        proof: read user:9
        1 2 => After return nothing runs.
        """
      )
    default:
      (
        "",
        """
        left: pattern none
        right: pattern cache-aside
        traffic zipf 1000 keys=20
        goal: right.db.loads <= 400  the cache takes most of the load
        """
      )
    }
  }
}
