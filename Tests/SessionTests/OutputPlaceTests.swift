import Networks
import Session
import Testing

@testable import Workbench

@Suite("The place behind the output layer")
struct OutputPlaceTests {
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
    "a network without layers is told the ending that fits the targets",
    arguments: [
      ("circles points=40", "dense 1 sigmoid"), ("spirals points=60 classes=3", "dense 3 softmax"),
      ("digits", "dense 10 softmax"), ("houses", "dense 1"),
    ])
  func ending(data: String, layer: String) {
    var session = NotebookSession(running: ["data \(data)", "network"])
    for line in ["train epochs=1", "print error(train)", "predict"] {
      let said = session.text(of: line)
      if said.contains("has no layers") {
        #expect(said.contains("  add \(layer) adds one; help add shows the others"), "\(said)")
      }
    }
    #expect(session.text(of: "train epochs=1").contains("add \(layer) adds one"))
  }
}
