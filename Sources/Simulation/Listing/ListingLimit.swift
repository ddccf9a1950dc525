/// The limit that ended a request, with the number that was in force.
public enum ListingLimit: Hashable, Sendable {
  case operations(Int)
  case callDepth(Int)
  case loopRounds(Int)
  case textLength(Int)
  case textMade(Int)
  case listLength(Int)
  case listElements(Int)
  case listNesting(Int)
  case spawns(Int)

  /// What happened, and what to look for.
  public var message: String {
    switch self {
    case .operations(let most):
      "This line ran \(most) operations without asking anybody: does the loop ever end?"
    case .callDepth(let most):
      "Functions called each other \(most) deep: does one of them call itself for ever?"
    case .loopRounds(let most):
      "The loops of this request made \(most) rounds: does anything end them?"
    case .textLength(let most):
      "This text grew beyond \(most) bytes; keys and values are shorter."
    case .textMade(let most):
      "This request made texts of more than \(most) bytes in all."
    case .listLength(let most):
      "This list grew beyond \(most) elements."
    case .listElements(let most):
      "This request made lists of more than \(most) elements in all."
    case .listNesting(let most):
      "Lists stand in lists more than \(most) deep, or say the same too often."
    case .spawns(let most):
      "This request started more than \(most) others: does it end before it starts the next?"
    }
  }
}
