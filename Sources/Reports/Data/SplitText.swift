package import Charts
package import Workbench

/// How a data set is divided, in words.
package enum SplitText {
  /// "train 240 · validation 80 · test 80"
  package static func facts(of data: DataInHand) -> [Fact] {
    DataInHand.Part.allCases.compactMap { part in
      let count = data.rows(of: part).count
      guard count > 0 else { return nil }
      let name = part == .training ? "train" : part.rawValue
      return Fact(name, .count(count), text: "\(name) \(NumberText.count(count))")
    }
  }
}
