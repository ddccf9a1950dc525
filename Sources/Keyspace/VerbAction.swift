import CacheEngine

/// The typed form of one verb's words, and what they do to a cache.
///
/// A conforming type is the whole of a verb: its file holds the data (`verb`), the reading of the
/// words and the action.
protocol VerbAction: Sendable {
  /// The keys that the words name, in order of the words; the node that owns them has to answer.
  var keys: [[UInt8]] { get }

  /// Does the work. Whoever throws has changed neither cache nor table.
  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply
}
