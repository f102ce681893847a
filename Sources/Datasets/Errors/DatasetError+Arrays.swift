public import TensorEngine

extension DatasetError {
  /// What breaks the bytes of an array of NumPy's.
  public enum NPYFault: Equatable, Sendable {
    /// They do not begin as an array does; whether they begin as an archive does.
    case noNPY(isZip: Bool)
    /// They end within the header.
    case headerCutOff
    /// They are of this version.
    case unknownVersion(UInt8)
    /// The header would be longer than any.
    case headerTooLong(byteCount: Int)
    /// The header is no dictionary.
    case unreadableHeader
    /// The header has not the three entries that it should have.
    case unusualHeader
    /// Another number of bytes follows than so many values take.
    case contentSize(shape: Shape, valueSize: Int, found: Int)
    /// It holds objects, which are pickled.
    case objects
    /// It holds values of a type that can't be read.
    case unknownType(String)
    /// It holds an integer beyond `Int.max`.
    case largeInteger(UInt64)
    /// A text in it, by its number from 1, is none.
    case noText(number: Int)
    /// The array of this name holds texts where numbers must be.
    case textsInsteadOfNumbers(name: String)
  }

  /// Why an array can't be inputs or targets.
  public enum ArrayFault: Equatable, Sendable {
    /// Inputs are texts.
    case textInputs
    /// Inputs have another rank than 1 to 4.
    case inputShape(Shape)
    /// There is no example.
    case noExamples
    /// An example has no feature or too many.
    case featureCount(Int, most: Int)
    /// The images have a side that is 0 or too long.
    case imageShape(Shape, largestSide: Int)
    /// An input of an example, counted from 1, is not finite or too large.
    case input(Double, example: Int)
    /// Targets have another rank than 1 or 2.
    case targetShape(Shape)
    /// Texts that are targets stand beside other targets.
    case textTargets
    /// A target, counted from 1, is not finite or too large.
    case target(Double, number: Int)
    /// Texts are asked for as values.
    case textsAsValues
    /// Rows of so many numbers are asked for as classes, and are none.
    case notOneHot(width: Int)
    /// There are too many different targets to be classes.
    case classCount(Int)
    /// All targets are this one.
    case oneClass(String)
    /// There are more or fewer targets than inputs.
    case targetCount(Int, inputCount: Int)
    /// The test set has examples of another shape.
    case testShape(Shape, ofTraining: Shape)
    /// None of the usual pairs of names is among these.
    case noPair(names: [String])
  }
}
