import CacheEngine

extension World {
  /// `flight.begin`, `flight.wait` and `flight.end`: memory of the application server, no time.
  mutating func performFlight(_ call: Call, _ slot: Int) -> Bool {
    let key = keyArgument(slot, 0)
    let server = defect == .flightForAll ? 0 : requests[slot].server
    let serial = requests[slot].serial
    let flight = flights.firstIndex { $0.server == server && $0.key == key }
    switch call {
    case .flightBegin:
      if flight == nil { flights.append(Flight(server: server, key: key, owner: serial)) }
      machines[slot].resume(with: .bool(flight == nil || defect == .noCoalescing))
      return true
    case .flightWait:
      guard let flight else {
        machines[slot].resume(with: .none)
        return true
      }
      requests[slot].phase = .flight
      flights[flight].waiters.append((UInt32(slot), serial))
      emit(
        .waiterJoined, request: serial, key: key, number: Int64(flights[flight].waiters.count))
      return false
    default:
      if let flight {
        let failed = machines[slot].isUnwinding(programs[requests[slot].program])
        land(flight, with: failed ? nil : machines[slot].argument(1))
      }
      machines[slot].resume(with: .none)
      return true
    }
  }

  /// A flight is over: everybody who waited gets the value.
  private mutating func land(_ index: Int, with value: Value?) {
    let flight = flights.remove(at: index)
    for waiter in flight.waiters where requests[Int(waiter.slot)].serial == waiter.request {
      let waiting = Int(waiter.slot)
      if value == nil { requests[waiting].exception = .failure(.loaderFailed) }
      answer(waiting, with: value ?? .none, after: 0)
    }
  }

  /// A request that ends while its flight is open leaves nobody waiting: they fail.
  mutating func endFlights(of request: RequestID) {
    while let index = flights.firstIndex(where: { $0.owner == request }) {
      land(index, with: nil)
    }
  }

  /// `sleep`, `now`, `random` and `token`.
  mutating func performClock(_ call: Call, _ slot: Int) -> Bool {
    switch call {
    case .sleep:
      var ticks: Int64 = 0
      if case .duration(let given) = machines[slot].argument(0) { ticks = given }
      requests[slot].phase = .sleeping
      emit(.slept, request: requests[slot].serial, key: requests[slot].key, number: ticks)
      answer(slot, with: .none, after: Swift.max(0, ticks))
      return false
    case .now: machines[slot].resume(with: .duration(clock))
    case .random: machines[slot].resume(with: .decimal(drawInForce(dice.unit() + 0x1p-54)))
    default:
      let word = String(tokens.next() >> 32, radix: 16)
      let token = String(repeating: "0", count: 8 - word.count) + word
      machines[slot].resume(with: .text(symbols.intern(token)))
    }
    return true
  }
}
