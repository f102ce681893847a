import TensorEngine

/// What the person allows files on the command line.
package struct FileGrants: Equatable, Sendable {
  /// The folders of `--allow-read`.
  package var readable: [String]
  /// The folders of `--allow-write`.
  package var writable: [String]
  /// The bytes of `--memory`, and without it what a session has anyway.
  package var memory: Int

  /// Makes grants; without arguments nothing is allowed.
  package init(
    readable: [String] = [], writable: [String] = [], memory: Int = MemoryBudget.usual
  ) {
    self.readable = readable
    self.writable = writable
    self.memory = memory
  }
}
