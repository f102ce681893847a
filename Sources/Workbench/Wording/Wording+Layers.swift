package import Networks
import TensorEngine

/// How the numbers of a layer are counted, as it is written.
extension Wording {
  /// "784·128 + 128".
  package static func text(of count: ParameterCount) -> String {
    joined(count.summands.map { $0.map { "\($0.count)" } })
  }

  /// What the factors and summands stand for, "inputs·units + units"; nil where there is no word
  /// for one of them.
  package static func terms(of count: ParameterCount) -> String? {
    let words = count.summands.map { $0.map { word(for: $0.meaning) } }
    guard !words.contains(where: { $0.contains(nil) }) else { return nil }
    return joined(words.map { $0.compactMap(\.self) })
  }

  /// "20·20·3 = 1200 inputs in one row", "20 - 3 + 1 = 18 rows and columns, 8 filters".
  package static func text(of derivation: OutputDerivation) -> String {
    switch derivation {
    case .oneRow(let shape, let alone):
      let product = joined([shape.dimensions.map { "\($0)" }]) + " = \(shape.count)"
      return alone ? product : "\(product) inputs in one row"
    case .window(let rows, let columns, let filters):
      let (down, across) = (text(of: rows), text(of: columns))
      let places = down == across ? "\(down) rows and columns" : "\(down) rows, \(across) columns"
      return places + (filters.map { ", \($0) \($0 == 1 ? "filter" : "filters")" } ?? "")
    }
  }

  private static func joined(_ summands: [[String]]) -> String {
    summands.map { $0.joined(separator: "·") }.joined(separator: " + ")
  }

  private static func word(for meaning: ParameterCount.Factor.Meaning) -> String? {
    switch meaning {
    case .inputs, .units, .height, .width, .channels, .filters: meaning.rawValue
    case .features, .numbersPerFeature: nil
    }
  }

  private static func text(of places: OutputDerivation.WindowPlaces) -> String {
    let (side, window, stride) = (places.side, places.window, places.stride)
    switch (places.isPadded, stride) {
    case (false, 1): return "\(side) - \(window) + 1 = \(places.count)"
    case (false, _):
      let rounded = (side - window) % stride == 0 ? "" : " (rounded down)"
      return "(\(side) - \(window)) / \(stride)\(rounded) + 1 = \(places.count)"
    case (true, 1): return "padding keeps \(side)"
    case (true, _):
      let rounded = side % stride == 0 ? "" : " (rounded up)"
      return "\(side) / \(stride)\(rounded) = \(places.count)"
    }
  }
}
