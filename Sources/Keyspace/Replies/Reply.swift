// What a verb answers.
//
// A reply is a value: the screen shows its text, a server would write it in RESP, a goal compares
// it. Stored strings are answered by their symbol, so that answering a read copies no bytes; who
// shows the reply brings the table.

import CacheEngine

/// The answer to one verb, in the kinds that RESP knows (https://redis.io/docs/reference/protocol-spec).
public enum Reply: Hashable, Sendable {
  /// A short status such as `OK` or `PONG`.
  case simple(String)
  case error(VerbError)
  case integer(Int64)
  /// A string of bytes that the symbol table holds: a key or a value.
  case value(Symbol)
  /// A string of bytes made for this reply.
  case bulk([UInt8])
  /// A text for people, shown as it is; its lines end in CR LF.
  case verbatim(String)
  /// There is no such thing: `(nil)`.
  case null
  case array([Reply])

  public static let ok = Reply.simple("OK")

  /// A bulk string out of text.
  public static func bulk(_ text: String) -> Reply {
    .bulk(Array(text.utf8))
  }

  /// The answer to a yes-or-no question: 1 or 0.
  public static func flag(_ isTrue: Bool) -> Reply {
    .integer(isTrue ? 1 : 0)
  }

  /// What went wrong, if something did.
  public var error: VerbError? {
    if case .error(let error) = self { return error }
    return nil
  }
}
