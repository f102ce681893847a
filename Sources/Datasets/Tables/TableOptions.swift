/// What is said about a table file beside its name; whatever is not said is judged by the file.
public struct TableOptions: Sendable, Equatable {
  /// The name or the number of the target column; nil is the last one.
  public var target: String?
  /// Reads the target as classes or as values whatever it looks like.
  public var kind: TargetKind?
  /// Columns that are left out.
  public var skip: [String]
  /// Whether the first row holds the names of the columns.
  public var hasHeader: Bool?
  /// What stands between two cells.
  public var separator: Separator?
  /// How numbers are written.
  public var decimal: DecimalMark?
  /// What becomes of missing values.
  public var missing: MissingValues
  /// Columns whose texts are numbered, one feature each.
  public var ordinal: [String]
  /// Columns of which each different cell is a feature of its own, be it a text or a number.
  public var oneHot: [String]

  /// Says nothing but what is given.
  public init(
    target: String? = nil, kind: TargetKind? = nil, skip: [String] = [],
    hasHeader: Bool? = nil, separator: Separator? = nil, decimal: DecimalMark? = nil,
    missing: MissingValues = .refuse, ordinal: [String] = [], oneHot: [String] = []
  ) {
    self.target = target
    self.kind = kind
    self.skip = skip
    self.hasHeader = hasHeader
    self.separator = separator
    self.decimal = decimal
    self.missing = missing
    self.ordinal = ordinal
    self.oneHot = oneHot
  }
}
