/// What is held until the program ends. The memory of a long notebook goes with the program; to give it
/// back value by value would take a tenth of the time that its cells took.
enum UntilExit {
  /// Holds a value and all that it refers to.
  static func hold(_ value: some Any) {
    _ = Unmanaged.passRetained(Held(value))
  }

  private final class Held {
    private let value: Any

    init(_ value: Any) { self.value = value }
  }
}
