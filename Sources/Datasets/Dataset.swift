public import TensorEngine

/// Examples and what there is to say about them.
public struct Dataset: Sendable, Equatable {
  /// The name by which it was asked for: `circles`, `mnist`, `wine.csv`.
  public var name: String
  /// The inputs and the targets, raw.
  public var examples: Examples
  /// What the examples are: points, images, rows.
  public var exampleKind: ExampleKind
  /// The names of the features of a table, one a feature; empty for images.
  public var featureNames: [String]
  /// The names of the classes, by class number; empty for a regression.
  public var classNames: [String]
  /// What is to be predicted: `class`, `y`, the name of a column.
  public var targetName: String
  /// The rows of the validation set that the data came with; they stand behind those for training.
  public var validationRows: Range<Int>?
  /// The rows of the test set that the data came with; they stand at the end.
  public var testRows: Range<Int>?
  /// Whether its classes are counted one by one where it is described: they are folders of a
  /// student's own, and one may be misspelt or short of images.
  public internal(set) var listsClasses = false
  /// Which of two classes is the one to find: precision, recall and F1 tell of it. nil for values
  /// and for any other number of classes.
  public private(set) var positiveClass: Int?
  /// Whether the student has said which it is.
  public private(set) var isPositiveChosen = false
  /// What else there is to know, such as a missing header, in the order of a reader's questions.
  public var notes: [DatasetNote]
  /// The targets of a regression as they were read; empty for those that are of 32 bits.
  var exactTargets: [Double] = []
  /// What the columns of a table file are, and how their cells were read; nil for other data.
  public var table: TableLayout?
  /// Where generated examples stood before their noise.
  var origin: NoiseOrigin?
  /// The features that were computed, and what from; nil where the columns are the features.
  var computed: ComputedFeatures?

  /// Puts a data set together from parts that fit.
  ///
  /// - Throws: `DatasetError` if they have more rows than the engine can number.
  init(
    name: String, inputShape: Shape, inputs: Inputs, targets: Targets, exampleKind: ExampleKind,
    featureNames: [String], classNames: [String], targetName: String,
    validationRows: Range<Int>? = nil, testRows: Range<Int>? = nil, notes: [DatasetNote] = []
  ) throws(DatasetError) {
    do {
      examples = try Examples(inputShape: inputShape, inputs: inputs, targets: targets)
    } catch {
      throw DatasetError(file: name, .tooManyNumbers)
    }
    self.name = name
    self.exampleKind = exampleKind
    self.featureNames = featureNames
    self.classNames = classNames
    self.targetName = targetName
    self.validationRows = validationRows
    self.testRows = testRows
    self.notes = notes
    positiveClass = PositiveClass.usual(among: targets)
  }

  /// The same data with another positive class.
  ///
  /// - Throws: `DatasetError` about the option `positive`: for values, for any number of classes but
  ///   two, and for a name that neither has.
  public func choosing(positive name: String) throws(DatasetError) -> Dataset {
    guard positiveClass != nil else {
      throw DatasetError(
        file: self.name, option: "positive",
        .classes(
          classNames.isEmpty
            ? .positiveNumber(target: targetName) : .positiveOfMany(classNames)))
    }
    guard let index = classNames.firstIndex(of: name) else {
      throw DatasetError(
        file: self.name, option: "positive",
        .unknownName(.init(.positiveClass, name, known: classNames)))
    }
    var chosen = self
    chosen.positiveClass = index
    chosen.isPositiveChosen = true
    return chosen
  }

  /// The targets of a regression in double precision, row after row; empty for classes.
  public var targetNumbers: [Double] {
    guard case .values(let values, _) = examples.targets else { return [] }
    return exactTargets.isEmpty ? values.map { Double($0) } : exactTargets
  }

  /// Whether the inputs are images: height, width, channels.
  public var isImages: Bool { examples.inputShape.rank == 3 }

  /// All rows but those of the validation and the test set that the data came with, which stand at
  /// its end.
  public var trainingRows: Range<Int> {
    0..<(validationRows?.lowerBound ?? testRows?.lowerBound ?? examples.count)
  }

  /// Whether the data came divided.
  public var comesDivided: Bool { validationRows != nil || testRows != nil }
}
