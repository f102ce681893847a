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
}
