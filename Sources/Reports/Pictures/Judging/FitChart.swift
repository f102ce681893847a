package import Charts
import Datasets
package import Networks
import TensorEngine
package import Workbench

/// What a regression answers along one column, as a curve, with the examples of a split around it.
///
/// Of several columns the others stand at their means over the training examples, so the curve is a
/// cut through the answers: the examples themselves have values of their own there.
package struct FitChart {
  /// At how many places along the column the network is asked.
  package static let placeCount = 1001
  /// The most examples that are drawn.
  private static let pointLimit = 500

  private let data: DataInHand
  private let part: DataInHand.Part
  /// The place of the column among those of the data.
  private let column: Int
  /// The mean of each column over the training examples that have it.
  private let means: [Double]
  /// The examples of the split: the column, and the target.
  private let points: [Point]
  /// The places along the column, ascending, in the unit of the data.
  private let places: [Double]

  /// Chooses the places along a column, over all that the training examples and those of the split
  /// have there.
  ///
  /// - Returns: nil where all of them have the same value, and for a target of several numbers.
  package init?(of data: DataInHand, over column: Int, on part: DataInHand.Part) {
    self.data = data
    self.part = part
    self.column = column
    let training = data.rows(of: .training).map { data.dataset.columns(ofRow: Int($0)) }
    means = data.dataset.columnNames.indices.map { index in
      let values = training.map { $0[index] }.filter(\.isFinite)
      return values.reduce(0, +) / Double(max(1, values.count))
    }
    let targets = data.dataset.targetNumbers
    guard targets.count == data.examples.count else { return nil }
    points = data.rows(of: part).map { row in
      Point(data.dataset.columns(ofRow: Int(row))[column], targets[Int(row)])
    }
    let values = (training.map { $0[column] } + points.map(\.x)).filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max(), least < greatest else {
      return nil
    }
    places = (0..<Self.placeCount).map { index in
      let part = Double(index) / Double(Self.placeCount - 1)
      return least * (1 - part) + greatest * part
    }
  }

  /// What the network is asked, a number for each column of the data, place after place:
  /// `[places, columns]`.
  package var inputs: [Double] {
    places.flatMap { place in
      var input = means
      input[column] = place
      return input
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - answers: What the network answers at the places, in their order.
  ///   - predictions: What it answers for the examples of the split.
  package func chart(_ answers: [Double], predictions: NumberPredictions) -> LineChart {
    let shown = points.indices.filter { points[$0].x.isFinite }
    let drawn = shown.thinned(to: Self.pointLimit).map { points[$0] }
    let noun = data.dataset.exampleNoun
    let curve = zip(places, answers).map { Point($0, $1) }
    return LineChart(
      .fit, title: "fit of \(data.dataset.targetName), \(part.rawValue)",
      xAxis: Axis(data.dataset.columnNames[column]), yAxis: Axis(data.dataset.targetName),
      series: [
        .init("fit", points: curve),
        .init("\(noun) (\(NumberText.count(drawn.count)))", points: drawn, style: .examples),
      ],
      caption: ([size(drawn: drawn.count, of: shown.count), span(of: curve)] + [
        "root mean squared error \(text(predictions.rootMeanSquaredError))", others,
      ]).compactMap(\.self).joined(separator: " · "))
  }

  /// "training: 60 points", "test: 500 of 20,000 points drawn · 3 without income left out"
  private func size(drawn: Int, of shown: Int) -> String {
    let count = NumberText.count(shown)
    let noun = data.dataset.noun(for: shown)
    let amount =
      drawn < shown ? "\(NumberText.count(drawn)) of \(count) \(noun) drawn" : "\(count) \(noun)"
    let missing = points.count - shown
    let rest =
      missing == 0
      ? ""
      : " · \(NumberText.count(missing)) without \(data.dataset.columnNames[column]) left out"
    return "\(part.rawValue): \(amount)\(rest)"
  }

  /// "fit lowest -0.954 at x 0.248, highest 1.02 at -0.752"
  private func span(of curve: [Point]) -> String {
    let finite = curve.filter { $0.y.isFinite }
    guard let least = finite.min(by: { $0.y < $1.y }), let most = finite.max(by: { $0.y < $1.y })
    else { return "the fit is no finite number anywhere" }
    guard least.y < most.y else { return "fit \(text(least.y)) everywhere" }
    let ends = NumberText.apart([least.y, most.y], digits: 3)
    return "fit lowest \(ends[0]) at \(data.dataset.columnNames[column]) \(text(least.x)), "
      + "highest \(ends[1]) at \(text(most.x))"
  }

  /// "rooms at the training mean 4.53": where the other columns stand; nil where there are none.
  private var others: String? {
    let names = data.dataset.columnNames
    let others = names.indices.filter { $0 != column }
    guard !others.isEmpty else { return nil }
    guard others.count <= 4 else {
      return "a cut: the other \(NumberText.count(others.count)) columns at their training means"
    }
    let places = others.map { "\(names[$0]) \(text(means[$0]))" }
    let last = places.count - 1
    let list =
      last == 0
      ? places[0] : places[..<last].joined(separator: ", ") + " and " + places[last]
    return "a cut: \(list), the training \(last == 0 ? "mean" : "means")"
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}

extension [Int] {
  /// At most so many of them, spread evenly.
  func thinned(to limit: Int) -> [Int] {
    count <= limit ? self : (0..<limit).map { self[$0 * count / limit] }
  }
}
