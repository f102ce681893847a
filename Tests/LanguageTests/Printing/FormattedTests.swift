import Language
import SeededRandom
import Testing

@Suite("The canonical spelling")
struct FormattedTests {
  @Test(
    "of a line",
    arguments: [
      Case("train   epochs = 100\tl2=0 , 0.010  # c", "train epochs=100 l2=0,0.01"),
      Case("split train=60.0% test=.5%", "split train=60% test=0.5%"),
      Case("take 60_000 1e5 1e-5 1e20", "take 60000 100000 1e-05 1e+20"),
      Case("print ((1+2))*3-(4-5)-(6*7)", "print (1 + 2) * 3 - (4 - 5) - 6 * 7"),
      Case("print -2 ^ 2+(-2)^2 + 2^(3^4) + (2^3)^4", "print -2^2 + (-2)^2 + 2^3^4 + (2^3)^4"),
      Case("print not(a<b)and(c or d)", "print not a < b and (c or d)"),
      Case("print [1,2;3,4][1 , 2]", "print [1, 2; 3, 4][1, 2]"),
      Case("plot rate=(1/10) (-(3)) -(x)", "plot rate=(1 / 10) -(3) -x"),
      Case("plot (1..3) (log) 1..3 log", "plot 1..3 (log) 1..3 log"),
      Case(
        "plot f( a = 1,2 ) \"a \\\" \\\\\" a.csv 3x3", "plot f(a=1, 2) \"a \\\" \\\\\" a.csv 3x3"),
      Case("let  x=3 # c", "let x = 3"),
      Case("\"prose # here\"", "note prose # here"),
      Case("edit 5   train x=1", "edit 5 train x=1"),
      Case("train \\\n  epochs=5", "train epochs=5"),
      Case("print (1 +\n 2)", "print 1 + 2"),
      Case("# a comment", ""),
      Case("  train $ x", "  train $ x"),
    ])
  func line(_ line: Case) {
    #expect(Script(parsing: line.source).statements.map(\.formatted) == [line.expected])
  }

  @Test("of a loop indents its lines")
  func loop() {
    let source = "for x in 1,2\nfor y in a\ntrain\n\nend\nseed 1\nend"
    let expected = """
      for x in 1, 2
        for y in a
          train

        end
        seed 1
      end

      """
    #expect(Script(parsing: source).formatted == expected)
  }

  @Test("of an option alone")
  func option() {
    let option = command(Script(parsing: "compare l2 = 0, .01 x"))?.option("l2")
    #expect(option?.formatted == "l2=0,0.01")
    #expect(command(Script(parsing: "check a<1"))?.values.first?.formatted == "a < 1")
  }

  @Test("of a percentage reads back as the same fraction")
  func percentages() {
    var generator = SeededGenerator(seed: 12)
    let fractions: [Double] = [
      0, 0.12, 0.125, 1, 12, 0.001, 1e-5, 1.5e-7, 1e16, 1e300, .leastNonzeroMagnitude, 0.01, 0.1,
    ]
    let random = (0..<2_000).map { _ in Double(generator.below(1_000_000)) / 1_000_000 }
    for fraction in fractions + random {
      let expression = Expression(.percent(fraction), range: SourceRange(0, 0))
      let script = Script(parsing: "take \(expression.formatted) -\(expression.formatted)")
      let values = command(script)?.values.map(\.kind)
      #expect(values == [.percent(fraction), .percent(-fraction)])
    }
  }
}
