import Language
import Testing

@Suite("The promised lines")
struct PromisedLinesTests {
  @Test("give the tree that they say", arguments: commands)
  func tree(_ line: Case) {
    let script = Script(parsing: line.source)
    #expect(script.diagnostics == [])
    #expect(TreeText.of(line.source) == line.expected)
    #expect(script.printed == line.source)
  }

  static let commands = [
    Case("seed 3", "seed 3.0"),
    Case(
      "data circles points=1000 noise=0.1 factor=0.5",
      "data circles points=1000.0 noise=0.1 factor=0.5"),
    Case("data mnist", "data mnist"),
    Case("data csv wine.csv target=quality", "data csv <wine.csv> target=quality"),
    Case("data csv ../data/wine.csv", "data csv <../data/wine.csv>"),
    Case("data images faces/train size=64x64", "data images <faces/train> size=size[64, 64]"),
    Case(
      "split train=60% validation=20% test=20%",
      "split train=pct(0.6) validation=pct(0.2) test=pct(0.2)"),
    Case("scale standard", "scale standard"),
    Case("take 500", "take 500.0"),
    Case("network", "network"),
    Case("network small", "network small"),
    Case("add dense 8 tanh", "add dense 8.0 tanh"),
    Case(
      "add dense 8 relu l2=0.01 initializer=he_normal bias=no name=hidden",
      "add dense 8.0 relu l2=0.01 initializer=he_normal bias=no name=hidden"),
    Case("add dropout 0.3", "add dropout 0.3"),
    Case(
      "add conv 8 3x3 relu stride=2 padding=same",
      "add conv 8.0 size[3, 3] relu stride=2.0 padding=same"),
    Case("add maxpool 2x2", "add maxpool size[2, 2]"),
    Case("insert 1 dense 8 tanh", "insert 1.0 dense 8.0 tanh"),
    Case("freeze 1..3", "freeze (1.0 to 3.0)"),
    Case(
      "train epochs=100 batch=32 optimizer=adam rate=0.01",
      "train epochs=100.0 batch=32.0 optimizer=adam rate=0.01"),
    Case(
      "train optimizer=sgd momentum=0.9 nesterov=yes batch=all stop=early(patience=10)",
      "train optimizer=sgd momentum=0.9 nesterov=yes batch=all stop=early(patience=10.0)"),
    Case(
      "train schedule=step(factor=0.5, every=20)", "train schedule=step(factor=0.5, every=20.0)"),
    Case("train rate=-1", "train rate=-1.0"),
    Case("evaluate", "evaluate"),
    Case("plot learning curve", "plot learning curve"),
    Case("plot boundary", "plot boundary"),
    Case("show example 5", "show example 5.0"),
    Case("print error(test)", "print error(test)"),
    Case("let lambda = 0.7", "let lambda = 0.7"),
    Case(
      "print loss() + lambda / (2 * 600) * norm(weights(1))^2",
      "print (+ loss() (* (/ lambda (* 2.0 600.0)) (^ norm(weights(1.0)) 2.0)))"),
    Case("check error(validation) < 10%", "check (< error(validation) pct(0.1))"),
    Case(
      "check error(validation) - error(train) < 3%",
      "check (< (- error(validation) error(train)) pct(0.03))"),
    Case("check gradients", "check gradients"),
    Case("diagnose target=5%", "diagnose target=pct(0.05)"),
    Case("compare l2=0,0.001,0.01 plot=boundary", "compare l2={0.0 0.001 0.01} plot=boundary"),
    Case(
      "search grid rate=0.0001..1 log epochs=10..100 by 10",
      "search grid rate=(0.0001 to 1.0 log) epochs=(10.0 to 100.0 by 10.0)"),
    Case("save lesson.md", "save <lesson.md>"),
    Case("run lessons/01-circles.md", "run <lessons/01-circles.md>"),
    Case("explain overfitting", "explain overfitting"),
    Case("set digits 9", "set digits 9.0"),
    Case("edit 5 train epochs=200", "edit 5: train epochs=200.0"),
    Case("edit 5", "edit 5"),
    Case("note Dropout comes next.", "note <Dropout comes next.>"),
    Case("\"Dropout comes next.", "note <Dropout comes next.>"),
    Case("", ""),
    Case("# a comment", "blank"),
    Case("take 500      # the first 500", "take 500.0"),
  ]

  @Test("of a loop give one statement")
  func loop() {
    let source = """
      for width in 1, 2, 4, 8
        network
        add dense width tanh
        add dense 1 sigmoid
        train epochs=100
        print error(validation)
      end
      """
    let script = Script(parsing: source)
    #expect(script.diagnostics == [])
    #expect(script.statements.count == 1)
    #expect(script.printed == source)
    #expect(
      TreeText.of(source)
        == "for width in {1.0 2.0 4.0 8.0} { network; add dense width tanh; "
        + "add dense 1.0 sigmoid; train epochs=100.0; print error(validation) }")
  }
}
