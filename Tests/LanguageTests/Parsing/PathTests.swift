import Language
import Testing

@Suite("Names of files")
struct PathTests {
  @Test(
    "need no quotes in an argument",
    arguments: [
      "wine.csv", "lessons/01-circles.md", "../data/x.csv", "./a", "~/x", "~", "/tmp/x.md",
      "a-b.md", "data/2024-05.csv", "3.14.md", "2024.csv", "données.csv", "a/b", ".hidden",
      "http://127.0.0.1:8000/x", "https://a.org/x?y=1&z=2%20", "C:/data/x.csv", "c++.md",
      "01-circles", "lower-variance", "../..", "a_b/c-d_e.f", "1e5.txt", "../2024/05",
    ])
  func path(_ text: String) {
    for source in ["load \(text)", "load from=\(text)", "load from=1,\(text)", "load \(text) # x"] {
      let script = Script(parsing: source)
      #expect(script.diagnostics == [])
      #expect(lastValue(script)?.kind == .path(text))
      #expect(script.printed == source)
    }
  }

  @Test(
    "need none within a call where they have an ending, which no formula has",
    arguments: [
      "wine.csv", "lessons/01-circles.md", "../data/x.csv", "/tmp/x.md", "~/a/x.npz",
      "run1.safetensors", "a/b-2.csv", "données.csv",
    ])
  func called(_ text: String) {
    for source in ["load f(\(text))", "load x=f(2, \(text), y=\(text))", "print f(\(text))"] {
      let script = Script(parsing: source)
      #expect(script.diagnostics == [])
      #expect(script.printed == source)
      #expect(TreeText.of(source).contains("<\(text)>"))
    }
  }

  @Test(
    "are not found where something else stands",
    arguments: [
      Case("plot 1..10", "plot (1.0 to 10.0)"), Case("plot a..b", "plot (a to b)"),
      Case("plot .5", "plot 0.5"), Case("plot 1e-3", "plot 0.001"),
      Case("plot 1.e3", "plot 1000.0"), Case("plot 12%", "plot pct(0.12)"),
      Case("plot he_normal", "plot he_normal"), Case("plot -1", "plot -1.0"),
      Case("plot (a/b)", "plot (/ a b)"), Case("plot f(a/b)", "plot f((/ a b))"),
      Case("plot f(a/b..cd)", "plot f(((/ a b) to cd))"), Case("plot f(.5/x)", "plot f((/ 0.5 x))"),
      Case("plot f(x/2.e3)", "plot f((/ x 2000.0))"), Case("plot f(n-1)", "plot f((- n 1.0))"),
      Case("print a/b", "print (/ a b)"), Case("let x = n-1", "let x = (- n 1.0)"),
    ])
  func other(_ line: Case) {
    #expect(TreeText.of(line.source) == line.expected)
  }

  @Test("that read as formulas give a hint for where a number is expected")
  func formulas() {
    let hints = ["train rate=a/b", "train rate=n-1", "train rate=a.csv", "train rate=x"].map {
      lastValue(Script(parsing: $0))?.formulaHint
    }
    #expect(
      hints == [
        "a formula stands in parentheses: (a/b)", "a formula stands in parentheses: (n-1)", nil,
        nil,
      ])
  }

  private func lastValue(_ script: Script) -> Expression? {
    switch command(script)?.arguments.last {
    case .value(let value): value
    case .option(let option): option.values.last
    case nil: nil
    }
  }
}
