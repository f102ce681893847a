import Charts
import Networks
import TensorEngine
import Testing

@testable import Datasets
@testable import Plots
@testable import Reports
@testable import Session
@testable import Workbench

/// What `plot rate range`, `plot surface` and the sheet of `plot data` say of their pictures.
@Suite("The captions of the pictures around a training")
struct TrainingPictureTests {
  /// The output of the last of some lines, as one line.
  private func text(_ lines: [String]) -> String {
    var session = NotebookSession(running: Array(lines.dropLast()))
    return session.lines(of: lines[lines.count - 1]).joined(separator: " ")
  }

  private func circles(_ layers: [String] = ["add dense 8 tanh", "add dense 1 sigmoid"]) -> [String]
  {
    ["data circles points=200 noise=0.3", "split train=60% validation=40%", "network"] + layers
  }

  @Test("A range test on a trained network goes on while the batches only differ")
  func blobs() {
    let output = text([
      "data blobs points=300 classes=3", "split train=60% validation=40%", "network",
      "add dense 8 tanh", "add dense 3 softmax", "train epochs=100 optimizer=adam rate=0.05",
      "plot rate range",
    ])
    #expect(output.contains("over the first 20 steps"))
    #expect(!output.contains("at rate 0.0000"), "\(output)")
    #expect(output.contains("from the weights after 100 epochs"))
  }

  @Test("A range test suggests no rate from noise, and none that it did not try", arguments: 1...6)
  func advice(seed: Int) throws {
    let output = text(
      ["seed \(seed)"] + circles() + ["train epochs=200 optimizer=adam", "plot rate range"])
    if let range = output.firstRange(of: "usual choice: ") {
      let number = output[range.upperBound...].prefix { $0 != "," }
      #expect(try #require(Double(number)) > 0.0001, "\(output)")
    } else {
      #expect(output.contains("falls at any rate") || output.contains("does not fall"))
      #expect(!output.contains("falls fastest"))
    }
  }

  @Test("A range test of few steps names one lowest loss, and says where it does not fall")
  func fewSteps() {
    let output = text(circles() + ["plot rate range steps=10"])
    #expect(output.contains("over the first 5 steps, smoothed lowest"))
    let narrow = text(circles() + ["plot rate range low=5 high=6"])
    #expect(!narrow.contains(" 50") && narrow.contains("hardly falls at any rate"), "\(narrow)")
    let below = text([
      "data houses houses=60", "split validation=20%", "network", "add dense 1", "plot rate range",
    ])
    #expect(below.contains("it falls from the lowest rate on"), "\(below)")
    let low = text(
      circles() + [
        "train epochs=5 optimizer=adam", "initialize", "plot rate range low=0.1 high=10",
      ])
    #expect(low.contains("a tenth of the lowest's, is below the rates tested"), "\(low)")
  }

  @Test("Weights that were not trained here are not called first weights, nor untrained")
  func elsewhere() {
    let reused = circles() + ["train epochs=5", "network second from=network"]
    #expect(text(reused + ["plot rate range"]).contains("from the weights in hand"))
    #expect(text(reused + ["plot surface"]).contains("its weights come from elsewhere"))
    #expect(text(circles() + ["plot rate range"]).contains("from the first weights"))
    #expect(text(circles() + ["plot surface"]).contains("the network has not been trained"))
  }

  @Test("The surface says which epoch the network is of, where training went back to it")
  func stopped() throws {
    let train = "train epochs=120 optimizer=adam rate=0.1 stop=early(patience=10)"
    var session = NotebookSession(running: circles() + [train])
    let epochs = try #require(session.state.network?.history.records.count)
    let output = session.lines(of: "plot surface").joined(separator: " ")
    #expect(epochs < 120)
    let best = epochs - 10
    for part in [
      "X the network now, epoch \(best)", "E end of the training, epoch \(epochs)",
      "now, after epoch \(best)", "after epoch \(epochs),",
    ] { #expect(output.contains(part), "\(part) in \(output)") }
    let whole = text(circles() + ["train epochs=5", "plot surface"])
    #expect(!whole.contains("epoch 5") && !whole.contains("E end") && whole.contains(" now ·"))
    let edited = text(circles() + ["train epochs=5", "set bias 1 0.5", "plot surface"])
    #expect(edited.contains("now, as no epoch left it"), "\(edited)")
  }

  @Test("The surface says that the statistics of a batch normalization stay those of now")
  func statistics() {
    let layers = ["add dense 4 tanh", "add batchnorm", "add dense 1 sigmoid"]
    let sentence = "batch normalization has the statistics of now everywhere, at the start too"
    #expect(text(circles(layers) + ["train epochs=4", "plot surface"]).contains(sentence))
    #expect(!text(circles() + ["train epochs=4", "plot surface"]).contains(sentence))
  }

  @Test(
    "The sheet of images has one of each class, up to 24, and says how many classes are missing",
    arguments: [(3, 10, 0), (10, 10, 0), (15, 15, 0), (24, 24, 0), (26, 24, 2)])
  func sheet(classes: Int, shown: Int, missing: Int) throws {
    let count = 3 * classes
    let data = DataInHand(
      try Dataset(
        name: "letters", inputShape: [2, 2, 1],
        inputs: .bytes((0..<4 * count).map { UInt8($0 % 256) }),
        targets: .classes((0..<count).map { Int32($0 % classes) }, count: classes),
        exampleKind: .image, featureNames: [], classNames: (0..<classes).map { "c\($0)" },
        targetName: "class"))
    let usual = ImageSheet(data, count: nil).grid
    #expect(usual.charts.count == min(shown, count))
    #expect(usual.caption.contains("not shown") == (missing > 0), "\(usual.caption)")
    if missing > 0 { #expect(usual.caption.contains("\(missing) of \(classes) classes not shown")) }
    #expect(
      ImageSheet(data, count: 2).grid.caption.contains("\(classes - 2) of \(classes) classes not"))
  }
}
