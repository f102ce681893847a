package import Charts
import Datasets
package import Networks

/// One class against all others.
package struct RankedClass {
  /// What it is called: "class 1".
  package var label: String
  /// What every threshold gives.
  package let curve: RankingCurve
  let precision: MetricValue
  let recall: MetricValue
  /// The share of false alarms and of what is found, as the network decides.
  package let decision: Point

  /// Takes a class of some predictions.
  ///
  /// - Parameter names: The names of all classes.
  package init(_ index: Int, of predictions: ClassPredictions, names: [String]) {
    label = "class \(names.className(index))"
    curve = predictions.curve(of: index)
    let confusion = predictions.confusion
    precision = confusion.precision(of: index)
    recall = confusion.recall(of: index)
    let alarms = confusion.count(predicted: index) - confusion[index, index]
    decision = Point(Double(alarms) / Double(max(1, curve.negativeCount)), recall.value)
  }

  /// The precision of a coin.
  var chance: Double {
    Double(curve.positiveCount) / Double(max(1, curve.positiveCount + curve.negativeCount))
  }

  /// The classes to draw: the positive one of two, else those that are ranked best and worst.
  ///
  /// - Parameters:
  ///   - positive: The positive class of two.
  ///   - asked: The class to draw in their place.
  /// - Returns: None where nothing is to be told apart: where the first class looked at, and every
  ///   other one, has no examples or only examples.
  package static func chosen(
    of predictions: ClassPredictions, names: [String], positive: Int, asked: Int? = nil
  ) -> [RankedClass] {
    let all = looked(at: asked, in: predictions.classCount, positive: positive).map {
      RankedClass($0, of: predictions, names: names)
    }
    let known = all.filter { $0.curve.area != nil }
    guard let first = known.first, known.count > 1 else { return known }
    let worst = known.reduce(first) { ($1.curve.area ?? 0) < ($0.curve.area ?? 0) ? $1 : $0 }
    let best = known.reduce(first) { ($1.curve.area ?? 0) > ($0.curve.area ?? 0) ? $1 : $0 }
    return best.label == worst.label ? [best] : [best, worst]
  }

  /// The classes among which is chosen, from 0: the one asked for, the positive one of two, else all.
  package static func looked(at asked: Int?, in classCount: Int, positive: Int) -> [Int] {
    asked.map { [$0] } ?? (classCount == 2 ? [positive] : Array(0..<classCount))
  }
}
