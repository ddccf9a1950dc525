/// A part of a cache with a queue of its own, by the word of the paper that describes it.
public enum Segment: String, Hashable, CaseIterable, Sendable {
  /// S3-FIFO: where strangers wait; and where those live who were asked for again.
  case small, main
  /// 2Q: the arrivals, and those that came back.
  case arrivals, hot
  /// SLRU and W-TinyLFU.
  case probation, protected, window
  /// ARC: asked for once, and more than once, of late.
  case recent, frequent
  /// LIRS: asked for again after a short time, and all others.
  case low, high
}
