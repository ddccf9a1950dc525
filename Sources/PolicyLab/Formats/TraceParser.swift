/// Turns the bytes of a trace file into requests, piece by piece.
///
/// A parser is a value that remembers where it is; the bytes come from wherever the edge has them.
public protocol TraceParser: Sendable {
  /// Reads whole records from the beginning of `bytes` and puts their requests into the batch.
  ///
  /// Stops before a record that is not whole (unless `isLast`), and when the batch has
  /// `RequestBatch.limit` requests.
  ///
  /// - Returns: how many bytes were read; 0 says that more are needed.
  /// - Throws: what is wrong with a record, and which one; the records before it are in the batch.
  mutating func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int

  /// Broken records that were left out because the options said so.
  var broken: Int { get }
}

extension RequestBatch {
  /// A parser goes back to its caller when this many requests wait.
  public static let limit = 1 << 17
}
