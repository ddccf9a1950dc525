/// What a command asked of the world that cannot be done; nothing has changed.
public enum WorldError: Error, Hashable, Sendable {
  case unknownPattern(String, known: [String])
  case unknownGuard(String, pattern: String, known: [String])
  case unknownNode(String, known: [String])
  case unknownPolicy(String, known: [String])
  case unknownPlacement(String, known: [String])
  case nodeExists(String)
  case nodeIsUp(String)
  case lastNode(String)
  case tooManyNodes(limit: Int)
  case tooManyByHand(limit: Int)
  case tooManyRequests(limit: Int)
  case notHeld(Int, held: [Int])
  case nobodyHoldsALock
  case listing(ListingError)
}
