import Networks
import Testing

@testable import Reports
@testable import Session
@testable import Workbench

@Suite("A training remembers what the last one was told")
struct TrainingMemoryTests {
  private func session(_ lines: String...) -> NotebookSession {
    NotebookSession(running: untrainedCircles + lines)
  }

  private func kept(_ session: inout NotebookSession, _ line: String) -> String? {
    let prefix = "kept from the last training: "
    return session.lines(of: line).first { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
  }

  @Test("and is the same as one that is told all of it again")
  func same() {
    let told = "optimizer=adam rate=0.02 beta1=0.8 batch=8 loss=mse l2=0.01 clipnorm=1"
    var remembered = session("train epochs=3 \(told)", "train epochs=2")
    var repeated = session("train epochs=3 \(told)", "train epochs=2 \(told)")
    for line in ["print weights(1)", "print loss()", "show training"] {
      #expect(remembered.text(of: line) == repeated.text(of: line))
    }
    #expect(
      kept(&remembered, "train")
        == "batch=8 optimizer=adam rate=0.02 beta1=0.8")
  }

  @Test(
    "and says what it kept, but for what is usual or typed",
    arguments: [
      ("l1=0.001 proximal=yes penalize_bias=yes", "", "l1=0.001 proximal=yes penalize_bias=yes"),
      ("class_weight=1,5", "", "class_weight=1,5"), ("batch=all", "", "batch=all"),
      ("rate=0.3 momentum=0.9", "", "rate=0.3 momentum=0.9"),
      ("optimizer=momentum", "", "momentum=0.9"), ("l2=0.1 lambda=3", "l2=0", "lambda=3"),
      ("optimizer=adam rate=0.02", "optimizer=adam", "rate=0.02"),
      ("optimizer=adam rate=0.02 l2=0.1", "optimizer=sgd", "l2=0.1"),
      ("max_norm=2 clip=1", "clip=no", "max_norm=2"), ("clip=1", "clipnorm=2", nil),
      ("rate=0.3", "rate=0.2", nil), ("", "", nil), ("label_smoothing=0.1", "loss=mse", nil),
    ])
  func says(first: String, second: String, expected: String?) {
    var session = session("train epochs=1 \(first)")
    #expect(kept(&session, "train \(second)") == expected)
    #expect(session.cells.last?.hasFailed == false)
  }

  @Test(
    "and forgets epochs, schedule, stop, steps and checkpoint",
    arguments: [
      "epochs=7", "epochs=4 schedule=exponential(rate=0.1, decay=0.5, every=2)",
      "epochs=9 stop=early(patience=1)", "epochs=9 stop=target(loss=9)", "epochs=3 steps=2",
    ])
  func forgets(line: String) {
    var session = session("train \(line)")
    let before = session.state.network?.network.training.epochs ?? 0
    #expect(kept(&session, "train") == nil)
    #expect(session.state.network?.network.training.epochs == before + 1)
    #expect(session.state.network?.settings?.rateControl == nil)
    #expect(session.state.network?.settings?.targets.isEmpty == true)
  }

  @Test("which belongs to the network, and a new one has none")
  func network() {
    var session = session("train epochs=1 rate=0.3 l2=0.1", "network other", "add dense 1 sigmoid")
    #expect(kept(&session, "train") == nil)
    _ = session.submit("use network")
    #expect(kept(&session, "train") == "rate=0.3 l2=0.1")
    #expect(kept(&session, "train restarts=2") == "rate=0.3 l2=0.1")
  }

  @Test("class weights of other classes are not kept")
  func otherClasses() {
    var session = session(
      "train epochs=1 class_weight=1,5 l2=0.1", "data blobs points=60 classes=3",
      "split train=80% validation=20%", "replace 2 dense 3 softmax")
    #expect(kept(&session, "train") == "l2=0.1")
  }

  @Test("evaluate leaves the test split closed until it is named")
  func evaluation() {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.lines(of: "evaluate").count == 4)
    #expect(session.state.data?.testLooks == 0)
    #expect(session.lines(of: "evaluate all").contains { $0.hasPrefix("test ") })
    #expect(session.lines(of: "evaluate test").contains { $0.hasPrefix("test ") })
    #expect(session.state.data?.testLooks == 2)
  }

  @Test("proximal=yes makes exact zeros, and they are counted")
  func zeros() {
    var session = session("train epochs=40 l1=0.05 proximal=yes rate=0.1")
    let count = session.text(of: "print sum(weights(1) == 0) + sum(weights(2) == 0)")
    #expect(session.cells[5].document != nil)
    let shown = session.lines(of: "train").first { $0.hasPrefix("zeros ") }
    #expect(shown?.hasSuffix(" of 12 weights") == true, "\(count)")
    #expect(session.text(of: "show training").contains("w := sign(w) * max(|w| - 0.1 * 0.05, 0)"))
    #expect(session.text(of: "train l1=0").contains("kept"))
    #expect(session.text(of: "train l1=0 proximal=yes").contains("there is no l1"))
  }

  @Test(
    "what changes the answers behind the output layer is refused, and why",
    arguments: ["dropout 0.3", "batchnorm", "gaussian_noise 0.1"])
  func behindTheOutput(layer: String) {
    var session = NotebookSession(running: untrainedCircles)
    let text = session.text(of: "add \(layer)")
    #expect(text.contains("behind the output layer, #2 dense 1 sigmoid,"))
    #expect(text.contains("insert 2 \(layer)"))
    #expect(session.state.network?.network.layers.count == 2)
    #expect(session.text(of: "insert 3 \(layer)").contains("behind the output layer"))
    #expect(!session.text(of: "insert 2 \(layer)").contains("behind"))
    var linear = NotebookSession(
      running: Array(untrainedCircles.dropLast()) + ["add dense 1", "add \(layer)"])
    #expect(linear.cells.last?.hasFailed == false)
    #expect(linear.text(of: "train").contains("remove 3 and insert 2 \(layer)"))
  }

  @Test(
    "a log range takes its end",
    arguments: [
      ("1..64 log", "1 2 4 8 16 32 64"), ("0.001..1 log", "0.001 0.01 0.1 1"),
      ("1..100 log", "1 10 100"), ("1..64 log 7", "1 2 4 8 16 32 64"), ("1..4 log 3", "1 2 4"),
      ("1..1000 log 4", "1 10 100 1000"), ("1..3 log", "1 1.73205 3"), ("5..5 log", "5"),
      ("0.001..0.05 log", "0.001 0.00707107 0.05"), ("0.5..8 log", "0.5 1 2 4 8"),
    ])
  func ranges(range: String, numbers: String) {
    var session = NotebookSession(settings: .testing())
    let lines = session.lines(of: "for x in \(range)\n  print x\nend")
    #expect(lines.joined(separator: " ") == numbers)
    #expect(
      session.text(of: "check max(\(range)) == \(numbers.split(separator: " ").last ?? "")")
        .hasPrefix("holds"))
  }

  @Test("a count of a log range is from 2 to 100,000, between two different ends")
  func rangeErrors() {
    var session = NotebookSession(settings: .testing())
    #expect(session.text(of: "print 1..64 log 1").contains("whole number from 2 to"))
    #expect(session.text(of: "print 1..64 log 2.5").contains("whole number"))
    #expect(session.text(of: "print 5..5 log 3").contains("two different ends"))
    #expect(session.text(of: "print 0..1 log").contains("greater than 0"))
  }

  @Test("a network that begins with layers of a trained one says so")
  func reused() {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.text(of: "network b from=network").contains("trained for 3 epochs on circles"))
    var fresh = NotebookSession(running: untrainedCircles)
    #expect(fresh.text(of: "network b from=network").contains("not trained"))
  }

  @Test(
    "a notebook is saved under no name of another kind of file",
    arguments: [
      ("x.h5", "save network x.safetensors"), ("x.keras", "save network x.safetensors"),
      ("x.safetensors", "save network x.safetensors"), ("x.pt", "save network x.safetensors"),
      ("x.onnx", "save network x.safetensors"), ("x.html", "save x.md"), ("x.ipynb", "save x.md"),
      ("x.py", "save x.md"), ("x", "save x.md"), ("a.b/x", "save a.b/x.md"),
      ("x.csv", "save history x.csv"), ("x.npz", "save weights x.npz"),
      ("x.png", "save picture x.svg"), ("x.svg", "save picture x.svg"), ("X.HTML", "save X.md"),
      ("/tmp", "save /tmp/notebook.md"), ("/tmp/", "save /tmp/notebook.md"),
    ])
  func names(name: String, line: String) {
    var session = NotebookSession(running: trainedCircles)
    let output = session.lines(of: "save \"\(name)\"")
    #expect(output.contains { $0.hasSuffix(line) }, "\(output)")
  }
}
