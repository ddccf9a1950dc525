import CacheEngine

// Single flight.
//
// The first request of an application server that asks for a key loads it; the others of that
// server join and wait. One table a server: a cluster of four servers loads a key up to four times.

/// One load that others wait for.
struct Flight: Sendable {
  var server: Int
  var key: Symbol
  var owner: RequestID
  /// Slots and serials of the requests that wait.
  var waiters: [(slot: UInt32, request: RequestID)] = []
}
