import Tutor

/// What can be wrong with the words of `cachetutor place`.
enum PlaceError: Error, Hashable {
  case unknownScheme(String, known: [String])
  case outOfRange(String, String, ClosedRange<Int>)
  case noNodes
  case noNodesLeft
  case noLabel(String, option: String)
  case repeatedNode(String)
  case unknownNode(String, known: [String])
  case badChange(String)
  case tooManyNodes(Int)
  case tooManyPoints(Int)
  case badKey(String, ArgumentProblem)
  case csvWithSummary
}
