/// Something needs more memory than there is for it: facts without a sentence, all in bytes.
public struct MemoryShortage: Error, Equatable, Sendable {
  /// What needs it.
  public enum Need: Equatable, Sendable {
    /// The value of a formula.
    case matrix
    /// The plan of a batch of so many examples.
    case batch(Int)
    /// Drawing so many parameters.
    case parameters(Int)
    /// Networks that are trained side by side.
    case networks
    /// A data set that is made.
    case dataset
    /// The cells of a table file.
    case table
    /// What a packed file unpacks to.
    case unpacking
    /// The images that were read so far.
    case images
    /// Features computed from columns.
    case features
    /// Reading a text.
    case text
    /// What a cell holds.
    case cell
    /// A cell more.
    case nextCell
    /// The budget itself.
    case budget
    /// Memory of an arena that nobody named.
    case arena
  }

  /// What there is too little of. No result may depend on any but the budget.
  public enum Cause: Equatable, Sendable {
    /// The budget has no room.
    case budget
    /// The budget has room, and the machine has not.
    case machine
    /// Whose commands these are may ask for no more than ``MemoryShortage/limit``.
    case rights
  }

  /// What needs it.
  public var need: Need
  /// How much it needs, at most `Int.max`.
  public var needed: Int
  /// How much is left of the budget.
  public var left: Int
  /// The budget.
  public var limit: Int
  /// What there is too little of.
  public var cause: Cause

  /// Puts the facts together.
  public init(need: Need, needed: Int, left: Int, limit: Int, cause: Cause = .budget) {
    self.need = need
    self.needed = needed
    self.left = left
    self.limit = limit
    self.cause = cause
  }
}
