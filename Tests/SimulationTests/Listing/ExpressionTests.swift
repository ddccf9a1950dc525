import Testing

@testable import Simulation

@Suite("Expressions")
struct ExpressionTests {
  static let table: [(String, String)] = [
    // Values as they are written and printed.
    ("None", "None"), ("True", "True"), ("False", "False"), ("42", "42"), ("1_000", "1000"),
    ("\"text\"", "text"), ("'text'", "text"), (#""a\"b\\c\x41""#, "a\"b\\cA"),
    ("2.50", "2.5"), ("2.0", "2.0"), ("0.1234567", "0.123457"), ("0.00000001", "0.0"),
    ("60s", "60s"), ("1m", "60s"), ("1h", "3600s"), ("100ms", "100ms"), ("1500ms", "1.5s"),
    ("500us", "500us"), ("1.5ms", "1.5ms"), ("0s", "0s"), ("0.000001s", "1us"), ("-5s", "-5s"),
    ("[]", "[]"), ("[1, \"a\", [2s, None]]", "[1, \"a\", [2s, None]]"), ("[1, 2,]", "[1, 2]"),
    // Arithmetic.
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 3 - 2", "5"), ("-2 * -3", "6"),
    ("7 / 2", "3.5"), ("6 / 2", "3.0"), ("7 // 2", "3"), ("-7 // 2", "-4"), ("7 % 3", "1"),
    ("-7 % 3", "2"), ("7 % -3", "-2"), ("7.5 // 2", "3.0"), ("0.1 + 0.2", "0.3"),
    ("1 + 0.5", "1.5"), ("\"lock:\" + \"a\"", "lock:a"), ("[1] + [2]", "[1, 2]"),
    ("1s + 500ms", "1.5s"), ("1s - 2s", "-1s"), ("2 * 50ms", "100ms"), ("50ms * 2.5", "125ms"),
    ("1s / 4", "250ms"), ("1s / 250ms", "4.0"), ("1s // 300ms", "3"), ("1s % 300ms", "100ms"),
    ("123456789.0 * 100000000.0", "1.234568e16"),
    // Comparison and membership.
    ("1 == 1.0", "True"), ("\"1\" == 1", "False"), ("60s == 1m", "True"), ("60s == 60", "False"),
    ("None == None", "True"), ("None == False", "False"), ("[1, [2]] == [1, [2]]", "True"),
    ("[1] != [2]", "True"), ("1 < 2.5", "True"), ("\"a\" < \"b\"", "True"),
    ("\"a\" < \"ab\"", "True"), ("2s >= 2000ms", "True"), ("2 in [1, 2]", "True"),
    ("\"bc\" in \"abcd\"", "True"), ("\"x\" not in \"abc\"", "True"), ("\"\" in \"abc\"", "True"),
    ("None is None", "True"), ("0 is not None", "True"),
    // Truth.
    ("not 0", "True"), ("not \"\"", "True"), ("not []", "True"), ("not 0s", "True"),
    ("not \"0\"", "False"), ("not None and 1 == 1", "True"), ("1 and 2", "2"), ("0 and 2", "0"),
    ("None or \"x\"", "x"), ("0 or \"\" or 5", "5"), ("1 == 2 or 2 == 2", "True"),
    ("not 1 == 2", "True"),
    // Lists, f-texts and what is built in.
    ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[[1, 2], [3]][0][1]", "2"),
    ("f\"lock:{1 + 1}\"", "lock:2"), ("f\"{{{'a'}}}\"", "{a}"), ("f\"\"", ""),
    ("f\"{60s} {None} {[1, 'a']}\"", "60s None [1, \"a\"]"), ("len(\"käse\")", "4"),
    ("len([1, 2])", "2"), ("min(3, 1, 2)", "1"), ("max([1, 3, 2])", "3"),
    ("max(1s, 900ms)", "1s"), ("int(\"42\")", "42"), ("int(-2.9)", "-2"),
    ("str(5s) + \"!\"", "5s!"),
    ("range(3)", "[0, 1, 2]"), ("ln(1)", "0.0"), ("ln(2)", "0.693147"), ("ln(0.5)", "-0.693147"),
    ("ln(1000000)", "13.815511"),
    // What the world answers.
    ("now()", "1.5s"), ("random() * 2", "1.0"), ("queue.size() + 1", "4"),
  ]

  @Test(arguments: table)
  func `an expression gives its value`(_ row: (expression: String, result: String)) throws {
    #expect(try Bench.evaluate(row.expression) == row.result, "\(row.expression)")
  }

  static let mistakes: [(String, String)] = [
    ("1 + \"a\"", "`+` does not work between a number and a text."),
    ("None + 1", "`+` does not work between None and a number."),
    ("True + 1", "`+` does not work between True or False and a number."),
    ("\"a\" * 3", "`*` does not work between a text and a number."),
    ("2 / 1s", "`/` does not work between a number and a duration."),
    ("1s * 1s", "`*` does not work between a duration and a duration."),
    ("1s // 2", "`//` does not work between a duration and a number."),
    ("1s < 5", "`<` does not work between a duration and a number."),
    ("None < 1", "`<` does not work between None and a number."),
    ("1 in 5", "`in` does not work between a number and a number."),
    ("1 / 0", "Nothing can be divided by zero."), ("1 // 0", "Nothing can be divided by zero."),
    ("1 % 0", "Nothing can be divided by zero."), ("1s % 0s", "Nothing can be divided by zero."),
    ("9223372036854775807 + 1", "The number grew too large."),
    ("-9223372036854775807 - 2", "The number grew too large."),
    ("9223372036854775807 * 2", "The number grew too large."),
    ("9999999h * 9999999", "The number grew too large."),
    ("-\"a\"", "`-` does not work before a text."),
    ("5[0]", "Only a list has places to look at, not a number."),
    ("[1][\"a\"]", "The place in a list is a number, not a text."),
    ("[1][1]", "The list has no such place."), ("[1][-2]", "The list has no such place."),
    ("ln(0)", "`ln` needs a number above 0."), ("ln(\"a\")", "`ln` does not work on a text."),
    ("len(5)", "`len` does not work on a number."),
    ("int(\"4x\")", "\"4x\" does not spell a whole number."),
    ("int(None)", "`int` does not work on None."),
    ("min([])", "`min` finds nothing in an empty list."),
    ("max(1, \"a\")", "`<` does not work between a text and a number."),
    ("sleep(1s - 2s)", "`duration` of `sleep` is below zero."),
    (
      "cache.get([\"a\"][0] == 1)",
      "`key` of `cache.get` is a text such as \"user:1\", not True or False."
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake in an expression fails with a sentence`(
    _ row: (expression: String, sentence: String)
  ) throws {
    #expect(try Bench.evaluate(row.expression) == "Failure: \(row.sentence)", "\(row.expression)")
  }

  @Test func `a number as a key becomes its text`() throws {
    var bench = try Bench("def f():\n    return cache.get(7 + 1)")
    _ = try bench.answer()
    #expect(bench.calls == ["cache.get(8, False)"])
  }

  @Test func `the right side is not computed once the left one decides`() throws {
    var bench = try Bench("def f():\n    return cache.get(\"a\") and cache.get(\"b\")")
    #expect(try bench.answer() == "None")
    #expect(bench.calls == ["cache.get(a, False)"])
  }
}
