package import Charts
import Datasets
import TensorEngine
package import Workbench

/// The sheet of `plot data` on images: some of every class, each with its label.
package struct ImageSheet {
  /// How many images are shown where nothing else is asked for: one of each class, within these.
  package static let usualCount = 10...24
  private static let columns = 5

  private let data: DataInHand
  private let rows: [Int32]
  /// What is shown, in order.
  private let shown: [Int32]

  /// Chooses what is shown.
  ///
  /// - Parameter count: How many images; nil for one of each class, but 10 where there are fewer
  ///   classes and 24 where there are more.
  package init(_ data: DataInHand, count: Int?) {
    self.data = data
    rows = data.rows(of: .training)
    shown = Self.chosen(rows, of: data, count: count ?? Self.usualCount(of: data))
  }

  private static func usualCount(of data: DataInHand) -> Int {
    guard case .classes(_, let count) = data.examples.targets else { return usualCount.lowerBound }
    return min(max(count, usualCount.lowerBound), usualCount.upperBound)
  }

  /// The images side by side, with what all of them have in common.
  package var grid: ChartGrid {
    ChartGrid(
      charts: shown.map { .image(image($0)) }, columns: Self.columns,
      caption: ([amount] + missing + counts + [size, brightness]).joined(separator: " · "))
  }

  /// The first of each class, then the second of each and so on; of numbers, the first ones.
  private static func chosen(_ rows: [Int32], of data: DataInHand, count: Int) -> [Int32] {
    guard case .classes(let classes, let classCount) = data.examples.targets else {
      return Array(rows.prefix(count))
    }
    var found = [[Int32]](repeating: [], count: classCount)
    for row in rows where found[Int(classes[Int(row)])].count < count {
      found[Int(classes[Int(row)])].append(row)
    }
    let rounds = (0..<count).lazy.flatMap { round in
      found.lazy.filter { round < $0.count }.map { $0[round] }
    }
    // Round by round they are chosen, class by class they are shown.
    let chosen = Array(rounds.prefix(count))
    return chosen.enumerated().sorted { one, other in
      let (first, second) = (classes[Int(one.element)], classes[Int(other.element)])
      return (first, one.offset) < (second, other.offset)
    }.map(\.element)
  }

  private func image(_ row: Int32) -> ImageChart {
    var image = ExamplePicture.image(of: Int(row), in: data)
    let label = label(row)
    image.title = label
    image.caption = "example \(row + 1): \(label)"
    return image
  }

  private func label(_ row: Int32) -> String {
    switch data.examples.targets {
    case .classes(let classes, _): return data.dataset.classNames[Int(classes[Int(row)])]
    case .values(_, let width):
      return NumberText.significant(data.dataset.targetNumbers[Int(row) * width], digits: 4)
    }
  }

  /// "1000 training images", or "6000 images" while nothing is set aside.
  private var amount: String {
    let kind = rows.count < data.examples.count ? "training " : ""
    return "\(NumberText.count(rows.count)) \(kind)\(data.dataset.noun(for: rows.count)), "
      + "\(shown.count) shown"
  }

  /// "2 of 26 classes not shown" where classes that have examples are not among those that are shown.
  private var missing: [String] {
    guard case .classes(let classes, let classCount) = data.examples.targets else { return [] }
    func count(_ rows: [Int32]) -> Int { Set(rows.map { classes[Int($0)] }).count }
    let missing = count(rows) - count(shown)
    return missing > 0 ? ["\(missing) of \(NumberText.count(classCount)) classes not shown"] : []
  }

  /// "0: 98, 1: 110, …"; nothing of numbers.
  private var counts: [String] {
    guard case .classes(let classes, let classCount) = data.examples.targets else { return [] }
    var counts = [Int](repeating: 0, count: classCount)
    for row in rows { counts[Int(classes[Int(row)])] += 1 }
    guard classCount <= 12, let least = counts.min(), let most = counts.max() else {
      return ["\(NumberText.count(classCount)) classes"]
    }
    if least == most { return ["\(NumberText.count(least)) of each class"] }
    let texts = zip(data.dataset.classNames, counts).map { "\($0): \(NumberText.count($1))" }
    return ["of each class " + texts.joined(separator: ", ")]
  }

  private var size: String { "\(data.examples.inputShape) pixels" }

  private var brightness: String {
    var extent: (least: Double, most: Double)?
    for row in shown {
      for value in data.examples.rawInput(at: Int(row)) where value.isFinite {
        extent = (min(extent?.least ?? value, value), max(extent?.most ?? value, value))
      }
    }
    guard let extent else { return "no finite pixel" }
    let ends = NumberText.apart([extent.least, extent.most], digits: 4)
    return "from \(ends[0]) to \(ends[1])"
  }
}
