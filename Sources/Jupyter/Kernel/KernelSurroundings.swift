/// What a kernel is told of the machine that it runs on, and what it asks it for.
package struct KernelSurroundings: Sendable {
  /// The time now, as ISO 8601 writes it.
  package var clock: @Sendable () -> String
  /// Says something to whoever looks after the kernel.
  package var complaint: @Sendable (String) -> Void
  /// Asks the cell that runs to stop.
  package var interrupt: @Sendable () -> Void
  /// Whether the program that started the kernel is gone.
  package var isLeftAlone: @Sendable () -> Bool
  /// Ends the program at once.
  package var giveUp: @Sendable () -> Void

  /// Makes surroundings.
  package init(
    clock: @escaping @Sendable () -> String, complaint: @escaping @Sendable (String) -> Void,
    interrupt: @escaping @Sendable () -> Void = {},
    isLeftAlone: @escaping @Sendable () -> Bool = { false },
    giveUp: @escaping @Sendable () -> Void = {}
  ) {
    (self.clock, self.complaint, self.interrupt) = (clock, complaint, interrupt)
    (self.isLeftAlone, self.giveUp) = (isLeftAlone, giveUp)
  }
}
