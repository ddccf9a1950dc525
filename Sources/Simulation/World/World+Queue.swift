import CacheEngine

extension World {
  /// `queue.put/get/take/done/size`: memory of the cache node that owns the key, no time.
  mutating func performQueue(_ call: Call, _ slot: Int) -> Bool {
    switch call {
    case .queuePut: return putIntoQueue(slot)
    case .queueGet:
      let key = keyArgument(slot, 0)
      let queued = owner(of: key).flatMap { nodes[$0].queue.value(of: key) }
      machines[slot].resume(with: queued.map { .text($0) } ?? .none)
    case .queueTake: takeBatch(slot)
    case .queueDone:
      finishBatch(slot)
    default:
      let size = nodes.reduce(0) { $0 + $1.queue.count }
      machines[slot].resume(with: .number(Int64(size)))
    }
    return true
  }

  /// A full queue makes writers wait: nothing may be lost, and nothing fits.
  private mutating func putIntoQueue(_ slot: Int) -> Bool {
    let key = keyArgument(slot, 0)
    let value = keyArgument(slot, 1)
    let serial = requests[slot].serial
    guard let node = owner(of: key), nodes[node].state == .up else {
      emit(.lost, request: serial, key: key, value: value, reason: .crashed)
      machines[slot].resume(with: .none)
      return true
    }
    if nodes[node].queue.count >= rules.queueLimit, !nodes[node].queue.holds(key) {
      requests[slot].phase = .queue
      queueWaiters.append(UInt32(slot))
      emit(.writerWaits, request: serial, key: key, number: Int64(queueWaiters.count))
      return false
    }
    nodes[node].queue.put(key, value, at: now)
    emit(.markedDirty, request: serial, node: nodes[node].id, key: key, value: value)
    machines[slot].resume(with: .none)
    return true
  }

  private mutating func takeBatch(_ slot: Int) {
    var limit = 100
    if case .number(let given) = machines[slot].argument(0) { limit = Int(given) }
    var batch: [Value] = []
    for node in nodes.indices where batch.count < limit {
      for write in nodes[node].queue.take(limit - batch.count) {
        let pair = [Value.text(write.key), .text(write.value)]
        batch.append(machines[slot].makeList(pair))
      }
    }
    let list = machines[slot].makeList(batch)
    machines[slot].resume(with: list)
  }

  private mutating func finishBatch(_ slot: Int) {
    let batch = batchArgument(slot)
    for node in nodes.indices { nodes[node].queue.done(batch) }
    machines[slot].resume(with: .none)
    admitWriters()
  }

  /// There is room in the queue again: those who wait try their put again, in order.
  private mutating func admitWriters() {
    while let waiting = queueWaiters.popFirst() {
      let slot = Int(waiting)
      guard requests[slot].serial != 0, requests[slot].phase == .queue else { continue }
      guard putIntoQueue(slot) else {
        return
      }
      answerQueued(slot)
    }
  }

  /// The put was done on the machine at once; the listing runs on with the next activation.
  private mutating func answerQueued(_ slot: Int) {
    requests[slot].phase = .ready
    agenda.plan(
      .begin, at: now, slot: UInt32(slot), generation: requests[slot].serial)
  }

  /// Promised writes that the database does not have: key and newest value, in order.
  public var dirtyWrites: [QueuedWrite] { nodes.flatMap { $0.queue.waiting } }
}
