import CacheEngine

// Queries: from the request into the queue, to a worker, and back.

extension World {
  mutating func startQuery(_ call: Call, _ slot: Int) {
    requests[slot].phase = .database
    requests[slot].queryTries = 1
    guard database.isUp else {
      refuseQuery(slot)
      return
    }
    enqueueQuery(call, slot)
  }

  /// A database that is down raises after a moment.
  private mutating func refuseQuery(_ slot: Int) {
    let request = requests[slot]
    emit(.queryFailed, request: request.serial, key: queryKey(slot), reason: .databaseDown)
    if request.call == .databaseStoreAll { giveBack(batchArgument(slot), request: request.serial) }
    requests[slot].exception = .failure(.databaseDown)
    answer(slot, with: .none, after: rules.databaseRefusal)
  }

  private mutating func queryKey(_ slot: Int) -> Symbol {
    requests[slot].call == .databaseStoreAll ? .none : keyArgument(slot, 0)
  }

  private mutating func enqueueQuery(_ call: Call, _ slot: Int) {
    let serial = requests[slot].serial
    database.nextSerial += 1
    var query = Query(
      kind: call == .databaseStoreAll ? .storeBatch : call == .databaseStore ? .store : .load,
      serial: database.nextSerial, requestSlot: UInt32(slot), request: serial,
      actor: requests[slot].actor, key: queryKey(slot), value: .none)
    if call == .databaseStore { query.value = keyArgument(slot, 1) }
    if call == .databaseStoreAll { query.batch = batchArgument(slot) }
    if call == .cacheLoad {
      query.isFilling = true
      query.fillFor = machines[slot].argument(1)
    }
    let place = takeQuerySlot(query)
    requests[slot].query = place
    emit(.loadStarted, request: serial, key: query.key, number: query.kind == .load ? 1 : 0)
    if let limit = queryTimeout(call, slot) {
      agenda.plan(
        .queryTimeout, at: now.advanced(by: limit), slot: place, generation: query.serial)
    }
    if hasFreeWorker {
      work(on: place)
    } else {
      database.waiting.append(place)
      emit(.queued, request: serial, key: query.key, number: Int64(database.queueLength))
    }
  }

  private var hasFreeWorker: Bool {
    database.working < rules.databaseWorkers || defect == .endlessWorkers
  }

  private mutating func takeQuerySlot(_ query: Query) -> UInt32 {
    if let place = database.freeSlots.popLast() {
      database.queries[Int(place)] = query
      return place
    }
    database.queries.append(query)
    return UInt32(database.queries.count - 1)
  }

  /// The call's own time-out, else the clients' one.
  private func queryTimeout(_ call: Call, _ slot: Int) -> Int64? {
    let index = call == .databaseLoad || call == .databaseStoreAll ? 1 : 2
    let isDatabase = [.databaseLoad, .databaseStore, .databaseStoreAll].contains(
      requests[slot].call)
    if isDatabase, case .duration(let ticks) = machines[slot].argument(index) { return ticks }
    return requests[slot].kind == .background ? nil : rules.clientTimeout
  }

  /// A worker takes the query: a load sees the row as it is now.
  private mutating func work(on place: UInt32) {
    let index = Int(place)
    database.working += 1
    database.queries[index].isWorking = true
    database.queries[index].seen = database.rows[database.queries[index].key]
    emit(
      .workStarted, actor: database.queries[index].actor,
      request: database.queries[index].request, key: database.queries[index].key,
      number: database.queries[index].isAbandoned ? 1 : 0)
    agenda.plan(
      .workDone, at: now.advanced(by: rules.databaseWork), slot: place,
      generation: database.queries[index].serial)
  }

  /// A worker is done: the answer goes back, and the worker takes the next query.
  mutating func finishWork(_ place: UInt32, serial: UInt32) {
    let index = Int(place)
    guard database.queries[index].serial == serial else { return }
    let query = database.queries[index]
    actor = query.actor
    database.working -= 1
    free(place)
    let result = complete(query)
    if !query.isAbandoned { requests[Int(query.requestSlot)].query = .max }
    if query.isFilling {
      finishLoading(query, result)
    } else if !query.isAbandoned {
      let slot = Int(query.requestSlot)
      requests[slot].result = result
      resume(slot)
    }
    takeNextQuery()
  }

  /// What the finished query did, and what its request gets.
  private mutating func complete(_ query: Query) -> Value {
    let unwanted: Int64 = query.isAbandoned ? 1 : 0
    switch query.kind {
    case .load:
      emit(
        .loaded, request: query.request, key: query.key, value: query.seen?.value ?? .none,
        reason: query.seen == nil ? .noRow : .none, number: unwanted)
      guard let row = query.seen else { return .none }
      if !query.isAbandoned { requests[Int(query.requestSlot)].rowVersion = row.version }
      return .text(row.value)
    case .store:
      let row = database.put(query.key, value: query.value)
      emit(
        .stored, request: query.request, key: query.key, value: query.value,
        number: Int64(row.version))
      if !query.isAbandoned { requests[Int(query.requestSlot)].rowVersion = row.version }
      return .none
    case .storeBatch:
      for write in query.batch {
        let row = database.put(write.key, value: write.value)
        emit(
          .stored, request: query.request, key: write.key, value: write.value,
          number: Int64(row.version))
      }
      emit(.flushed, request: query.request, number: Int64(query.batch.count))
      // The database was given the batch: it is done even if nobody is left to say so.
      if query.isAbandoned || requests[Int(query.requestSlot)].serial != query.request {
        finish(query.batch)
      }
      return .none
    }
  }

  private mutating func takeNextQuery() {
    while hasFreeWorker, let next = database.waiting.popFirst() {
      work(on: next)
    }
  }

  private mutating func free(_ place: UInt32) {
    database.queries[Int(place)].serial = 0
    database.queries[Int(place)].batch = []
    database.freeSlots.append(place)
  }

  /// A time-out: whoever waited goes on without the answer, the query stays where it is.
  mutating func stopWaiting(_ place: UInt32, serial: UInt32) {
    let index = Int(place)
    guard database.queries[index].serial == serial, !database.queries[index].isAbandoned else {
      return
    }
    let query = database.queries[index]
    let slot = Int(query.requestSlot)
    actor = query.actor
    emit(.timedOut, request: query.request, key: query.key, reason: .timeout)
    database.queries[index].isAbandoned = true
    if defect == .abandonedQueryLeaves { forget(place) }
    requests[slot].query = .max
    let mayRetry = rules.clientTimeout != nil && requests[slot].kind != .background
    if mayRetry, rules.retryScope == .query, requests[slot].queryTries <= rules.clientRetries,
      let call = requests[slot].call
    {
      requests[slot].queryTries += 1
      emit(
        .retried, request: query.request, key: query.key,
        number: Int64(requests[slot].queryTries))
      if call == .cacheLoad {
        startCacheCall(call, slot)
      } else if database.isUp {
        enqueueQuery(call, slot)
      } else {
        refuseQuery(slot)
      }
    } else if mayRetry, rules.retryScope == .read, requests[slot].tries <= rules.clientRetries {
      requests[slot].isRestarting = true
      requests[slot].call = nil
      let program = programs[requests[slot].program]
      if machines[slot].cancel(program) {
        advance(slot)
      } else {
        requests[slot].exception = .timeout
        resume(slot)
      }
    } else {
      requests[slot].exception = .timeout
      resume(slot)
    }
  }

  /// The query leaves its place in the queue or its worker: a defect, not a rule.
  private mutating func forget(_ place: UInt32) {
    if database.queries[Int(place)].isWorking {
      database.working -= 1
    } else {
      database.waiting.removeAll { $0 == place }
    }
    free(place)
    takeNextQuery()
  }

  /// Nobody waits for this query any more.
  mutating func abandon(_ place: UInt32) {
    database.queries[Int(place)].isAbandoned = true
  }

  mutating func batchArgument(_ slot: Int) -> [QueuedWrite] {
    let list = machines[slot].list(machines[slot].argument(0))
    return list.compactMap { element in
      let pair = machines[slot].list(element)
      guard pair.count == 2 else { return nil }
      return QueuedWrite(
        key: symbol(of: pair[0], slot), value: symbol(of: pair[1], slot), writes: 1, since: now)
    }
  }

  /// Puts rows into the database: no time, no query.
  ///
  /// For setups and `rows`.
  public mutating func putRow(_ key: Symbol, value: Symbol) {
    _ = database.put(key, value: value)
  }

  /// Sets how many queries are worked at once; waiting ones are taken at once if there is room.
  public mutating func setDatabase(workers: Int? = nil, latency: Int64? = nil) {
    if let workers { rules.databaseWorkers = workers }
    if let latency { rules.databaseWork = latency }
    emit(.ruleChanged)
    takeNextQuery()
  }

  /// Takes the database away for `ticks` (nil: until `restoreDatabase`).
  ///
  /// What it was working on and what waited fails; queries that arrive meanwhile are refused.
  public mutating func takeDatabaseDown(for ticks: Int64?) {
    database.isUp = false
    database.outage += 1
    emit(.databaseDown, number: ticks ?? -1)
    dropQueries()
    if let ticks {
      agenda.plan(.databaseUp, at: now.advanced(by: ticks), generation: database.outage)
    }
  }

  private mutating func dropQueries() {
    database.waiting.removeAll(keepingCapacity: true)
    for place in database.queries.indices where database.queries[place].serial != 0 {
      let query = database.queries[place]
      free(UInt32(place))
      giveBack(query.batch, request: query.request)
      guard !query.isAbandoned else { continue }
      let slot = Int(query.requestSlot)
      requests[slot].query = .max
      requests[slot].exception = .failure(.databaseDown)
      emit(.queryFailed, request: query.request, key: query.key, reason: .databaseDown)
      answer(slot, with: .none, after: rules.databaseRefusal)
    }
    database.working = 0
  }

  mutating func endOutage(_ outage: UInt32) {
    if outage == database.outage { restoreDatabase() }
  }

  /// Brings the database back.
  public mutating func restoreDatabase() {
    guard !database.isUp else { return }
    database.isUp = true
    emit(.databaseUp)
  }
}
