/// How many times one row costs what another one does: says of a curve what a machine's own speed
/// would hide.
struct Ratio {
  var name: String
  /// The names of the two rows.
  var dividend: String
  var divisor: String
  /// The largest quotient that is promised.
  var budget: Double
}
