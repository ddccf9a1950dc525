/// `whatif RULE`: the part so far with one rule changed; the world stays as it is.
enum WhatIfCommand {
  static let row = Command(
    "whatif", family: .looking,
    parameters: [
      .optional("RULE", .setting, "one rule: policy=lfu, capacity=12, guard=lock, nodes=4, ttl=5s")
    ],
    summary: "Runs this part again with one rule changed and shows where the two runs part.",
    concept: "lanes",
    examples: [
      CommandExample(
        "read user:4 ; read user:2 ; whatif capacity=3",
        """
        request 1, a read of user:4, at 0.000 s
        as it was       with capacity 3
        a miss, 102 ms  a miss, user:2 leaves, 102 ms
        """),
      CommandExample(
        "read user:4 ; read user:2 ; whatif policy=lfu",
        "no divergence: with policy lfu all 2 requests meet the same"),
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let rule = arguments.settings("RULE").first.map { LaneRule($0) }
      return CommandOutcome(try WhatIf(rule, in: tutor, at: arguments.place(of: "RULE")).reply)
    })
}
