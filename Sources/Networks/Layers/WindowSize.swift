/// A height and a width in pixels: of a kernel, of a pooling window, of a stride.
public struct WindowSize: Hashable, Sendable, Codable {
  static let range = 1...4096

  public var height: Int
  public var width: Int

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
