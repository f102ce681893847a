public import TensorEngine

/// What is wrong with a file, with an option of a generated set, or with a division: facts, without
/// a sentence.
public struct DatasetError: Error, Equatable, Sendable {
  /// The file or the data set, as the student names it: `wine.csv`, `circles`.
  public var file: String
  /// The physical line of a text file, counted from 1.
  public var line: Int?
  /// The cell of that line, counted from 1.
  public var column: Int?
  /// The name of that cell's column.
  public var columnName: String?
  /// The option that is at fault: `points`, `target`, `validation`.
  public var option: String?
  /// What was found.
  public var fault: Fault

  /// Makes an error; only the file and the fault are always there.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, columnName: String? = nil,
    option: String? = nil, _ fault: Fault
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.columnName = columnName
    self.option = option
    self.fault = fault
  }
}

extension DatasetError {
  /// What was found, by what it was found in.
  public enum Fault: Equatable, Sendable {
    /// A gzip file, or a zip archive.
    case archive(ArchiveFault)
    /// A file of MNIST's format, or the four of them together.
    case idx(IDXFault)
    /// The bytes of an array.
    case npy(NPYFault)
    /// An array that is to be inputs or targets.
    case array(ArrayFault)
    /// An image, or a set of them.
    case image(ImageFault)
    /// A table file, or one of its columns.
    case table(TableFault)
    /// Cells of a table file: the first three, and how many there are.
    case cells(CellFaults)
    /// The target column of a table file.
    case target(TargetFault)
    /// A row that is typed as one of a table.
    case row(RowFault)
    /// Features that are computed.
    case feature(FeatureFault)
    /// Classes that are chosen.
    case classes(ClassFault)
    /// A generated set.
    case generator(GeneratorFault)
    /// The parts of a data set.
    case division(DivisionFault)
    /// A name that is not among those that it could be.
    case unknownName(UnknownName)
    /// There are more rows or columns than the engine can number.
    case tooManyNumbers
    /// The features can't be scaled.
    case notScalable
    /// Numbers that are no examples of the data.
    case noInput
    /// It needs more memory than there is for it.
    case memory(MemoryShortage)
    /// The reading was called off.
    case interrupted
  }

  /// A name that the student gave, and the names that would have been right.
  public struct UnknownName: Equatable, Sendable {
    /// What is named.
    public enum Named: Equatable, Sendable {
      /// An option of a generator.
      case option
      /// An array of an archive.
      case array
      /// A column of a table.
      case column
      /// One of the classes of a data set.
      case className
      /// One of the two classes of a data set, to be the positive one.
      case positiveClass
      /// A text of this column of a table.
      case text(column: String)
    }

    /// What is named.
    public var kind: Named
    /// The name that was given.
    public var name: String
    /// The names that would have been right, in their own order.
    public var known: [String]

    /// A name that is not among the known ones.
    public init(_ kind: Named, _ name: String, known: [String]) {
      self.kind = kind
      self.name = name
      self.known = known
    }
  }

  /// What is wrong with an image or a folder of them; nil where another thing is wrong.
  public var imageFault: ImageFault? {
    if case .image(let fault) = fault { fault } else { nil }
  }

  /// The name that is not among those that it could be; nil where another thing is wrong.
  public var unknownName: UnknownName? {
    if case .unknownName(let name) = fault { name } else { nil }
  }
}
