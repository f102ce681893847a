/// What was done to the data before a network saw it, and what its classes are called: enough to
/// ask a saved network about new examples in the units of the old ones.
package struct Preparation: Hashable, Codable, Sendable {
  /// How inputs were scaled: `x' = (x - shift) / scale`, one entry a feature, or one for all.
  package struct Scaling: Hashable, Codable, Sendable {
    /// The way of scaling by its name: "standard", "minmax".
    package var kind: String
    /// What is subtracted, in the feature's unit.
    package var shift: [Double]
    /// What the difference is divided by, in the feature's unit.
    package var scale: [Double]

    /// Makes a scaling.
    package init(kind: String, shift: [Double], scale: [Double]) {
      self.kind = kind
      self.shift = shift
      self.scale = scale
    }
  }

  /// A column of a table, and how its cells become features.
  package struct Column: Hashable, Codable, Sendable {
    /// Its name in the file.
    package var name: String
    /// What its cells are: "number", "onehot", "ordinal".
    package var kind: String
    /// The texts of a column of texts, in the order of their features or of their numbers.
    package var texts: [String]
    /// Whether a feature of its own says where a value is missing.
    package var isFlagged: Bool

    /// Describes a column.
    package init(name: String, kind: String, texts: [String], isFlagged: Bool) {
      self.name = name
      self.kind = kind
      self.texts = texts
      self.isFlagged = isFlagged
    }

    /// The names of the features that it becomes: "age", or "colour=red" and "colour=blue".
    var featureNames: [String] {
      (kind == "onehot" ? texts.map { "\(name)=\($0)" } : [name])
        + (isFlagged ? ["\(name) missing"] : [])
    }
  }

  /// Which features were computed from the columns of a table, and in which order.
  package struct Features: Hashable, Codable, Sendable {
    /// The names of the columns that the formulas speak of.
    package var columns: [String]
    /// The formulas as they are typed: "x1^2".
    package var formulas: [String]
    /// Whether the columns themselves are features too, before the computed ones.
    package var keepsColumns: Bool

    /// Describes some features.
    package init(columns: [String], formulas: [String], keepsColumns: Bool) {
      self.columns = columns
      self.formulas = formulas
      self.keepsColumns = keepsColumns
    }
  }

  /// The data set by its name: "circles", "wine.csv".
  package var data: String
  /// The names of the features of a table; empty for images.
  package var featureNames: [String]
  /// The names of the classes, by number; empty for a regression.
  package var classNames: [String]
  /// How the inputs were scaled; nil where they were not.
  package var scaling: Scaling?
  /// The columns of a table that has more than numbers without gaps; nil for other data.
  package var columns: [Column]?
  /// What stood for missing values, in the feature's unit, one a feature; nil where none was missing.
  package var fill: [Double]?
  /// Which features were computed; nil where the columns of the data are the features.
  package var features: Features?
  /// The number of the class, of two, that precision, recall and F1 tell of; nil where no one knows.
  package var positiveClass: Int?
  /// What is predicted: the name of a column; nil where no one knows.
  package var target: String?
  /// What tells the data and its division, from which alone the network has learned, from others; nil
  /// where there were several, or no one knows.
  package var division: String?

  /// Describes some data.
  package init(
    data: String, featureNames: [String] = [], classNames: [String] = [], scaling: Scaling? = nil,
    features: Features? = nil, positiveClass: Int? = nil, target: String? = nil
  ) {
    self.data = data
    self.featureNames = featureNames
    self.classNames = classNames
    self.scaling = scaling
    self.features = features
    self.positiveClass = positiveClass
    self.target = target
  }

  /// - Throws: `NetworkFileError` for names or numbers that can't have been saved.
  func validate() throws(NetworkFileError) {
    let computed = (features?.columns ?? []) + (features?.formulas ?? [])
    let known = [target, division].compactMap(\.self)
    for name in [data] + featureNames + classNames + computed + known {
      try NetworkDocument.checkName(name)
    }
    if let positiveClass {
      guard classNames.count == 2, classNames.indices.contains(positiveClass) else {
        throw .content(.badPositiveClass(positiveClass, classes: classNames.count))
      }
    }
    try validateColumns()
    guard let scaling else { return }
    let hasNumbers = (scaling.shift + scaling.scale).allSatisfy { Float($0).isFinite }
    guard hasNumbers, scaling.shift.count == scaling.scale.count, !scaling.shift.isEmpty,
      scaling.scale.allSatisfy({ $0 > 0 && Float(1 / $0).isFinite })
    else { throw .content(.badScaling) }
    try NetworkDocument.checkName(scaling.kind)
  }

  private func validateColumns() throws(NetworkFileError) {
    for column in columns ?? [] {
      for name in [column.name] + column.texts { try NetworkDocument.checkName(name) }
      guard ["number", "onehot", "ordinal"].contains(column.kind),
        column.kind == "number" || !column.texts.isEmpty
      else { throw .content(.badColumns) }
    }
    let names = (columns ?? []).map(\.name)
    guard Set(names).count == names.count else { throw .content(.badColumns) }
    if let features {
      let computed = (features.keepsColumns ? features.columns : []) + features.formulas
      guard computed == featureNames else { throw .content(.columnFeatures) }
    }
    let own = columns.map { $0.flatMap(\.featureNames) }
    guard own == nil || own == features?.columns ?? featureNames else {
      throw .content(.columnFeatures)
    }
    guard let fill else { return }
    guard fill.count == featureNames.count else { throw .content(.columnFeatures) }
    guard fill.allSatisfy({ Float($0).isFinite }) else { throw .content(.badFill) }
  }
}
