import CacheEngine

extension World {
  /// Stops the program when the parts of the world contradict each other, and says where.
  ///
  /// O(everything): for tests and fuzzing, after every command.
  public func checkInvariants() {
    for node in nodes { node.cache.checkInvariants() }
    checkDatabase()
    checkRequests()
    checkQueues()
    precondition(
      placement.members.map(\.id) == nodes.indices.filter { nodes[$0].isMember },
      "the placement has other members than the cluster")
    precondition(programs.last === pattern.program, "the newest program is not the one on screen")
  }

  private func checkDatabase() {
    let live = database.queries.filter { $0.serial != 0 }
    let working = live.filter(\.isWorking).count
    precondition(
      working == database.working, "\(database.working) workers busy, \(working) queries at work")
    precondition(
      live.count == working + database.queueLength,
      "\(live.count) queries, \(working) at work, \(database.queueLength) waiting")
    precondition(
      database.queueLength == 0 || database.working >= rules.databaseWorkers,
      "queries wait although a worker is free")
    for query in live where !query.isAbandoned {
      let request = requests[Int(query.requestSlot)]
      precondition(
        request.serial == query.request && request.phase == .database,
        "query of request \(query.request), which waits for something else")
    }
  }

  /// What has left the queue is in somebody's hands.
  private func checkQueues() {
    for write in nodes.flatMap(\.queue.travelling) {
      let isHeld = requests.contains { $0.serial == write.taker && $0.hasTaken }
      let isAtDatabase = database.queries.contains {
        $0.serial != 0 && $0.request == write.taker && $0.kind == .storeBatch
      }
      precondition(isHeld || isAtDatabase, "a row of the write queue is in nobody's hands")
    }
    for waiter in queueWaiters where requests[Int(waiter.slot)].serial == waiter.request {
      precondition(requests[Int(waiter.slot)].phase == .queue, "a writer waits and runs")
    }
  }

  private func checkRequests() {
    let running = requests.filter { $0.serial != 0 }
    precondition(running.count == inFlight, "\(running.count) requests run, not \(inFlight)")
    for group in groups {
      let count = running.filter { $0.group == group.id }.count
      precondition(
        count == group.inFlight, "group \(group.id): \(group.inFlight) in flight, not \(count)")
    }
    for slot in hands {
      precondition(requests[Int(slot)].hand != nil, "slot \(slot) is not moved by hand")
    }
    for flight in flights {
      precondition(
        running.contains { $0.serial == flight.owner }, "a flight without its owner")
    }
  }
}
