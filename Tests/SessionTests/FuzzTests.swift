import SeededRandom
import Session
import Testing

@testable import Workbench

@Suite("Fuzz")
struct FuzzTests {
  static let batches = 0..<20
  private static let linesPerBatch = 1000

  @Test("no line traps, and none prints a control character", arguments: batches)
  func lines(_ batch: Int) {
    var random = SeededGenerator(seed: UInt64(batch) + 1)
    var generator = CommandGenerator(seed: UInt64(batch) + 1)
    var session = NotebookSession(settings: .testing())
    for index in 0..<Self.linesPerBatch {
      if index.isMultiple(of: 25) {
        session = NotebookSession(
          running: random.oneIn(4) ? [] : trainedCircles, settings: .testing())
      }
      let line =
        !random.oneIn(4)
        ? TokenSoup.line(&random)
        : TokenSoup.mutated(generator.line(cells: session.cells.count), &random)
      let before = session.cells.count
      let output = session.lines(of: line)
      #expect(session.cells.count <= before + 1)
      for text in output {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        #expect(isPlain, "\(line.debugDescription): \(text.debugDescription)")
      }
    }
  }

  /// Lines with numbers, depths and words at the edges of what can be said.
  static let extremes = [
    "data circles points=1e9", "data circles points=-1e9", "data circles points=(0/0)",
    "data circles noise=1e308", "data spirals turns=1e308", "data blobs classes=1e308",
    "data digits images=1e308", "take 1e300", "take -9223372036854775808",
    "take 9223372036854775807", "split train=1e300", "split validation=(0/0)",
    "split validation=1e-300", "seed 18446744073709551615", "seed -1", "seed 1e300",
    "seed (0/0)", "initialize seed=18446744073709551615", "network input=9223372036854775807",
    "network input=4096x4096x4096", "network input=0x0", "network input=1x1x1x1x1x1",
    "add dense 9223372036854775807", "add dense 1e300", "add dense 1000000 l2=1e308",
    "add dropout (0/0)", "add dropout 0.9999999999999999", "insert 9223372036854775807 flatten",
    "insert -9223372036854775808 flatten", "remove 1e18", "replace -1 flatten",
    "train epochs=1e300", "train steps=1e300", "train batch=9223372036854775807",
    "train rate=1e308", "train rate=1e-320", "train l2=1e308 epochs=1",
    "train momentum=0.9999999999999999", "train optimizer=adam beta1=0.9999999999999999",
    "train optimizer=adam epsilon=1e-320", "train lambda=1e308",
    "train stop=early(patience=1e300)", "train stop=early(delta=1e308, monitor=loss)",
    "compare rate=1e-320..1e308 log", "compare l2=1..1e300 by 1e-300", "compare epochs=1..3 by 0",
    "predict (1/0) 0", "predict (0/0) (0/0)", "predict 1e308 -1e308",
    "predict example 9223372036854775807", "predict example -9223372036854775808",
    "plot rate range low=1e-320", "plot rate range high=1e308", "plot rate range low=(0/0)",
    "plot rate range steps=1e300", "plot rate range low=1e-12 high=1e12 steps=10", "plot surface",
    "plot data list=1e300", "plot weights 9223372036854775807", "plot filters -1",
    "plot features example 1e300", "plot dropout steps=1e300", "plot wrong list=0",
    "plot runs -9223372036854775808", "plot metric 0/0", "plot gradients 1e300",
    "show example 1e300", "show example -9223372036854775808", "print 1/0", "print 0/0",
    "print -1/0", "print [1, 2; 3, 4][1e300]", "print [1, 2; 3, 4][0/0]",
    "print [1, 2; 3, 4][-9223372036854775808]", "print [1, 2][9223372036854775807, 1]",
    "print weights(-9223372036854775808)", "print weights(9223372036854775807)",
    "print weights(0/0)", "print 10^400", "print (0/0)^(0/0)", "print exp(1e308)", "print log(-1)",
    "print log(0)", "print sqrt(-1)", "print sin(1e308)", "print softmax([1e308, -1e308])",
    "print softmax([1/0, 0])", "print mean(1..1)", "print 1..100000", "print 1..1e300",
    "print 1e-320..1.7e308 log", "print 1.7976931348623157e308..1.7976931348623157e308 log",
    "print 1e308..-1e308", "print 0..1 by 1e-320", "print 5..5 by (0/0)",
    "print transpose(1..99999) @ (1..99999)", "print (1..99999) @ transpose(1..99999)",
    "let x = transpose(1..50000) @ (1..50000)", "set digits 1e300", "set digits -1", "edit 0",
    "edit 0 print 1", "edit 99999999999999999999 print 1", "edit -1 print 1",
    "edit 9223372036854775807", "delete 0", "delete 99", "delete -9223372036854775808",
    "delete (0/0)", "delete 1e300", "diagnose train=100% validation=100% target=0%",
    "diagnose target=(0/0)", "check 0/0 == 0/0", "check 1/0 > 0", "", " ", "\n", "\n\n", "\\",
    "\\\n", "\u{0}", "\u{FEFF}", "\u{FEFF}print 1", "print \"\u{1B}[31mred\"",
    "note \u{1B}[31mred", "run \"\"", "run /dev/null", "run /dev/zero", "run /", "run .",
    "run \"a\u{0}b\"", "save \"\"", "save /", "save /dev/null", "data csv /dev/null target=a",
    "data csv / target=a", "data csv \"\" target=a", "data csv . target=1", "run ~", "run ~/",
    "for i in 1..100000\nend", "for i in 1..1e9\n  print i\nend",
    "for i in 1..300\n  for j in 1..1e9\n  print j\n  end\nend",
    "for i in 1..3\n  for i in 1..2\n    print i\n  end\n  print i\nend",
  ]

  @Test("no number, depth or word at the edge traps", arguments: [false, true])
  func edges(isReady: Bool) {
    let start = isReady ? trainedCircles : []
    let fresh = NotebookSession(running: start)
    for line in Self.extremes {
      var session = fresh
      let text = session.text(of: line)
      #expect(session.cells.count <= start.count + 1, "\(line): \(text)")
    }
  }

  @Test("a loop of 1,000 rounds and 1,000 added layers stay within bounds")
  func longLoops() {
    var session = NotebookSession(running: ["data circles points=12", "network"])
    #expect(session.lines(of: "for i in 1..1000\n  print i\nend").count == 1000)
    _ = session.submit("for i in 1..200\n  add dense 1000000\nend")
    #expect(session.cells.last?.hasFailed == true)
  }

  @Test(
    "deep nesting is refused, not followed to the end of the stack",
    arguments: [
      String(repeating: "(", count: 4000) + "1" + String(repeating: ")", count: 4000),
      String(repeating: "-", count: 4000) + "1",
      String(repeating: "not ", count: 4000) + "1 < 2",
      "1" + String(repeating: " + 1", count: 4000),
      "2" + String(repeating: "^1", count: 4000),
      "[1]" + String(repeating: "[1]", count: 4000),
      String(repeating: "[", count: 4000), String(repeating: "sqrt(", count: 4000),
      String(repeating: "a", count: 40_000),
      String(repeating: "1 < 2 and ", count: 2000) + "1 < 2",
    ].map { DeepLine(formula: $0) })
  func depth(_ line: DeepLine) {
    var session = NotebookSession(settings: .testing())
    #expect(!session.lines(of: "print \(line.formula)").isEmpty)
    _ = session.lines(of: "take \(line.formula)")
  }

  @Test("200 loops in each other are run or refused")
  func nestedLoops() {
    var session = NotebookSession(settings: .testing())
    let start = String(repeating: "for i in 1\n", count: 200)
    #expect(
      !session.lines(of: start + "print i\n" + String(repeating: "end\n", count: 200)).isEmpty)
  }

  struct DeepLine: Sendable, CustomTestStringConvertible {
    let formula: String
    var testDescription: String { "\(formula.prefix(12))… of \(formula.utf8.count) bytes" }
  }

  @Test("a file can't run itself, not even behind a comment")
  func runsItself() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/self.md"
    let text = "# Self\n\n```overfit\n> # a comment\n. run \"\(path)\"\n```\n"
    try WorkingFolder().write(Array(text.utf8), to: path)
    var session = NotebookSession(settings: SessionSettings())
    #expect(session.lines(of: "run \"\(path)\"").contains { $0.contains("another file") })
    #expect(session.cells.isEmpty)
  }
}
