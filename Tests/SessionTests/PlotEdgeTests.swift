import Session
import Synchronization
import Testing

@testable import Workbench

/// Every plot, asked of what it was not made for.
@Suite("Every plot")
struct PlotEdgeTests {
  /// A session that a student could be in, by name.
  static let situations: [(name: String, lines: [String])] = [
    ("nothing", []),
    ("no data", ["network input=2", "add dense 1 sigmoid"]),
    ("no network", ["data circles points=20"]),
    ("an empty network", ["data circles points=20", "network"]),
    ("a layer without weights", ["data circles points=20", "network", "add dropout 0.5"]),
    ("an untrained network", untrainedCircles),
    ("a trained network", trainedCircles),
    ("one epoch", untrainedCircles + ["train epochs=1"]),
    ("two goes", trainedCircles + ["train epochs=2"]),
    ("all frozen", trainedCircles + ["freeze all"]),
    ("other data", trainedCircles + ["data moons points=20"]),
    ("wrong inputs", trainedCircles + ["data houses houses=20"]),
    ("one example", untrainedCircles + ["take 1", "train epochs=2"]),
    (
      "one weight",
      [
        "data circles points=20", "network", "add dense 1 sigmoid bias=no", "freeze 1",
        "unfreeze 1", "train epochs=3",
      ]
    ),
    (
      "numbers as targets",
      [
        "data houses houses=20", "split validation=25%", "network", "add dense 1",
        "train rate=1e-9",
      ]
    ),
    ("untrained on images", images),
    ("images", images + ["train epochs=2"]),
    (
      "ten classes",
      [
        "data blobs points=60 classes=10", "split validation=50%", "network",
        "add dense 10 softmax", "train epochs=2",
      ]
    ),
    (
      "huge weights",
      [
        "data circles points=20", "split validation=25%", "network",
        "add dense 4 relu initializer=constant(3e38)", "add dense 4 initializer=constant(-3e38)",
        "add dense 1 sigmoid initializer=constant(3e38)", "train epochs=2",
      ]
    ),
    (
      "zero weights",
      [
        "data circles points=20", "split validation=25%", "network",
        "add dense 4 tanh initializer=zeros", "add dense 1 sigmoid initializer=zeros",
        "train epochs=3 batch=all",
      ]
    ),
    (
      "dropout and batch normalization",
      [
        "data circles points=20", "split validation=25%", "network", "add dense 4 tanh",
        "add batchnorm", "add dropout 0.5", "add dense 1 sigmoid", "train epochs=3 optimizer=adam",
      ]
    ),
  ]

  private static let images = [
    "data digits images=40", "split validation=25%", "network", "add conv 2 3x3 relu",
    "add flatten", "add dense 10 softmax",
  ]

  static let plots = [
    "plot data", "plot data list=24", "plot loss", "plot loss parts=yes", "plot loss dropout=no",
    "plot loss over=steps", "plot accuracy", "plot rate", "plot rate range",
    "plot rate range low=1e-12 high=1e12 steps=40", "plot rate range low=1 high=0.1",
    "plot rate range steps=1", "plot boundary", "plot surface", "plot coverage", "plot calibration",
    "plot confusion", "plot confusion train", "plot roc train", "plot roc class=1",
    "plot precision recall train", "plot weights", "plot weights 1", "plot weights 1 unit=2",
    "plot weights 99", "plot activations", "plot activations train", "plot gradients",
    "plot network", "plot dropout", "plot dropout steps=3", "plot metric accuracy(train)",
    "plot metric 1/0", "plot wrong train", "plot wrong list=24", "plot unsure train",
    "plot unsure list=1", "plot filters", "plot filters 1", "plot features example 1",
    "plot features example 2 layer=1", "plot runs 1", "plot runs 1,9",
    "plot bias variance over=l2 values=0,0.1 repeats=2",
    "plot bias variance over=units values=1,1e300 repeats=2",
    "plot learning curve repeats=2", "plot learning curve values=1,2 repeats=2",
    "plot validation curve over=l2 values=0,0.1 repeats=2",
    "plot validation curve over=l2 values=0,0.1 folds=2", "plot activation relu",
    "plot schedule cosine(over=3)", "plot loss log=yes", "plot runs 1 log=yes", "plot fit",
    "plot fit x1", "plot fit area", "plot fit area validation", "plot residuals",
    "plot residuals train", "plot residuals test", "plot histogram", "plot histogram x2",
    "plot histogram price", "plot correlation", "plot rate rnage", "plot surfce",
    "plot data surface",
  ]

  /// The plots that are pictures in a situation, whatever else may be an error there.
  private static let sure: [String: [String]] = [
    "no network": ["plot data", "plot histogram", "plot histogram x2", "plot correlation"],
    "an untrained network": untrained + ["plot data", "plot boundary"],
    "a trained network": ofTraining + ["plot data", "plot boundary", "plot confusion"],
    "one epoch": ofTraining + ["plot boundary"],
    "two goes": ["plot loss", "plot surface", "plot rate range", "plot boundary"],
    "one weight": ["plot loss", "plot surface", "plot rate range"],
    "numbers as targets": ofTraining + [
      "plot fit area", "plot fit area validation", "plot residuals", "plot residuals train",
      "plot histogram", "plot histogram price", "plot correlation",
    ],
    "untrained on images": untrained + ["plot data", "plot data list=24", "plot filters"],
    "images": ofTraining + ["plot data", "plot data list=24", "plot filters", "plot confusion"],
    "ten classes": ofTraining + ["plot data", "plot confusion"],
    "zero weights": ofTraining + ["plot boundary"],
    "dropout and batch normalization": ofTraining + ["plot dropout", "plot boundary"],
  ]
  private static let untrained = [
    "plot network", "plot weights", "plot surface", "plot rate range",
  ]
  private static let ofTraining = untrained + ["plot loss"]

  @Test("is a picture or an error that points at a word", arguments: situations.map(\.name))
  func answers(_ name: String) throws {
    let situation = try #require(Self.situations.first { $0.name == name })
    let start = NotebookSession(running: situation.lines)
    for line in Self.plots {
      var session = start
      let output = session.lines(of: line)
      let text = output.joined(separator: "\n")
      #expect(!output.isEmpty, "\(line)")
      #expect(output.allSatisfy { $0.count <= 80 }, "\(line):\n\(text)")
      let hasFailed = session.cells.last?.hasFailed == true
      if hasFailed { #expect(output[0].contains("^"), "\(line):\n\(text)") }
      let mustSucceed = Self.sure[name]?.contains(line) == true
      if mustSucceed {
        #expect(!hasFailed && session.cells.count == start.cells.count + 1, "\(line):\n\(text)")
      }
      #expect(session.text(of: "why").isEmpty == false)
    }
  }

  @Test("leaves the network as it was")
  func changesNothing() {
    var session = NotebookSession(running: trainedCircles)
    let questions = ["print loss()", "print sum(weights(1))", "show training"]
    let before = questions.map { session.text(of: $0) }
    for line in Self.plots { _ = session.lines(of: line) }
    #expect(questions.map { session.text(of: $0) } == before)
  }

  @Test(
    "that trains can be interrupted, and is then no cell",
    arguments: [
      "plot surface", "plot rate range", "plot loss dropout=no", "plot learning curve repeats=2",
    ])
  func interruption(_ line: String) {
    var session = NotebookSession(running: trainedCircles)
    let count = session.cells.count
    let output = session.lines(of: line, control: RunControl(isInterrupted: { true }))
    #expect(output.joined(separator: " ").contains("interrupted"))
    #expect(session.cells.count == count)
  }

  @Test(
    "leave out what gives no finite loss, though its weights are finite",
    arguments: ["plot validation curve", "plot bias variance"])
  func infiniteLosses(plot: String) {
    var session = NotebookSession(
      running: [
        "data houses houses=12", "split validation=50%", "network", "add dense 1", "train epochs=1",
      ], settings: .testing())
    let text = session.text(of: "\(plot) over=rate values=1e-9,1e30 repeats=2")
    #expect(text.contains("diverged, and so left out"), "\(text)")
    #expect(!text.contains("nan") && !text.contains("inf "), "\(text)")
  }

  @Test("that trains can be interrupted at any question", arguments: [1, 3, 5, 7, 9, 20, 40])
  func laterInterruption(_ question: Int) {
    for line in ["plot surface", "plot rate range"] {
      var session = NotebookSession(running: trainedCircles)
      let count = session.cells.count
      let questions = Counter()
      let output = session.lines(
        of: line, control: RunControl(isInterrupted: { questions.next() >= question }))
      #expect(output.joined(separator: " ").contains("interrupted"), "\(line)")
      #expect(session.cells.count == count)
    }
  }

  @Test("of the surface asks while it finds the plane")
  func planeQuestions() {
    var session = NotebookSession(running: trainedCircles)
    let inPlane = Counter()
    let output = session.lines(
      of: "plot surface",
      control: RunControl(
        isInterrupted: { inPlane.count > 0 },
        report: {
          if case .part(_, _, "percent of the plane") = $0 { _ = inPlane.next() }
        }))
    #expect(inPlane.count == 1, "the first piece of two")
    #expect(output.joined(separator: " ").contains("interrupted"))
  }
}

/// Counts from any thread.
private final class Counter: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock { $0 } }

  /// The number of this call, from 1.
  func next() -> Int {
    number.withLock {
      $0 += 1
      return $0
    }
  }
}
