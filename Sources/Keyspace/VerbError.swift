/// What can be wrong with a verb: as it is written, or with the cache it meets.
///
/// The data only; `VerbError+Message.swift` has the sentences, which are Redis's own. A verb that
/// fails has changed nothing.
public enum VerbError: Error, Hashable, Sendable {
  // MARK: the words

  /// No verb has this name; the arguments are kept because Redis repeats the first of them.
  case unknownVerb(String, arguments: [String])
  case unknownSubcommand(String, of: String)
  /// The verb, by its name in lower case (`get`, `config|get`), takes another number of arguments.
  case wrongNumberOfArguments(verb: String)
  case syntax
  case unsupportedOption(String)
  case notAnInteger
  case invalidCursor
  /// A lifetime that is zero, negative or too long to count, given to the verb of this name.
  case invalidExpireTime(verb: String)
  case incompatibleExpireOptions
  case greaterAndLess
  /// `DECRBY` of the smallest number there is, which has no opposite.
  case decrementOverflow
  case notAFloat
  case offsetOutOfRange
  /// `COPY` of a key onto itself.
  case sameObject
  /// A database beside the one that there is.
  case databaseOutOfRange

  // MARK: the cache

  case overflow
  case notFinite
  case noSuchKey
  /// No room, and either nothing may be evicted or the entry alone is larger than the cache.
  case outOfMemory
  case valueTooLong
  case keyTooLong
  case frequencyNotTracked
  case idleTimeNotTracked

  // MARK: the nodes

  /// The keys of a request that must not be divided belong to different nodes.
  case crossNode

  // MARK: settings

  case unknownSetting(String)
  case setting(String, SettingProblem)
}

/// Why `CONFIG SET` refuses a value.
public enum SettingProblem: Hashable, Sendable {
  case notAMemoryValue
  /// Units of bytes, given to a cache that counts entries.
  case countsEntries
  case notOneOf([String])
  case notAnInteger
  case notBetween(ClosedRange<Int>)
  case duplicate
}
