/// What a listing can ask of the world; `CallCatalog` says how each is written and answered.
public enum Call: UInt8, Hashable, Sendable, CaseIterable {
  case cacheGet, cacheSet, cacheSetNX, cacheDelete, cacheDeleteIf, cacheRemaining
  case cacheLoad
  case flightBegin, flightWait, flightEnd
  case databaseLoad, databaseStore, databaseStoreAll
  case queuePut, queueGet, queueTake, queueDone, queueSize
  case sleep, now, random, token
}
