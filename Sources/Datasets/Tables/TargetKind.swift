/// What the target column of a table is read as.
public enum TargetKind: String, CaseIterable, Sendable {
  /// Each different cell is a class.
  case classes
  /// Each cell is a number to be predicted.
  case values
}
