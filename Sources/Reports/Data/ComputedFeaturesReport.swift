package import Charts
package import Datasets
package import Workbench

/// What `features` did: what networks get of each example from here on.
package struct ComputedFeaturesReport: Report {
  /// The most features that are named.
  private static let shown = 12

  /// The features, in the order in which networks get them.
  package let names: [String]
  /// The columns that they are computed from.
  package let columns: [String]
  /// Whether the columns are features too.
  package let keepsColumns: Bool
  /// How they are scaled; nil where they are as computed.
  package let scaling: Scaler.Kind?

  /// Describes the features of some data.
  package init(_ data: DataInHand) {
    names = data.dataset.featureNames
    columns = data.dataset.columnNames
    keepsColumns = data.dataset.expansion?.keepsColumns ?? true
    scaling = data.scaler?.kind
  }

  package var document: Document {
    let list = names.prefix(Self.shown).joined(separator: ", ")
    let rest = names.count - Self.shown
    return Document([
      .facts(
        [
          Fact("features", .count(names.count), text: Wording.count(names.count, "feature")),
          Fact("names", .text(names.joined(separator: ", ")), text: list),
        ] + (rest > 0 ? [Fact("more", .count(rest), text: "and \(rest) more")] : [])
          + (scaling.map { [Fact("scale", .text($0.rawValue), text: "scaled: \($0.rawValue)")] }
            ?? []))
    ])
  }

  package var explanation: Explanation {
    let kept =
      keepsColumns
      ? "The columns \(Self.text(columns)) stay features, and come first."
      : "The columns \(Self.text(columns)) are no features any more; formulas still speak of them."
    return Explanation(figures: [
      "Each feature is computed from the columns of one example, before any scaling.", kept,
      "A layer that only adds up can bend its boundary through features that are bent already.",
    ])
  }

  private static func text(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }
}
