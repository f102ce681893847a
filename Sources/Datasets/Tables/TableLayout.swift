import TensorEngine

/// What the columns of a table are, and how their cells become features: enough to read another
/// file in the same way.
public struct TableLayout: Sendable, Equatable {
  /// A column that becomes one feature or several.
  public struct Column: Sendable, Equatable {
    /// What its cells are.
    public enum Kind: Sendable, Equatable {
      /// Numbers: one feature.
      case number
      /// One of these texts: a feature each, 1 for the text that stands there and else 0.
      case oneHot([String])
      /// One of these texts: one feature, the place of the text among them, from 0.
      case ordinal([String])
    }

    /// Its name in the file.
    public var name: String
    /// What its cells are.
    public var kind: Kind
    /// Whether values are missing in it.
    public var hasGaps: Bool
    /// Whether a feature of its own says where they are missing.
    public var isFlagged: Bool

    /// The texts that it may hold, in the order of their features or numbers; none of a column of
    /// numbers.
    public var texts: [String] {
      switch kind {
      case .number: []
      case .oneHot(let texts), .ordinal(let texts): texts
      }
    }

    /// Describes a column.
    public init(name: String, kind: Kind, hasGaps: Bool = false, isFlagged: Bool = false) {
      self.name = name
      self.kind = kind
      self.hasGaps = hasGaps
      self.isFlagged = isFlagged
    }

    /// The number of features that it becomes.
    public var width: Int {
      let own = if case .oneHot(let names) = kind { names.count } else { 1 }
      return own + (isFlagged ? 1 : 0)
    }

    /// The names of its features: `age`, or `colour=red` and `colour=blue`, and `age missing`.
    public var featureNames: [String] {
      let own = if case .oneHot(let texts) = kind { texts.map { "\(name)=\($0)" } } else { [name] }
      return own + (isFlagged ? ["\(name) missing"] : [])
    }
  }

  /// The feature columns, in the order of the file.
  public var columns: [Column]
  /// What became of missing values.
  public var missing: MissingValues

  /// Describes the columns of a table.
  public init(columns: [Column], missing: MissingValues) {
    self.columns = columns
    self.missing = missing
  }

  /// The columns, each with the places of its features.
  public var places: [(column: Column, features: Range<Int>)] {
    var start = 0
    return columns.map { column in
      defer { start += column.width }
      return (column, start..<start + column.width)
    }
  }
}

extension Dataset {
  /// Texts of a one-hot column that none of some rows has: `colour=red`.
  ///
  /// A network that learns from these rows can't learn what such a text means.
  public func categoriesMissing(in rows: [Int32]) -> [String] {
    guard let table, case .doubles(let values) = examples.inputs else { return [] }
    let width = examples.featureCount
    return table.places.flatMap { column, features -> [String] in
      guard case .oneHot(let names) = column.kind else { return [] }
      return names.indices.filter { index in
        !rows.contains { values[Int($0) * width + features.lowerBound + index] == 1 }
      }
      .map { column.featureNames[$0] }
    }
  }
}
