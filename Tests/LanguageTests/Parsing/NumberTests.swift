import Language
import Testing

@Suite("Numbers")
struct NumberTests {
  @Test(
    "are read to the nearest double",
    arguments: [
      ("0", 0), ("1", 1), ("007", 7), ("60_000", 60_000), ("1_0.2_5", 10.25), ("0.1", 0.1),
      (".5", 0.5), ("5.", 5), ("1e-3", 0.001), ("1E3", 1000), ("2.5e+2", 250), ("1.e2", 100),
      ("-1", -1), ("-.5", -0.5), ("9007199254740993", 9_007_199_254_740_992),
      ("123456789012345678901234567890", 1.2345678901234568e29), ("1e308", 1e308),
      ("0e99999999999999999999", 0), ("0.3333333333333333333333333333333", 1.0 / 3),
    ] as [(String, Double)])
  func value(_ text: String, _ expected: Double) {
    let script = Script(parsing: "take \(text)")
    #expect(script.diagnostics == [])
    #expect(command(script)?.values.first?.kind == .number(expected))
  }

  @Test(
    "with a percent sign are the decimals two places to the right",
    arguments: [
      ("12%", 0.12), ("0.7%", 0.007), ("0.1%", 0.001), ("100%", 1), ("1e1%", 0.1), ("-5%", -0.05),
      ("33.3%", 0.333), ("1e-9223372036854775808%", nil), ("0e-9223372036854775808%", 0),
    ] as [(String, Double?)])
  func percent(_ text: String, _ expected: Double?) {
    let script = Script(parsing: "split train=\(text)")
    #expect(command(script)?.option("train")?.values.first?.kind == expected.map { .percent($0) })
    #expect(script.diagnostics.isEmpty == (expected != nil))
  }

  @Test("joined by x are sizes")
  func sizes() {
    let script = Script(parsing: "add conv 3x3 28x28x1 0x7 3x3..5 x3")
    let expected: [Expression.Kind] = [
      .word("conv"), .size([3, 3]), .size([28, 28, 1]), .size([0, 7]),
    ]
    #expect(command(Script(parsing: "add conv 3x3 28x28x1 0x7"))?.values.map(\.kind) == expected)
    #expect(script.diagnostics.map(\.message) == ["a range goes from a number to a number"])
    #expect(command(Script(parsing: "add x3"))?.values.map(\.kind) == [.word("x3")])
  }

  @Test("can be taken out of their expressions")
  func conveniences() throws {
    let values = try #require(command(Script(parsing: "f 8 8.5 1e30 12% word a.csv \"t\" -4")))
      .values
    #expect(values.map(\.number) == [8, 8.5, 1e30, 0.12, nil, nil, nil, -4])
    #expect(values.map(\.wholeNumber) == [8, nil, nil, nil, nil, nil, nil, -4])
    #expect(values.map(\.text) == [nil, nil, nil, nil, "word", "a.csv", "t", nil])
  }
}

/// The first statement of a script, if it is a command.
func command(_ script: Script) -> Command? {
  guard case .command(let command) = script.statements.first else { return nil }
  return command
}
