package import Charts
import Datasets
package import Tuning
package import Workbench

/// The loss over a plane through the weights, and the way of the training on it.
package struct SurfacePicture {
  /// The losses that a surface is made of.
  package struct Losses {
    /// Those at the places of the grid, row by row from the top; NaN where there is none.
    let grid: [Double]
    /// That of the network in hand, that of the network as the training found it, and that of the
    /// end of the training.
    let end: Double
    let start: Double?
    let last: Double?

    /// Asks for the losses at the ends of a path, beside those of the grid.
    package init(
      grid: [Double], plane: LossPlane, path: TrainingPath, loss: ([Float]) -> Double
    ) {
      self.grid = grid
      end = loss(plane.origin)
      start = path.places.first.map { loss($0.values) }
      last = path.places.last.map { loss($0.values) }
    }
  }

  private let plane: LossPlane
  private let path: TrainingPath
  private let grid: SampleGrid
  private let losses: [Double]
  private let end: Double
  private let start: Double?
  private let last: Double?
  /// Whether the network normalizes by statistics that are no part of the path.
  private let keepsStatistics: Bool

  /// Makes it of what was found.
  ///
  /// - Parameter keepsStatistics: Whether the network normalizes by statistics that are no part of
  ///   the path.
  package init(
    _ losses: Losses, at grid: SampleGrid, of plane: LossPlane, path: TrainingPath,
    keepsStatistics: Bool
  ) {
    self.plane = plane
    self.path = path
    self.grid = grid
    self.losses = losses.grid
    end = losses.end
    start = losses.start
    last = losses.last
    self.keepsStatistics = keepsStatistics
  }

  /// Where the loss is asked: around the path with a margin, or one length of the weights around
  /// them. Wider than high, as pictures are, and of one unit both ways.
  package static func grid(of plane: LossPlane, path: TrainingPath) -> SampleGrid {
    let shape = 1.3
    let side = plane.origin.count <= 20_000 ? (48, 30) : (32, 20)
    guard plane.shares != nil else {
      return SampleGrid(
        x: Extent(-shape, shape), y: Extent(-1, 1), width: side.0, height: side.1)
    }
    let places = path.places.map { plane.place(of: $0.values) }
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

  private var isOfPath: Bool { plane.shares != nil }

  /// The last epoch of the path, where the network is not what that one left.
  private var leftEpoch: Int? {
    guard isOfPath, let last = path.places.last, path.epochNow != last.epoch else { return nil }
    return last.epoch
  }

  /// ", epoch 82" behind the network's name where that is not the end of the path.
  private func now(_ word: String) -> String {
    guard leftEpoch != nil else { return "" }
    return path.epochNow.map { ", \(word) \($0)" } ?? ", as no epoch left it"
  }

  /// The surface with the path on it.
  package var chart: SurfaceChart {
    let points =
      isOfPath
      ? path.places.map { place -> Point in
        let (x, y) = plane.place(of: place.values)
        return Point(x, y)
      } : []
    let name = isOfPath ? "the network now\(now("epoch"))" : "the network"
    var marks = [SurfaceChart.Mark("X", name, at: Point(0, 0))]
    if let leftEpoch, let last = points.last {
      let end = path.epochNow == nil ? "last whole epoch," : "end of the training, epoch"
      marks.append(.init("E", "\(end) \(leftEpoch)", at: last))
    }
    if let first = points.first { marks.append(.init("S", "start", at: first)) }
    return SurfaceChart(
      title: "loss surface", xAxis: Axis("direction 1"), yAxis: Axis("direction 2"), grid: grid,
      values: losses, valueAxis: valueAxis, path: points,
      pathName: path.every == 1 ? "after each epoch" : "after every \(path.every) epochs",
      marks: marks, caption: caption)
  }

  /// From the lowest loss, or a ten-thousandth of the upper end where that is more, to one that all
  /// but a tenth of the places are below, or the first one.
  private var valueAxis: Axis {
    let finite = (losses + [end, start ?? end, last ?? end]).filter(\.isFinite).sorted()
    guard let least = finite.first, let most = finite.last else { return Axis("loss") }
    let upper = max(
      finite[finite.count * 9 / 10], start.flatMap { $0.isFinite ? $0 : nil } ?? least)
    return Axis(
      "loss", scale: most > 0 ? .logarithmic : .linear,
      extent: Extent(max(least, upper * 1e-4), upper))
  }

  /// "40 epochs, 97.3% of the variance of their path in this plane · loss 0.6985 at the start,
  /// 0.1022 now · lowest of 1440 places 0.0911"; "0.1054 after epoch 40, 0.1022 now, after epoch 30"
  /// where training went back.
  private var caption: String {
    var parts: [String] = []
    if let shares = plane.shares, let last = path.places.last {
      parts.append(
        "\(Wording.count(last.epoch, "epoch")), \(percent(shares.across + shares.upwards)) of the "
          + "variance of their path in this plane")
    }
    let first = isOfPath ? start.map { "\(number($0)) at the start, " } ?? "" : ""
    let left = leftEpoch.flatMap { epoch in
      last.map { "\(number($0)) after epoch \(epoch), " }
    }
    parts.append("loss \(first)\(left ?? "")\(number(end)) now\(now("after epoch"))")
    if let least = losses.filter(\.isFinite).min() {
      parts.append("lowest of \(NumberText.count(losses.count)) places \(number(least))")
    }
    let missing = losses.count { !$0.isFinite }
    if missing > 0 { parts.append("\(NumberText.count(missing)) places without a number") }
    return parts.joined(separator: " · ")
  }

  /// What was measured, and along what.
  ///
  /// - Parameters:
  ///   - count: Of how many training examples the loss is.
  ///   - seed: What random directions come from.
  package func explanation(examples count: Int, of data: DataInHand, seed: UInt64) -> String {
    let all = data.rows(of: .training).count
    let examples =
      count < all
      ? "\(NumberText.count(count)) of \(NumberText.count(all)) training" : "all \(count) training"
    let statistics =
      keepsStatistics
      ? "; batch normalization has the statistics of now everywhere, at the start too" : ""
    let loss =
      "the loss is that of \(examples) \(data.dataset.noun(for: count)), with its penalty"
      + statistics
    guard let shares = plane.shares else {
      let reason = path.absence.map(reason) ?? "its path spans fewer than two dimensions"
      return "two random directions (seed \(seed)), 1 being as long as the weights of each unit: "
        + "\(reason); \(loss)"
    }
    return
      "directions 1 and 2 are those along which the weights moved most (\(percent(shares.across)) "
      + "and \(percent(shares.upwards)) of the variance), in distances between weights; \(loss)"
  }

  private func reason(_ absence: TrainingPath.Absence) -> String {
    switch absence {
    case .untrained: "the network has not been trained"
    case .foreignWeights: "its weights come from elsewhere"
    case .unrepeatable:
      "its training can't be repeated: it was trained in several goes, or the data or the weights "
        + "changed since"
    }
  }

  private func number(_ value: Double) -> String { TrainingText.number(value) }

  private func percent(_ share: Double) -> String { NumberText.percent(share, places: 1) }
}
