// The Redis verbs as pure functions on one cache.
//
//     words ── parse ──▶ VerbRequest ── perform(on: cache) ──▶ Reply
//
// Parsing needs no cache: what can be wrong with the words is found before anything is touched.
// Performing needs a cache, the table of symbols and the time, and nothing else: no socket, no
// clock, no screen. The same request therefore runs at the prompt, in a lesson, in a replayed
// session and behind a server. Words stay bytes until a request succeeds, so a failed one leaves
// no trace even in the table.
//
// Replies and errors are those of Redis 7.0, recorded from a server and replayed by a test. Where
// this key space differs, it does so on purpose: time is virtual; expiry is exact; room is made
// before a write, never after it; and only verbs that hand out values count as hits and misses.

import CacheEngine

/// A verb with its words, read and ready.
public struct VerbRequest: Sendable {
  public let verb: Verb
  /// The words after the verb's whole name.
  public let arguments: [[UInt8]]
  let action: any VerbAction

  /// Reads a whole line of words, the verb's name first.
  public static func parse(_ words: [[UInt8]]) throws(VerbError) -> VerbRequest {
    let name = words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let verb = VerbCatalog.find(name) else {
      let arguments = words.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      throw .unknownVerb(name, arguments: arguments)
    }
    return try verb.parse(arguments: Array(words.dropFirst()))
  }

  /// The keys that the request names, in order; empty for a keyless verb.
  public var keys: [[UInt8]] { action.keys }

  /// The same keys as symbols, for routing to the node that owns them.
  public func keys(in symbols: inout SymbolTable) -> [Symbol] {
    action.keys.map { symbols.intern($0) }
  }

  /// Does the request to one cache and answers.
  ///
  /// After an error, cache and table are as before.
  public func perform(
    on cache: inout Cache, symbols: inout SymbolTable, context: VerbContext
  ) -> Reply {
    do throws(VerbError) {
      return try action.answer(on: &cache, &symbols, context)
    } catch {
      return .error(error)
    }
  }

  /// Does the request at `now`, with absolute times counted from tick zero.
  public func perform(on cache: inout Cache, symbols: inout SymbolTable, now: Tick) -> Reply {
    perform(on: &cache, symbols: &symbols, context: VerbContext(now: now))
  }
}
