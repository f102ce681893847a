package import Datasets
package import TensorEngine

/// The data a session works with: a data set, how it is divided, and how it is scaled.
///
/// Scaling is a wish, not an act: it is fitted anew to the training examples whenever the
/// division changes, so that no order of `split`, `take` and `scale` can leak what the
/// validation and test examples look like.
package struct DataInHand: Sendable {
  /// The three parts a data set can be divided into.
  package enum Part: String, CaseIterable, Sendable {
    /// To learn from, to choose by, and to look at once, at the end.
    case training, validation, test
  }

  /// The data as it was made or read, with the features that were computed, not scaled.
  package private(set) var dataset: Dataset
  /// Which rows belong to which part; all of them to training before `split`.
  package private(set) var split: Split
  /// Whether the student has divided the data.
  package private(set) var isDivided = false
  /// What missing values are filled in with, and what the inputs are scaled by.
  package private(set) var preparation = DataPreparation()
  /// Whether the scaler came with a network, and so stays as it is whatever the division.
  package private(set) var hasFixedScaler = false
  /// Into how many folds the training examples are cut, anew after each division; nil for none.
  package var foldCount: Int?
  /// How often the test split has been looked at, by whatever division it had.
  package var testLooks = 0
  /// The examples, with the scaling that is in force.
  package private(set) var examples: Examples

  /// Takes a data set in hand, neither divided by the student nor scaled.
  package init(_ dataset: Dataset) {
    self.dataset = dataset
    split = Split.undivided(dataset)
    examples = dataset.examples
    if let fitted = try? DataPreparation(nil, fittedTo: dataset, rows: split.training),
      !fitted.isNothing, let filled = try? dataset.examples.scaled(by: fitted.scaling)
    {
      preparation = fitted
      examples = filled
    }
  }

  /// What the inputs are scaled by; nil while they are as in the data.
  package var scaler: Scaler? { preparation.scaler }

  /// The rows of a part, counted from 0; none where the part is empty.
  package func rows(of part: Part) -> [Int32] {
    switch part {
    case .training: split.training
    case .validation: split.validation
    case .test: split.test
    }
  }

  /// Whether the targets are classes, and not numbers.
  package var isClassification: Bool { classCount != nil }

  /// How many classes there are; `nil` for a regression.
  package var classCount: Int? {
    if case .classes(_, let count) = examples.targets { count } else { nil }
  }

  /// Divides all rows anew, and fits a scaling that is wished for to the new training rows.
  ///
  /// - Throws: what ``Split/divided(_:_:stratified:seed:)`` throws; the data is then as it was.
  package mutating func divide(
    _ fractions: SplitFractions, stratified: Bool, seed: UInt64
  ) throws(DatasetError) {
    try install(Split.divided(dataset, fractions, stratified: stratified, seed: seed))
    isDivided = true
  }

  /// Keeps the first rows of the seeded order of the training rows.
  ///
  /// - Throws: `DatasetError` for more rows than there are; the data is then as it was.
  package mutating func take(_ count: Int, seed: UInt64) throws(DatasetError) {
    try install(split.taking(count, seed: seed))
  }

  /// Makes the validation examples training examples, in the order of their rows; a scaling is fitted
  /// to all of them.
  ///
  /// - Throws: what ``Scaler/init(_:fittedTo:rows:fillIns:)`` throws; the data is then as it was.
  package mutating func joinValidation() throws(DatasetError) {
    var joined = split
    joined.training = (split.training + split.validation).sorted()
    joined.validation = []
    try install(joined)
  }

  /// Learns from other rows, with the scaling as it is.
  package mutating func learn(from rows: [Int32]) { split.training = rows }

  /// Shows the inputs under another scaling, or as they are; the next division fits the old one.
  package mutating func show(under scaling: FeatureScaling?) {
    if let shown = try? examples.scaled(by: scaling) { examples = shown }
  }

  /// Scales by what is fitted to the training rows, now and after each new division.
  ///
  /// - Throws: `DatasetError` where these features can't be scaled.
  package mutating func scale(_ kind: Scaler.Kind) throws(DatasetError) {
    try install(DataPreparation(kind, fittedTo: dataset, rows: split.training))
    hasFixedScaler = false
  }

  /// Gives the features in the units of the data again; what stands for missing values stays.
  package mutating func scaleBack() throws(DatasetError) {
    try install(DataPreparation(nil, fittedTo: dataset, rows: split.training))
    hasFixedScaler = false
  }

  /// Scales with numbers that were learned elsewhere, one entry for each feature or for all.
  ///
  /// - Parameter fill: What stands for missing values, learned elsewhere too, one a feature.
  package mutating func scale(by scaler: Scaler, fill: [Double]? = nil) throws(DatasetError) {
    let isFitting = fill?.count == examples.featureCount
    let fillIns = isFitting ? fill.map(FillIns.init(values:)) : preparation.fillIns
    try install(DataPreparation(scaler, fillIns: fillIns))
    hasFixedScaler = true
  }

  /// Computes features from the columns, and fits a scaling that is wished for to them.
  ///
  /// - Throws: what ``Dataset/computing(_:)`` throws; the data is then as it was.
  package mutating func compute(_ expansion: FeatureExpansion) throws(DatasetError) {
    var data = self
    data.dataset = try dataset.computing(expansion)
    data.examples = data.dataset.examples
    data.preparation = DataPreparation()
    data.hasFixedScaler = false
    if let kind = scaler?.kind { try data.scale(kind) }
    self = data
  }

  /// The preparation in force, fitted to other rows; nil where there is none to fit.
  package func preparation(fittedTo rows: [Int32]) throws(DatasetError) -> DataPreparation? {
    let fitted = try DataPreparation(
      hasFixedScaler ? nil : scaler?.kind, fittedTo: dataset, rows: rows)
    guard hasFixedScaler, let scaler else { return fitted.isNothing ? nil : fitted }
    return fitted.isNothing ? nil : DataPreparation(scaler, fillIns: fitted.fillIns)
  }

  private mutating func install(_ newSplit: Split) throws(DatasetError) {
    if let fitted = try preparation(fittedTo: newSplit.training) { try install(fitted) }
    split = newSplit
  }

  private mutating func install(_ fitted: DataPreparation) throws(DatasetError) {
    guard let scaled = try? dataset.examples.scaled(by: fitted.scaling) else {
      throw DatasetError(file: dataset.name, .notScalable)
    }
    preparation = fitted
    examples = scaled
  }
}

extension DataInHand {
  /// Examples in the units of the data, their features computed and scaled as those of the data
  /// are, with targets that say nothing.
  ///
  /// - Parameter columns: A number for each column of the data, example after example.
  /// - Throws: `DatasetError` where they are no whole number of examples, or a feature is no number.
  package func unlabelled(_ columns: [Double]) throws(DatasetError) -> Examples {
    var features = columns
    if let expansion = dataset.expansion {
      features = try expansion.values(of: columns, file: dataset.name, isNumbered: false)
    }
    let count = features.count / max(1, examples.featureCount)
    let targets: Targets =
      switch examples.targets {
      case .classes(_, let classes):
        .classes([Int32](repeating: 0, count: count), count: classes)
      case .values(_, let width):
        .values([Float](repeating: 0, count: count * width), width: width)
      }
    let inputs: Inputs =
      if case .doubles = examples.inputs { .doubles(features) } else {
        .floats(features.map { Float($0) })
      }
    do {
      return try Examples(
        inputShape: examples.inputShape, inputs: inputs, targets: targets,
        scaling: examples.scaling)
    } catch {
      throw DatasetError(file: dataset.name, .noInput)
    }
  }
}
