import Language
import Testing

@Suite("Formulas")
struct ExpressionTests {
  @Test("group as mathematics does", arguments: formulas)
  func groups(_ formula: Case) {
    let script = Script(parsing: "print \(formula.source)")
    #expect(script.diagnostics == [])
    #expect(TreeText.of("print \(formula.source)") == "print \(formula.expected)")
  }

  static let formulas = [
    Case("1 + 2 * 3", "(+ 1.0 (* 2.0 3.0))"),
    Case("(1 + 2) * 3", "(* (+ 1.0 2.0) 3.0)"),
    Case("8 - 4 - 2", "(- (- 8.0 4.0) 2.0)"),
    Case("8 / 4 / 2", "(/ (/ 8.0 4.0) 2.0)"),
    Case("2^3^2", "(^ 2.0 (^ 3.0 2.0))"),
    Case("-2^2", "(- (^ 2.0 2.0))"),
    Case("(-2)^2", "(^ -2.0 2.0)"),
    Case("2^-1", "(^ 2.0 -1.0)"),
    Case("2^-x^2", "(^ 2.0 (- (^ x 2.0)))"),
    Case("-a * b", "(* (- a) b)"),
    Case("a * -b", "(* a (- b))"),
    Case("2-1", "(- 2.0 1.0)"),
    Case("--1", "(- -1.0)"),
    Case("-(1)", "(- 1.0)"),
    Case("a @ b * c", "(* (@ a b) c)"),
    Case("a/b", "(/ a b)"),
    Case("1 < 2 + 3", "(< 1.0 (+ 2.0 3.0))"),
    Case("a == b and c != d", "(and (== a b) (!= c d))"),
    Case("a or b and not c < d", "(or a (and b (not (< c d))))"),
    Case("not not a", "(not (not a))"),
    Case("not a and b", "(and (not a) b)"),
    Case("(a < b) == (c < d)", "(== (< a b) (< c d))"),
    Case("weights(1)[1, 2]", "at(weights(1.0); 1.0 2.0)"),
    Case("weights(1)[1][2]", "at(at(weights(1.0); 1.0); 2.0)"),
    Case("x[1]^2", "(^ at(x; 1.0) 2.0)"),
    Case("[1, 2; 3, 4]", "[1.0 2.0; 3.0 4.0]"),
    Case("[1, -2] @ [3; 4]", "(@ [1.0 -2.0] [3.0; 4.0])"),
    Case("sum([1, 2], [3])", "sum([1.0 2.0], [3.0])"),
    Case("f()", "f()"),
    Case("f (x)", "f(x)"),
    Case("quantile(x, share=50%)", "quantile(x, share=pct(0.5))"),
    Case("f(a == b)", "f((== a b))"),
    Case("sum(1..n + 1 by 2)", "sum((1.0 to (+ n 1.0) by 2.0))"),
    Case("0.1..1 log", "(0.1 to 1.0 log)"),
    Case("log(2)", "log(2.0)"),
    Case("error(test) * 100%", "(* error(test) pct(1.0))"),
    Case("\"a \\\"b\\\" \\\\ c\"", "\"a \"b\" \\ c\""),
    Case("1 + \\\n  2", "(+ 1.0 2.0)"),
    Case("(1 +\n  2)", "(+ 1.0 2.0)"),
    Case("[1, 2;  # one\r\n 3, 4]", "[1.0 2.0; 3.0 4.0]"),
    Case("\u{A0}1\u{3000}+\t2", "(+ 1.0 2.0)"),
  ]

  @Test("in an argument stand in parentheses")
  func arguments() {
    #expect(
      TreeText.of("train rate=(1 / m) 2 (a + b) -x -(a) weights(1)[1, 2] [1, 2]")
        == "train rate=(/ 1.0 m) 2.0 (+ a b) (- x) (- a) at(weights(1.0); 1.0 2.0) [1.0 2.0]")
    #expect(TreeText.of("plot a (b) c [1]") == "plot a b c [1.0]")
    #expect(TreeText.of("take 5 -3") == "take 5.0 -3.0")
  }

  @Test("know the words of ranges only behind ranges")
  func stepWords() {
    #expect(TreeText.of("plot log") == "plot log")
    #expect(TreeText.of("plot by log") == "plot by log")
    #expect(TreeText.of("plot 1..3 by=2") == "plot (1.0 to 3.0) by=2.0")
    #expect(TreeText.of("plot 1..3 log=yes") == "plot (1.0 to 3.0) log=yes")
    #expect(TreeText.of("plot 1..3 log x") == "plot (1.0 to 3.0 log) x")
    #expect(TreeText.of("plot 1..3 log (x)") == "plot (1.0 to 3.0 log) x")
    #expect(TreeText.of("plot 1..3 log(2)") == "plot (1.0 to 3.0) log(2.0)")
    #expect(
      TreeText.of("plot x=1..3 by 1,4..5 log,6") == TreeText.of("plot x=1..3 by 1, 4..5 log, 6"))
    #expect(TreeText.of("plot lo..hi") == "plot (lo to hi)")
    #expect(TreeText.of("plot lo .. hi") == "plot (lo to hi)")
    #expect(TreeText.of("plot -1..(n - 1)") == "plot (-1.0 to (- n 1.0))")
    #expect(TreeText.of("plot 0%..50%") == "plot (pct(0.0) to pct(0.5))")
    #expect(TreeText.of("plot f(1)..g(2) by h(3)") == "plot (f(1.0) to g(2.0) by h(3.0))")
  }

  @Test("name their operators as they are typed")
  func operators() {
    for sign in ["or", "and", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "@", "^"] {
      #expect(TreeText.of("print a \(sign) b") == "print (\(sign) a b)")
    }
  }
}
