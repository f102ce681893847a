public import TensorEngine

/// What the targets of examples are, without the targets themselves.
public enum TargetForm: Hashable, Sendable {
  /// One of so many classes.
  case classes(Int)
  /// So many numbers.
  case values(width: Int)

  /// What these targets are.
  public init(_ targets: Targets) {
    switch targets {
    case .classes(_, let count): self = .classes(count)
    case .values(_, let width): self = .values(width: width)
    }
  }
}
