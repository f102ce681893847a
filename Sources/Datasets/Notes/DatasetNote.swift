/// What there is to know of a data set beside its examples: how its file was read, what was left out
/// of it, what networks can't tell apart in it. Facts, without a sentence.
public enum DatasetNote: Equatable, Sendable {
  /// How a table file was read.
  case format(TableFormat)
  /// These columns hold numbers; each is a feature.
  case numbers(columns: [String])
  /// A column holds these texts; each is a feature.
  case oneHot(column: String, texts: [String])
  /// A column holds these texts; its feature is the place of a text among them, from 0.
  case ordinal(column: String, texts: [String])
  /// The numbers of a column have this unit. A percent sign divides them by 100, any other unit is
  /// left out.
  case unit(String, column: String)
  /// The column of this name is the target, and holds numbers.
  case targetNumbers(column: String)
  /// The column of this name is the target, and holds these classes.
  case targetClasses(column: String, names: [String])
  /// Two classes whose names differ in nothing but capitals.
  case alikeClasses(String, String)
  /// What of a table file is in no example.
  case leftOut(LeftOut)
  /// So many values are missing, and what stands for them is learned from the training examples.
  /// `alsoTexts` says that the way is one for numbers, and that texts are filled in, too: with the
  /// most frequent one.
  case filledIn(DatasetError.MissingCounts, by: MissingValues, alsoTexts: Bool)
  /// A column of numbers holds this one, which has more digits than double precision keeps.
  case lostDigits(String, column: String)
  /// A feature has numbers that are the same one in 32 bits, as long as it is not scaled.
  case mergedFeature(MergedNumbers)
  /// The target has numbers that are the same one in 32 bits; `least` is the least of them.
  case mergedTarget(MergedNumbers, least: Double)
  /// The student has chosen these classes, of so many.
  case chosenClasses([String], of: Int)
  /// What lies in the folders of images and is no image of a class.
  case passedOver(PassedOver)
}

extension DatasetNote {
  /// How many of the numbers of a column are left in the precision of networks.
  public struct MergedNumbers: Equatable, Sendable {
    /// The column.
    public var column: String
    /// How many different numbers it holds.
    public var different: Int
    /// How many are different from each other in 32 bits.
    public var in32Bits: Int

    /// Counts of a column.
    public init(column: String, different: Int, in32Bits: Int) {
      self.column = column
      self.different = different
      self.in32Bits = in32Bits
    }
  }
}
