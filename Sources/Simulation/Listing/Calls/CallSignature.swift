/// How one call is written, what it answers, how long that takes and how it fails.
public struct CallSignature: Sendable {
  /// One parameter, positional or by its name.
  public struct Parameter: Sendable {
    public let name: String
    public let kind: ParameterKind
    /// What stands for the argument when none is given; nil: it must be given.
    public let defaultValue: Value?

    /// The default as it is written in a listing.
    public var defaultText: String? {
      switch defaultValue {
      case nil: nil
      case .bool(let flag): flag ? "True" : "False"
      default: "None"
      }
    }
  }

  public let call: Call
  /// As it is written: `cache.get`.
  public let name: String
  public let parameters: [Parameter]
  /// One sentence: what it does.
  public let summary: String
  public let result: String
  public let latency: String
  public let failure: String

  /// The call with its parameters: `cache.get(key, stale=False)`.
  public var spelling: String {
    let list = parameters.map { parameter in
      parameter.defaultText.map { "\(parameter.name)=\($0)" } ?? parameter.name
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }
}
