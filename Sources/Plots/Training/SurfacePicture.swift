import Charts
import Datasets
import Reports
import Tuning
import Workbench

/// What was found, as a chart and in words.
struct SurfacePicture {
  let plane: LossPlane
  package let path: TrainingPath
  let grid: SampleGrid
  let losses: [Double]
  /// The loss of the network in hand, that of the network as the training found it, and that of
  /// the end of the training.
  let end: Double
  let start: Double?
  let last: Double?
  /// Whether the network normalizes by statistics that are no part of the path.
  let keepsStatistics: Bool

  private var isOfPath: Bool { plane.shares != nil }

  /// The last epoch of the path, where the network is not what that one left.
  private var leftEpoch: Int? {
    guard isOfPath, let last = path.places.last, path.epochNow != last.epoch else { return nil }
    return last.epoch
  }

  /// ", epoch 82" behind the network's name where that is not the end of the path.
  private func now(_ word: String) -> String {
    guard leftEpoch != nil else { return "" }
    return path.epochNow.map { ", \(word) \($0)" } ?? ", changed since"
  }

  var chart: SurfaceChart {
    let points =
      isOfPath
      ? path.places.map { place -> Point in
        let (x, y) = plane.place(of: place.values)
        return Point(x, y)
      } : []
    let name = isOfPath ? "the network now\(now("epoch"))" : "the network"
    var marks = [SurfaceChart.Mark("X", name, at: Point(0, 0))]
    if let leftEpoch, let last = points.last {
      marks.append(.init("E", "end of the training, epoch \(leftEpoch)", at: last))
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
  func explanation(examples count: Int, of data: DataInHand, seed: UInt64) -> String {
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
