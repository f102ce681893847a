import Charts
import Datasets
import Language
import Networks
import TensorEngine
import Tuning

/// `plot surface`: the loss over two directions of the weights, and the way of the training on it.
enum SurfacePlot {
  /// What the losses of a whole surface may cost: places times examples times weights.
  private static let workLimit = 20_000_000_000
  private static let mostExamples = 1000

  static let plot = Plot(named: "surface", trains: true) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    // Refuses what has no loss before anything is trained.
    _ = try probe(
      hand.network, data, Array(data.rows(of: .training).prefix(1)), execution, arguments)
    let path = try TrainingPath(of: hand, on: data, execution, arguments)
    if execution.control.isInterrupted() { return [] }
    let values = path.places.map(\.values)
    let plane =
      LossPlane(ofPath: values, through: hand.network.trainedValues)
      ?? LossPlane(randomAround: hand.network, seed: execution.state.seed)
    let grid = grid(of: plane, path: values, weights: plane.origin.count)
    let rows = rows(of: data, grid, weights: plane.origin.count, seed: execution.state.seed)
    let probe = try probe(hand.network, data, rows, execution, arguments)
    let losses = losses(on: plane, at: grid, probe, execution)
    if execution.control.isInterrupted() { return [] }
    let picture = SurfacePicture(
      plane: plane, path: path, grid: grid, losses: losses, end: probe.loss(at: plane.origin),
      start: values.first.map { probe.loss(at: $0) })
    return [
      .chart(.surface(picture.chart)),
      .text(picture.explanation(examples: rows.count, of: data, seed: execution.state.seed)),
    ]
  }

  private static func probe(
    _ network: Network, _ data: DataInHand, _ rows: [Int32], _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> LossProbe {
    try execution.asking(arguments) { () throws(NetworkError) in
      try LossProbe(network, on: data.examples, rows: rows, pool: execution.settings.pool)
    }
  }

  /// Where the loss is asked: around the path with a margin, or one length of the weights around
  /// them. Wider than high, as pictures are, and of one unit both ways.
  private static func grid(of plane: LossPlane, path: [[Float]], weights: Int) -> SampleGrid {
    let shape = 1.3
    let side = weights <= 20_000 ? (48, 30) : (32, 20)
    guard plane.shares != nil else {
      return SampleGrid(
        x: Extent(-shape, shape), y: Extent(-1, 1), width: side.0, height: side.1)
    }
    let places = path.map { plane.place(of: $0) }
    let x = Extent(covering: places.map(\.x) + [0], margin: 0.2)
    let y = Extent(covering: places.map(\.y) + [0], margin: 0.2)
    let width = max(x.length, y.length * shape)
    func around(_ extent: Extent, _ length: Double) -> Extent {
      let middle = (extent.lower + extent.upper) / 2
      return Extent(middle - length / 2, middle + length / 2)
    }
    return SampleGrid(
      x: around(x, width), y: around(y, width / shape), width: side.0, height: side.1)
  }

  /// The training examples, or a part of them where all would take too long.
  private static func rows(
    of data: DataInHand, _ grid: SampleGrid, weights: Int, seed: UInt64
  ) -> [Int32] {
    let rows = data.rows(of: .training)
    let affordable = workLimit / max(1, grid.columns * grid.rows * max(1, weights))
    let count = min(rows.count, min(max(affordable, 32), mostExamples))
    return Resampling.subset.rows(of: rows, count: count, seed: seed, number: 1)
  }

  private static func losses(
    on plane: LossPlane, at grid: SampleGrid, _ probe: LossProbe, _ execution: Execution
  ) -> [Double] {
    let control = execution.control
    return plane.losses(
      probe, columns: (0..<grid.columns).map { grid.point(column: $0, row: 0).x },
      rows: (0..<grid.rows).map { grid.point(column: 0, row: $0).y }
    ) { row in
      control.report(.part(row, of: grid.rows, name: "rows of the surface"))
      return !control.isInterrupted()
    }
  }
}

/// The way of a training, found by training again.
struct TrainingPath {
  /// The most places that are kept.
  private static let mostPlaces = 64
  /// The most numbers that are kept: 256 MiB of them.
  private static let mostNumbers = 1 << 26

  /// The parameters after some epochs; 0 is the start.
  private(set) var places: [(epoch: Int, values: [Float])] = []
  /// Every so many epochs are kept.
  private(set) var every = 1
  /// Why there is none.
  private(set) var missing: String?

  /// - Throws: a `Diagnostic` for a network of which not even three places could be kept.
  init(
    of hand: NetworkInHand, on data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let last = hand.history.last else {
      missing = "the network has not been trained"
      return
    }
    let weights = hand.network.trainableParameterCount
    let most = min(Self.mostPlaces, Self.mostNumbers / max(1, weights))
    guard most >= 3 else {
      throw Diagnostic(
        "the way of \(NumberText.count(weights)) weights does not fit into memory: three places of "
          + "it are more than \(NumberText.count(Self.mostNumbers)) numbers",
        at: arguments.command.range, hints: ["a smaller network has a surface"])
    }
    every = max(1, (hand.history.records.count + most - 2) / (most - 1))
    let every = every
    do {
      let kept = try SideTraining.again(hand, on: data, execution, arguments) {
        (record, network) throws(Diagnostic) -> [Float]? in
        record.epoch % every == 0 || record.epoch == last.epoch ? network.trainedValues : nil
      }
      places = [(0, SideTraining.start(of: hand).trainedValues)]
      for (index, values) in kept.enumerated() {
        if let values { places.append((index + 1, values)) }
      }
    } catch {
      missing =
        "its training can't be repeated: it was trained in several goes, or the data or the weights "
        + "changed since"
    }
  }
}

/// What was found, as a chart and in words.
private struct SurfacePicture {
  let plane: LossPlane
  let path: TrainingPath
  let grid: SampleGrid
  let losses: [Double]
  /// The loss of the network in hand, and that of the network as the training found it.
  let end: Double
  let start: Double?

  private var isOfPath: Bool { plane.shares != nil }

  var chart: SurfaceChart {
    let points =
      isOfPath
      ? path.places.map { place -> Point in
        let (x, y) = plane.place(of: place.values)
        return Point(x, y)
      } : []
    var marks: [SurfaceChart.Mark] = []
    if isOfPath, let first = points.first { marks.append(.init("S", "start", at: first)) }
    marks.insert(
      .init("X", isOfPath ? "the network now" : "the network", at: Point(0, 0)), at: 0)
    return SurfaceChart(
      title: "loss surface", xAxis: Axis("direction 1"), yAxis: Axis("direction 2"), grid: grid,
      values: losses, valueAxis: valueAxis, path: points,
      pathName: path.every == 1 ? "after each epoch" : "after every \(path.every) epochs",
      marks: marks, caption: caption)
  }

  /// From the lowest loss to one that all but a tenth of the places are below, or the first one.
  private var valueAxis: Axis {
    let finite = (losses + [end, start ?? end]).filter(\.isFinite).sorted()
    guard let least = finite.first, let most = finite.last else { return Axis("loss") }
    let upper = max(
      finite[finite.count * 9 / 10], start.flatMap { $0.isFinite ? $0 : nil } ?? least)
    return Axis(
      "loss", scale: most > 0 ? .logarithmic : .linear,
      extent: Extent(max(least, upper * 1e-4), upper))
  }

  /// "40 epochs, 97.3% of the variance of their path in this plane · loss 0.6985 at the start,
  /// 0.1022 now · lowest of 1440 places 0.0911"
  private var caption: String {
    var parts: [String] = []
    if let shares = plane.shares, let last = path.places.last {
      parts.append(
        "\(Wording.count(last.epoch, "epoch")), \(percent(shares.across + shares.upwards)) of the "
          + "variance of their path in this plane")
    }
    let first = isOfPath ? start.map { "\(number($0)) at the start, " } ?? "" : ""
    parts.append("loss \(first)\(number(end)) now")
    if let least = losses.filter(\.isFinite).min() {
      parts.append("lowest of \(NumberText.count(losses.count)) places \(number(least))")
    }
    let missing = losses.count { !$0.isFinite }
    if missing > 0 { parts.append("\(NumberText.count(missing)) places without a number") }
    return parts.joined(separator: " · ")
  }

  /// What was measured, and along what.
  func explanation(examples count: Int, of data: DataInHand, seed: UInt64) -> String {
    let all = data.rows(of: .training).count
    let examples =
      count < all
      ? "\(NumberText.count(count)) of \(NumberText.count(all)) training" : "all \(count) training"
    let loss = "the loss is that of \(examples) \(data.dataset.noun(for: count)), with its penalty"
    guard let shares = plane.shares else {
      let reason = path.missing ?? "its path spans fewer than two dimensions"
      return "two random directions (seed \(seed)), 1 being as long as the weights of each unit: "
        + "\(reason); \(loss)"
    }
    return
      "directions 1 and 2 are those along which the weights moved most (\(percent(shares.across)) "
      + "and \(percent(shares.upwards)) of the variance), in distances between weights; \(loss)"
  }

  private func number(_ value: Double) -> String { TrainingText.number(value) }

  private func percent(_ share: Double) -> String { NumberText.percent(share, places: 1) }
}
