extension Cache {
  /// Stops the program if the entry table, the policy and the expiry heap contradict each other,
  /// naming what.
  ///
  /// O(n log n): for tests, fuzzing and debugging.
  public func checkInvariants() {
    checkEntries()
    checkPolicy()
    checkExpiry()
  }

  private func checkEntries() {
    var resident = 0
    var total = 0
    for place in entries.indices where entries[place].key != .none {
      let entry = entries[place]
      precondition(
        table.find(entry.key) == Slot(place),
        "the table has key \(entry.key.index) in \(table.find(entry.key)), not in \(place)")
      precondition(entry.serial < nextSerial, "entry \(place) comes from the future")
      resident += 1
      total += entry.weight
    }
    precondition(resident == count, "\(resident) entries, but the table has \(count)")
    precondition(total == weight, "the entries weigh \(total), not \(weight)")
    precondition(resident + freeSlots.count == entries.count, "a slot is neither free nor in use")
    for slot in freeSlots {
      precondition(entries[Int(slot)].key == .none, "slot \(slot) is free and in use")
    }
    // Under a policy that takes only what expires, somebody may have got an expiry since.
    let mayWait = Cache.row(of: policyName).scope == .expiring
    precondition(
      weight <= capacity || mayWait || nextVictim(now: .zero) == nil,
      "\(weight) in a cache for \(capacity), though somebody may leave")
  }

  private func checkPolicy() {
    policy.checkInvariants()
    var seen = Array(repeating: false, count: entries.count)
    var queued = 0
    for queue in policy.inspection(limit: .max).queues {
      precondition(
        queue.count == queue.entries.count,
        "queue \(queue.name) says \(queue.count) and shows \(queue.entries.count)")
      for inspected in queue.entries {
        let place = Int(inspected.slot)
        precondition(
          place < entries.count && entries[place].key != .none,
          "queue \(queue.name) holds slot \(place), which is free")
        precondition(!seen[place], "slot \(place) stands twice in the policy's queues")
        seen[place] = true
        queued += 1
      }
    }
    precondition(queued == count, "the policy knows \(queued) entries of \(count)")
  }

  private func checkExpiry() {
    expiry.checkInvariants()
    if let first = expiry.first {
      precondition(holds(first), "the first expiry is that of an entry which is gone or changed")
    }
    precondition(
      expiry.items.count <= 2 * timed + 32, "\(expiry.items.count) expiries for \(timed) entries")
    let watched = expiry.items.filter(holds).map(\.slot).sorted()
    var expiring: [Slot] = []
    for place in entries.indices where entries[place].expiresAt != .never {
      expiring.append(Slot(place))
    }
    precondition(expiring.count == timed, "\(expiring.count) entries expire, not \(timed)")
    var distinct: [Slot] = []
    for slot in watched where distinct.last != slot { distinct.append(slot) }
    precondition(distinct == expiring, "expiries of \(distinct), but entries in \(expiring) expire")
  }
}
