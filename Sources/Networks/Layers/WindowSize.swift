/// A height and a width in pixels: of a kernel, of a pooling window, of a stride.
public struct WindowSize: Hashable, Sendable, Codable {
  /// The sides that layers take.
  public static let range = 1...4096

  /// The rows; layers take 1 to 4096.
  public var height: Int
  /// The columns; layers take 1 to 4096.
  public var width: Int

  /// A size of so many rows and so many columns.
  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  /// A square.
  public init(_ side: Int) {
    self.init(side, side)
  }

  /// The size as it is typed: "3x3".
  public var text: String { "\(height)x\(width)" }
}
