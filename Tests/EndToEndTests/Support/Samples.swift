/// Cells that several tests type.
enum Samples {
  /// A network whose epoch takes long enough for a progress line: some hundredths of a second.
  static let slow = [
    "data spirals points=5000", "network", "add dense 256 relu", "add dense 256 relu",
    "add dense 1 sigmoid",
  ]

  /// A network that is trained at once.
  static let quick = [
    "data circles points=40", "network", "add dense 4 tanh", "add dense 1 sigmoid",
    "train epochs=5",
  ]

  static func script(_ cells: [String]) -> String { cells.map { $0 + "\n" }.joined() }
}
