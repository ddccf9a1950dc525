import CacheEngine

/// A request that waits for room in the write queue.
struct QueueWaiter: Hashable, Sendable {
  var slot: UInt32
  var request: RequestID
}

extension World {
  /// `queue.put/get/take/done/size`: memory of the cache node that owns the key, no time.
  mutating func performQueue(_ call: Call, _ slot: Int) -> Bool {
    switch call {
    case .queuePut where defect == .storeBeforeAnswer:
      startQuery(.databaseStore, slot)
      return false
    case .queuePut: return putIntoQueue(slot)
    case .queueGet:
      let key = keyArgument(slot, 0)
      let queued = owner(of: key).flatMap {
        nodes[$0].state == .up ? nodes[$0].queue.value(of: key) : nil
      }
      machines[slot].resume(with: queued.map { .text($0) } ?? .none)
    case .queueTake: takeBatch(slot)
    case .queueDone: finishBatch(slot)
    default:
      let size = nodes.reduce(0) { $0 + $1.queue.count }
      machines[slot].resume(with: .number(Int64(size)))
    }
    return true
  }

  /// A full queue makes writers wait: nothing may be lost, and nothing fits.
  ///
  /// - Returns: whether the machine may run on.
  private mutating func putIntoQueue(_ slot: Int) -> Bool {
    guard tryToPut(slot) else {
      let serial = requests[slot].serial
      requests[slot].phase = .queue
      queueWaiters.append(QueueWaiter(slot: UInt32(slot), request: serial))
      emit(
        .writerWaits, request: serial, key: keyArgument(slot, 0),
        number: Int64(queueWaiters.count))
      return false
    }
    return true
  }

  private mutating func tryToPut(_ slot: Int) -> Bool {
    let key = keyArgument(slot, 0)
    let value = keyArgument(slot, 1)
    let serial = requests[slot].serial
    guard let node = owner(of: key), nodes[node].state == .up else {
      emit(.lost, request: serial, key: key, value: value, reason: .crashed, number: 1)
      machines[slot].resume(with: .none)
      return true
    }
    if nodes[node].queue.places >= rules.queueLimit, !nodes[node].queue.holds(key),
      defect != .noBackPressure
    {
      return false
    }
    if defect == .queueNotKeyed {
      nodes[node].queue.append(key, value, at: now)
    } else {
      nodes[node].queue.put(key, value, at: now)
    }
    emit(.markedDirty, request: serial, node: nodes[node].id, key: key, value: value)
    machines[slot].resume(with: .none)
    return true
  }

  private mutating func takeBatch(_ slot: Int) {
    var limit = 100
    if case .number(let given) = machines[slot].argument(0) { limit = Int(given) }
    if defect == .batchOfOne { limit = Swift.min(1, limit) }
    var batch: [Value] = []
    let taker = requests[slot].serial
    for node in nodes.indices where batch.count < limit && nodes[node].state != .cut {
      for write in nodes[node].queue.take(limit - batch.count, for: taker, at: now) {
        let pair = [Value.text(write.key), .text(write.value)]
        batch.append(machines[slot].makeList(pair))
      }
    }
    if !batch.isEmpty { requests[slot].hasTaken = true }
    let list = machines[slot].makeList(batch)
    machines[slot].resume(with: list)
  }

  private mutating func finishBatch(_ slot: Int) {
    finish(batchArgument(slot))
    machines[slot].resume(with: .none)
  }

  /// These rows are stored: their places are free.
  mutating func finish(_ batch: [QueuedWrite]) {
    for node in nodes.indices { nodes[node].queue.done(batch) }
    admitWriters()
  }

  /// The store of a batch failed: its rows go back into the queue, or are lost if that is gone.
  mutating func giveBack(_ batch: [QueuedWrite], request: RequestID) {
    guard !batch.isEmpty else { return }
    guard defect != .failedBatchDropped else {
      finish(batch)
      return
    }
    var count = 0
    for node in nodes.indices {
      let before = nodes[node].queue.travelling.count
      let gone = nodes[node].queue.giveBack(batch)
      count += before - nodes[node].queue.travelling.count - gone.count
      for write in gone { emitLost(write, node: nodes[node].id) }
    }
    if count > 0 { emit(.givenBack, request: request, number: Int64(count)) }
    admitWriters()
  }

  /// A request ends: what it took and nobody works at goes back.
  mutating func giveBackWhatWasTaken(by request: RequestID) {
    let isAtDatabase = database.queries.contains {
      $0.serial != 0 && $0.request == request && $0.kind == .storeBatch
    }
    guard !isAtDatabase else { return }
    giveBack(nodes.flatMap { $0.queue.taken(by: request) }, request: request)
  }

  /// The queue's memory is gone, and every promise in it, key by key.
  mutating func loseQueue(of node: Int) {
    for write in nodes[node].queue.lose() { emitLost(write, node: nodes[node].id) }
  }

  private mutating func emitLost(_ write: QueuedWrite, node: NodeID) {
    emit(
      .lost, node: node, key: write.key, value: write.value, reason: .crashed,
      number: Int64(write.writes))
  }

  /// Those who wait try their put again, in order; whoever still finds no room goes on waiting.
  mutating func admitWriters() {
    guard !queueWaiters.isEmpty else { return }
    let waiting = queueWaiters
    queueWaiters.removeAll(keepingCapacity: true)
    for waiter in waiting {
      let slot = Int(waiter.slot)
      guard requests[slot].serial == waiter.request, requests[slot].phase == .queue else {
        continue
      }
      guard tryToPut(slot) else {
        queueWaiters.append(waiter)
        continue
      }
      runOn(slot)
    }
  }

  /// The put was done on the machine at once; the listing runs on with the next activation.
  private mutating func runOn(_ slot: Int) {
    requests[slot].phase = .ready
    agenda.plan(
      .begin, at: now, slot: UInt32(slot), generation: requests[slot].serial)
  }

  /// Promised writes that wait for a flusher: key and newest value, in order.
  public var dirtyWrites: [QueuedWrite] { nodes.flatMap { $0.queue.waiting } }
}
