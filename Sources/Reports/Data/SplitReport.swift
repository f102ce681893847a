package import Charts
package import Workbench

/// How a data set is divided.
package struct SplitReport: Report {
  /// How many examples each part has, in the order of the parts; those without any are left out.
  package let counts: [(part: DataInHand.Part, count: Int)]

  /// Counts the examples of the parts.
  package init(_ data: DataInHand) {
    counts = DataInHand.Part.allCases.compactMap { part in
      let count = data.rows(of: part).count
      return count > 0 ? (part, count) : nil
    }
  }

  package var document: Document { Document([.facts(facts)]) }

  /// "train 240 · validation 80 · test 80"
  var facts: [Fact] {
    counts.map { part, count in
      let name = part == .training ? "train" : part.rawValue
      return Fact(name, .count(count), text: "\(name) \(NumberText.count(count))")
    }
  }
}
