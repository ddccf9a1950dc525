import CacheEngine

/// A stream of lots for tests.
struct Draws {
  var stream = SeededRandom(seed: 11)
}
