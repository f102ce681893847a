import Charts
import Testing

@testable import Session

@Suite("The pictures of a comparison")
struct ComparisonPictureTests {
  private static let training = "train epochs=3 optimizer=adam rate=0.05"

  /// The first picture that a line shows.
  private static func block(_ source: String, after lines: [String]) -> Block? {
    var session = NotebookSession(running: lines)
    guard case .cell(_, let done) = session.submit(source),
      let document = done.document
    else { return nil }
    return document.blocks.first
  }

  private static func caption(_ block: Block?) -> String {
    switch block {
    case .chart(let chart): chart.caption
    case .grid(let grid): grid.text
    default: "no picture"
    }
  }

  /// What the picture says of the network itself, without the label in front.
  private static func figures(_ caption: String, of picture: String) -> String {
    picture == "roc" ? String(caption.drop { $0 != ":" }) : ": " + caption
  }

  @Test(
    "say of each variant what plot says after a training with the option",
    arguments: [
      "weights", "activations", "gradients", "confusion", "roc", "coverage", "calibration",
    ],
    ["batch=8", "l2=5", "label_smoothing=0.3", "class_weight=balanced", "loss=mse"])
  func asTrained(picture: String, change: String) {
    let compared = Self.caption(
      Self.block("compare plain with(\(change)) plot=\(picture)", after: trainedCircles))
    let plain = Self.caption(Self.block("plot \(picture)", after: trainedCircles))
    let changed = Self.caption(
      Self.block("plot \(picture)", after: untrainedCircles + ["\(Self.training) \(change)"]))
    #expect(compared.contains("plain\(Self.figures(plain, of: picture))"), "\(compared)")
    let figures = Self.figures(changed, of: picture)
    #expect(compared.hasSuffix("\(change)\(figures)"), "\(compared)\n\(figures)")
  }

  @Test("of a convolution say the same of its filters")
  func filters() {
    let lines = [
      "data digits", "take 60", "network", "add conv 2 5x5 relu stride=2", "add flatten",
      "add dense 10 softmax",
    ]
    let compared = Self.block(
      "compare plain with(l2=0.5) plot=filters", after: lines + [Self.training])
    let changed = Self.block("plot filters", after: lines + ["\(Self.training) l2=0.5"])
    #expect(Self.caption(compared).hasSuffix("; l2=0.5: \(Self.caption(changed))"))
    guard case .grid(let pictures) = compared, case .grid(let own) = changed else {
      Issue.record("no pictures")
      return
    }
    #expect(pictures.rowNames == ["plain", "l2=0.5"])
    #expect(Array(pictures.charts.suffix(2)) == own.charts)
  }

  @Test("are of the examples that a variant has learned from")
  func examples() {
    let compared = Self.caption(
      Self.block("compare examples=5,36 plot=gradients", after: trainedCircles))
    #expect(compared.contains("examples=5: the next batch, 5 examples"))
    let all = Self.caption(Self.block("plot gradients", after: trainedCircles))
    #expect(compared.hasSuffix("; examples=36: \(all)"))
  }

  @Test("of the ranking are one picture, with a curve and its area for each variant")
  func ranking() {
    guard
      case .chart(.line(let chart)) = Self.block(
        "compare l2=0,0.1,5 plot=roc", after: trainedCircles)
    else {
      Issue.record("no curves")
      return
    }
    let names = chart.series.map(\.name)
    #expect(names.count == 5 && names.suffix(2) == ["as it decides", "chance"])
    for (name, label) in zip(names, ["l2=0", "l2=0.1", "l2=5"]) {
      #expect(name.hasPrefix("\(label) AUC 0."))
    }
    #expect(chart.series[3].points.count == 3)
  }

  @Test("have the variant at the head of its row, whatever the width", arguments: [40, 80, 140])
  func heads(width: Int) {
    guard
      let block = Self.block(
        "compare plain with(l2=0.1, dropout=0.2) plot=weights", after: trainedCircles)
    else {
      Issue.record("no picture")
      return
    }
    let lines = TextRenderer(width: width).lines(Document([block]))
    #expect(lines.count { $0 == "plain" } == 1 && lines.count { $0 == "l2=0.1 dropout=0.2" } == 1)
    #expect(lines.count { $0.contains("#1 dense") } >= 2)
  }
}
