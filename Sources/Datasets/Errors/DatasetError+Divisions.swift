extension DatasetError {
  /// Why the examples can't be divided so.
  public enum DivisionFault: Equatable, Sendable {
    /// The data set of this name comes with its own part of that name, of so many examples of a
    /// kind; another part may be missing.
    case ownPart(String, ofDataset: String, count: Int, kind: ExampleKind, missing: String?)
    /// Classes are asked for in proportion, and the target of this name is a number.
    case stratifiedNumbers(target: String)
    /// There is neither a validation nor a test part.
    case nothingHeldOut
    /// The part of this name has a fraction that is none.
    case fraction(Double, part: String)
    /// All parts are given, and add up to this.
    case sum(Double)
    /// What is held out takes this much.
    case nothingForTraining(heldOut: Double)
    /// The part of this name would get no example; nil where it was to have the rest.
    case emptyPart(String, fraction: Double?, exampleCount: Int)
    /// So many of the training examples can't be taken.
    case take(Int, available: Int)
    /// So many examples can't be divided into so many folds.
    case foldCount(Int, exampleCount: Int)
    /// Classes are asked for in proportion in each fold, and the targets are numbers.
    case stratifiedFoldsOfNumbers
    /// A class, by its number, has fewer examples than there are folds.
    case foldClass(Int, exampleCount: Int, folds: Int)
    /// There are no training examples to learn a scale from.
    case nothingToScaleBy
  }

  /// Why classes can't be chosen so.
  public enum ClassFault: Equatable, Sendable {
    /// The target of this name is a number.
    case numbers(target: String)
    /// There are fewer than two.
    case fewerThanTwo
    /// No training example is of them.
    case noTrainingExamples
    /// A positive class is one of two, and the target of this name is a number.
    case positiveNumber(target: String)
    /// A positive class is one of two, and there are these.
    case positiveOfMany([String])
  }

  /// Why a generator can't make such a set.
  public enum GeneratorFault: Equatable, Sendable {
    /// An option can't have this value.
    case value(Double, of: GeneratorOption)
    /// The option of this name is given twice.
    case repeatedOption(String)
    /// Such a share of so many examples leaves a class without any.
    case emptyClass(share: Double, exampleCount: Int)
    /// There are fewer points than classes.
    case fewerPointsThanClasses(points: Int, classes: Int)
  }

  /// Why features can't be computed.
  public enum FeatureFault: Equatable, Sendable {
    /// A column and what it holds for an example.
    public struct Value: Equatable, Sendable {
      /// The name of the column.
      public var column: String
      /// What it holds.
      public var number: Double

      /// A column with its number.
      public init(column: String, number: Double) {
        self.column = column
        self.number = number
      }
    }

    /// The examples are images, or have no columns.
    case noColumns
    /// Formulas speak of other columns than the data has.
    case otherColumns(ofFormulas: [String], ofData: [String])
    /// The feature of this name is there twice.
    case repeated(String)
    /// Values are missing.
    case missingValues
    /// There are more rows or features than the engine can number.
    case tooMany
    /// A feature is no finite number for an example; its number from 1, where examples have one.
    case noNumber(String, example: Int?, of: [Value])
  }
}
