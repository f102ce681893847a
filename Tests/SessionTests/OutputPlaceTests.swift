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
}
