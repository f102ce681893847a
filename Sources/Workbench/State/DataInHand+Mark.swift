import Datasets
import TensorEngine

extension DataInHand {
  /// So many numbers are looked at, of the data and of each split.
  private static let mostMarked = 1 << 14

  /// 16 digits that tell the data, and which of its examples are set aside, from other data and other
  /// divisions. Of much data, examples here and there are looked at. Neither a scaling nor computed
  /// features change it, nor how many of the other examples `take` keeps.
  package var mark: String {
    let targets = dataset.examples.targets
    var hash = NumberHash()
    let count = dataset.examples.count
    hash.append(Double(count))
    let width = count == 0 ? 1 : dataset.columns(ofRow: 0).count + targets.numbers(ofRow: 0).count
    for row in Self.places(count, width: width) {
      for number in dataset.columns(ofRow: row) { hash.append(number) }
      for number in targets.numbers(ofRow: row) { hash.append(number) }
    }
    for rows in [split.validation, split.test] {
      hash.append(Double(rows.count))
      for place in Self.places(rows.count, width: 1) { hash.append(Double(rows[place])) }
    }
    return hash.text
  }

  /// Places that are evenly spread.
  private static func places(_ count: Int, width: Int) -> StrideTo<Int> {
    let most = max(1, mostMarked / max(1, width))
    return stride(from: 0, to: count, by: max(1, (count + most - 1) / most))
  }
}
