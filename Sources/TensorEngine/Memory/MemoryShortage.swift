/// Something needs more memory than there is for it: facts without a sentence, all in bytes.
public struct MemoryShortage: Error, Equatable, Sendable {
  /// What needs it, in the student's words: "this matrix", "a copy of the network".
  public var what: String
  /// How much it needs, at most `Int.max`.
  public var needed: Int
  /// How much is left of the budget.
  public var left: Int
  /// The budget.
  public var limit: Int
  /// Whether the budget has room and the machine has not, which no result may depend on.
  public var isOfMachine: Bool

  /// Puts the facts together.
  public init(what: String, needed: Int, left: Int, limit: Int, isOfMachine: Bool = false) {
    self.what = what
    self.needed = needed
    self.left = left
    self.limit = limit
    self.isOfMachine = isOfMachine
  }
}
