/// What is said about a file of new rows beside its name; whatever is not said is judged by the
/// file and by the columns that are looked for.
public struct NewRowsOptions: Sendable, Equatable {
  /// Whether the first row holds the names of the columns.
  public var hasHeader: Bool?
  /// What stands between two cells.
  public var separator: Separator?
  /// How numbers are written.
  public var decimal: DecimalMark?
  /// The name or the number of the column with the true answers; nil is the one that has the name
  /// of the target that was learned.
  public var target: String?
  /// The names or the numbers of columns that are left out.
  public var skip: [String]
  /// What becomes of a text that was never seen.
  public var unknown: TableLayout.UnknownText

  /// Says nothing but what is given.
  public init(
    hasHeader: Bool? = nil, separator: Separator? = nil, decimal: DecimalMark? = nil,
    target: String? = nil, skip: [String] = [], unknown: TableLayout.UnknownText = .refuse
  ) {
    self.hasHeader = hasHeader
    self.separator = separator
    self.decimal = decimal
    self.target = target
    self.skip = skip
    self.unknown = unknown
  }
}
