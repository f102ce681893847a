import Charts

/// Charts whose data is made of the four operations and the square root alone, so that their
/// pictures are the same on every machine.
enum SampleCharts {
  static let epochs = (0..<100).map { Double($0) / 100 }

  /// Falls from 0.71 to 0.06.
  static let training: [Double] = epochs.map { part -> Double in
    let slowdown: Double = (1 + 4 * part) * (1 + 2 * part)
    return 0.02 + 0.69 / slowdown
  }

  /// Falls to 0.242 at the 31st epoch and rises again.
  static let validation: [Double] = epochs.map { part -> Double in
    let falling: Double = 0.5 / ((1 + 12 * part) * (1 + 12 * part))
    return 0.2 + falling + 0.2 * part * part
  }

  static let learningCurve = LineChart(
    title: "Learning curve", xAxis: Axis("epoch"), yAxis: Axis("loss"),
    series: [.init("training", values: training), .init("validation", values: validation)],
    marks: [.init(x: 31, label: "best epoch 31")],
    caption: "training 0.067 · validation 0.399 · gap 0.332 · best epoch 31 (0.242)")

  static let accuracy = LineChart(
    xAxis: Axis("epoch"), yAxis: Axis("accuracy", format: .percent),
    series: [
      .init("training", values: training.map { 1 - $0 }),
      .init("validation", values: validation.map { 1 - $0 }),
    ], caption: "training 93.3% · validation 60.1%")

  static let diverged = LineChart(
    title: "Diverged", xAxis: Axis("epoch"), yAxis: Axis("loss"),
    series: [
      .init("training", values: [0.69, 0.8, 1.2, 3, 8, 20, .infinity, .nan, .nan]),
      .init("validation", values: [0.7, 0.8, 1.3, 3, 7, 21, .infinity, .nan, .nan]),
    ], caption: "the loss stopped being a number at epoch 8")

  static let validationCurve = LineChart(
    title: "Validation curve", xAxis: Axis("lambda", scale: .logarithmic),
    yAxis: Axis("error", format: .percent),
    series: [
      .init("training", points: lambdas([0.01, 0.02, 0.05, 0.15, 0.4])),
      .init("validation", points: lambdas([0.21, 0.18, 0.09, 0.17, 0.41])),
    ], marks: [.init(x: 0.01, label: "best 0.01")], caption: "best lambda 0.01 (error 9.0%)")

  static let logarithmic = LineChart(
    title: "Loss at every step", xAxis: Axis("step"), yAxis: Axis("loss", scale: .logarithmic),
    series: [
      .init(
        "training",
        values: (0..<2000).map { step -> Double in 0.0005 + 2.3 / Double(1 + step * step / 100) })
    ], caption: "2000 steps")

  static let repeated: LineChart = {
    var chart = validationCurve
    chart.series[0].spread = [0.01, 0.01, 0.02, 0.03, 0.05]
    chart.series[1].spread = [0.06, 0.05, 0.03, 0.02, 0.06]
    chart.spreadName = "one standard deviation over 5 repeats"
    return chart
  }()

  static let errorParts = StackedBarChart(
    title: "error of 20 networks, by where it comes from", labelTitle: "units",
    axis: Axis("error", format: .percent), parts: ["bias", "variance", "noise"],
    bars: [
      .init("1", [0.38, 0.041, 0.02]), .init("2", [0.2, 0.09, 0.02]),
      .init("8", [0.002, 0.031, 0.02]), .init("64", [-0.001, 0.062, 0.02]),
    ], caption: "least error 5.3% at units=8 · bias falls from 38.0% to -0.1%")

  private static func lambdas(_ values: [Double]) -> [Point] {
    zip([0.0001, 0.001, 0.01, 0.1, 1], values).map { Point($0, $1) }
  }

  /// Points near a circle: `((1 - t^2) / (1 + t^2), 2t / (1 + t^2))` with a little noise.
  static func ring(_ count: Int, radius: Double, seed: UInt64) -> [Point] {
    var source = SplitMix(state: seed)
    return (0..<count).map { index in
      let t = source.uniform() * 2 - 1
      let sign = index % 2 == 0 ? 1.0 : -1
      let x = sign * radius * (1 - t * t) / (1 + t * t) + 0.5 * (source.uniform() - 0.5)
      return Point(x, radius * 2 * t / (1 + t * t) + 0.5 * (source.uniform() - 0.5))
    }
  }

  static let outer = ring(60, radius: 1, seed: 1)
  static let inner = ring(60, radius: 0.5, seed: 2)

  static let circles = ScatterChart(
    title: "circles", xAxis: Axis("x1"), yAxis: Axis("x2"),
    groups: [.init("outer", points: outer), .init("inner", points: inner)],
    caption: "120 points · 2 classes (60 / 60)")

  /// One group alone, with points that have no place.
  static let cloud = ScatterChart(
    title: "predictions", xAxis: Axis("truth", unit: "m"), yAxis: Axis("prediction", unit: "m"),
    groups: [
      .init(
        "houses",
        points: outer.map { Point(3 * $0.x + 5, 2 * $0.x + $0.y + 4) } + [
          Point(.nan, 1), Point(1, .infinity), Point(2, .nan),
        ])
    ], aspect: .free)

  /// The probability of the inner class: a soft disc, the softer the smaller its sharpness.
  private static func probability(_ x: Double, _ y: Double, sharpness: Double) -> Double {
    let z = sharpness * (0.75 - (x * x + 1.2 * y * y + 0.2 * x * y).squareRoot())
    return 0.5 + 0.5 * z / (1 + z.magnitude)
  }

  static func boundary(
    sharpness: Double = 20, title: String = "Decision boundary", points: Bool = true
  ) -> RegionChart {
    let all = outer + inner
    let grid = SampleGrid(
      x: Extent(covering: all.map(\.x), margin: 0.08),
      y: Extent(covering: all.map(\.y), margin: 0.08))
    let inside = grid.points.map { probability($0.x, $0.y, sharpness: sharpness) }
    func marked(_ points: [Point], _ classIndex: Int) -> [ClassPoint] {
      points.map {
        let isInner = probability($0.x, $0.y, sharpness: sharpness) > 0.5
        return ClassPoint(
          $0.x, $0.y, classIndex: classIndex, isMisclassified: isInner != (classIndex == 1))
      }
    }
    return RegionChart(
      title: title, xAxis: Axis("x1"), yAxis: Axis("x2"), grid: grid,
      classes: inside.map { $0 > 0.5 ? 1 : 0 }, confidences: inside.map { max($0, 1 - $0) },
      classNames: ["outer", "inner"],
      points: points ? marked(outer, 0) + marked(inner, 1) : [],
      caption: "error 5.0% (6 of 120)")
  }

  /// Four classes, each with a corner of the plane.
  static let corners: RegionChart = {
    let grid = SampleGrid(x: Extent(-3, 3), y: Extent(-2, 2))
    func decision(_ point: Point) -> (classIndex: Int, confidence: Double) {
      let x = point.x - 0.3 * point.y
      let distance = min(x.magnitude, point.y.magnitude)
      return ((x > 0 ? 1 : 0) + (point.y > 0 ? 2 : 0), 0.25 + 0.75 * min(distance * 1.5, 1))
    }
    var source = SplitMix(state: 3)
    let points = (0..<50).map { _ -> ClassPoint in
      let point = Point(6 * source.uniform() - 3, 4 * source.uniform() - 2)
      let decided = decision(point).classIndex
      let isMisclassified = source.uniform() < 0.12
      return ClassPoint(
        point.x, point.y, classIndex: isMisclassified ? (decided + 1) % 4 : decided,
        isMisclassified: isMisclassified)
    }
    let decisions = grid.points.map(decision)
    return RegionChart(
      title: "Four classes", xAxis: Axis("x1"), yAxis: Axis("x2"), grid: grid,
      classes: decisions.map(\.classIndex), confidences: decisions.map(\.confidence),
      classNames: ["south-west", "south-east", "north-west", "north-east"], points: points,
      caption: "error 10.0% (5 of 50)")
  }()

  static let diagnose = BarChart(
    bars: [
      .init("train", 0.479, text: "47.9%"), .init("validation", 0.5, text: "50.0%"),
      .init("target", 0.05, text: "5.0%"),
    ], maximum: 1, format: .percent,
    caption: "High bias: the training error is 42.9 points above the target.")

  static let signedBars = BarChart(
    title: "Change of the loss",
    bars: [
      .init("dropout", -0.24), .init("width", 0.08), .init("depth", 0.001), .init("rate", .nan),
      .init("momentum", .infinity),
    ], caption: "dropout lowers the loss most")

  static let weights: Histogram = {
    var source = SplitMix(state: 5)
    let values = (0..<2000).map { _ in
      (0..<6).reduce(0) { sum, _ in sum + source.uniform() } / 3 - 1
    }
    return Histogram(
      title: "Weights of layer 1", xAxis: Axis("weight"), values: values + [.nan], bins: 30,
      caption: "2000 weights · 0 exact zeros")
  }()

  /// An 8 of two rings, 28 x 28 pixels.
  static let digit: ImageChart = {
    let pixels = (0..<784).map { index -> Double in
      let x = Double(index % 28) - 13.5
      let y = Double(index / 28) - 13.5
      let upper = ((y + 5) * (y + 5) + x * x).squareRoot() - 4.5
      let lower = ((y - 4.5) * (y - 4.5) + x * x).squareRoot() - 5
      return min(max(2.2 - 1.1 * min(upper.magnitude, lower.magnitude), 0), 1)
    }
    return ImageChart(
      title: "8", pixels: pixels, width: 28, height: 28, caption: "8 (100.0%)")
  }()

  static let fourBoundaries = ChartGrid(
    charts: zip([60, 20, 8, 3], ["0", "0.001", "0.01", "0.1"]).map { sharpness, lambda in
      .regions(boundary(sharpness: Double(sharpness), title: "l2 \(lambda)"))
    }, caption: "the larger lambda, the softer the boundary")

  /// The weights of two layers of two networks, a network a row.
  static let namedRows = ChartGrid(
    charts: [1.0, 2, 3, 4].map { part -> Chart in
      let values = (0..<40).map { number -> Double in Double(number * number % 23) / part - 1 }
      let title = part == 1 || part == 3 ? "#1 dense" : "#2 dense"
      return .histogram(Histogram(title: title, xAxis: Axis("weight"), values: values, bins: 7))
    }, columns: 2, rowNames: ["l2=0", "l2=0.1"], caption: "the larger l2, the smaller the weights")

  static let fourRates = ChartGrid(
    charts: [0.5, 1, 2, 4].map { rate in
      let losses = epochs.map { 0.05 + 0.65 / (1 + 3 * rate * $0) }
      return .line(
        LineChart(
          title: "rate \(NumberText.significant(rate / 10))", xAxis: Axis("epoch"),
          yAxis: Axis("loss"), series: [.init("training", values: losses)]))
    }, caption: "all four fall")

  /// Three classes, one of which is often taken for another.
  static let confusion = HeatMapChart(
    title: "confusion", rowTitle: "true class", columnTitle: "predicted class",
    rowLabels: ["outer", "inner", "middle"], columnLabels: ["outer", "inner", "middle"], columns: 3,
    values: [0.95, 0, 0.05, 0.1, 0.7, 0.2, 0.5, 0.1, 0.4],
    texts: ["38", "0", "2", "4", "28", "8", "20", "4", "16"],
    valueAxis: Axis("of its row", format: .percent, extent: Extent(0, 1)),
    caption: "82 of 120 right (68.3%) · most often mistaken: middle for outer, 20 times")

  /// Weights of both signs, more than there is room for.
  static let manyWeights = HeatMapChart(
    title: "weights", rowTitle: "input", columnTitle: "unit", columns: 150,
    values: (0..<6000).map { index -> Double in
      let (row, column) = (Double(index / 150) - 20, Double(index % 150) - 75)
      return (row * row * 4 - column * column) / 5000
    }, valueAxis: Axis("weight"), caption: "40 x 150 weights · norm 21.2")

  /// A filter of 3 x 3 pixels that finds upright edges.
  static let edgeFilter = HeatMapChart(
    title: "filter 1", columns: 3, values: [-1, 0, 1, -2, 0, 2, -1, .nan, 1],
    valueAxis: Axis("weight"), style: .pixels, caption: "filter 1 of 8")

  /// A network of images, a filter layer and a dropout.
  static let diagram = DiagramChart(
    title: "step 12",
    columns: [
      .init(["input", "28 x 28"], count: 1, outline: .square),
      .init(["#1 conv", "4 3x3 relu"], count: 4, outline: .square),
      .init(["#2 maxpool", "2x2"], count: 4, outline: .square, link: .one),
      .init(
        ["#3 flatten", "#4 dense", "128 relu", "#5 dropout 0.5"], count: 128,
        crossedOut: (0..<128).map { $0 % 3 == 1 }),
      .init(["#6 dense", "3 softmax"], count: 3, labels: ["outer", "inner", "middle"]),
    ], crossedOutName: "dropped in this step", caption: "6 layers · 43 of 128 units dropped")

  /// A perceptron with an unlucky unit, twice.
  static let twoDiagrams = ChartGrid(
    charts: [1, 3].map { dropped in
      .diagram(
        DiagramChart(
          title: "step \(dropped)",
          columns: [
            .init(["input", "2"], count: 2, labels: ["x1", "x2"]),
            .init(
              ["#1 dense", "4 tanh"], count: 4, crossedOut: (0..<4).map { $0 == dropped }),
            .init(["#2 dense", "1 sigmoid"], count: 1),
          ], crossedOutName: "dropped in this step"))
    }, caption: "one of 4 units dropped in each step")

  /// The charts of a kind, for the laws that hold for all of them; the first is the usual one.
  static func charts(of kind: Chart.Kind) -> [Chart] {
    switch kind {
    case .line:
      [
        .line(learningCurve), .line(diverged), .line(validationCurve), .line(logarithmic),
        .line(repeated), .line(fitted(40)), .line(fitted(400)),
      ]
    case .scatter: [.scatter(circles), .scatter(cloud)]
    case .regions: [.regions(boundary()), .regions(corners)]
    case .surface: [.surface(valley), .surface(brokenSurface)]
    case .bars: [.bars(diagnose), .bars(signedBars)]
    case .stackedBars: [.stackedBars(errorParts)]
    case .histogram: [.histogram(weights), .histogram(byClass)]
    case .image: [.image(digit)]
    case .heatMap:
      [
        .heatMap(confusion), .heatMap(manyWeights), .heatMap(edgeFilter), .heatMap(correlations),
      ]
    case .diagram: [.diagram(diagram)] + twoDiagrams.charts
    }
  }

  static let all: [Chart] = Chart.Kind.allCases.flatMap(charts)
}
