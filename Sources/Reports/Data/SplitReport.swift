package import Charts
import Datasets
package import Workbench

/// How a data set is divided.
package struct SplitReport: Report {
  /// How many examples each part has, in the order of the parts; those without any are left out.
  package let counts: [(part: DataInHand.Part, count: Int)]

  /// Texts of the table that no training example has: `colour=red`.
  let unseen: [String]

  /// Counts the examples of the parts.
  package init(_ data: DataInHand) {
    unseen = data.dataset.categoriesMissing(in: data.rows(of: .training))
    counts = DataInHand.Part.allCases.compactMap { part in
      let count = data.rows(of: part).count
      return count > 0 ? (part, count) : nil
    }
  }

  package var document: Document {
    guard !unseen.isEmpty else { return Document([.facts(facts)]) }
    let shown = unseen.prefix(8).joined(separator: ", ")
    let rest = unseen.count > 8 ? ", … (\(unseen.count) in all)" : ""
    return Document([
      .facts(facts),
      .text("no training example has \(shown)\(rest): a network learns nothing of it"),
    ])
  }

  /// "train 240 · validation 80 · test 80"
  var facts: [Fact] {
    counts.map { part, count in
      let name = part == .training ? "train" : part.rawValue
      return Fact(
        named: name, .count(count), text: "\(name) \(NumberText.count(count))",
        term: "\(part.rawValue) examples")
    }
  }
}
