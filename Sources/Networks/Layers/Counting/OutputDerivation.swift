public import TensorEngine

/// How the size of a layer's output follows from that of its input.
public enum OutputDerivation: Equatable, Sendable {
  /// All numbers of an input of this shape stand in one row; whether the layer does no more than
  /// that.
  case oneRow(of: Shape, alone: Bool)
  /// A window lies on an image of rows and columns; the number of filters, nil where each channel
  /// stays by itself.
  case window(rows: WindowPlaces, columns: WindowPlaces, filters: Int?)

  /// At how many places of a side of an image a window lies.
  public struct WindowPlaces: Equatable, Sendable {
    /// The pixels of the side.
    public var side: Int
    /// The pixels of the window in this direction.
    public var window: Int
    /// The pixels from one place to the next.
    public var stride: Int
    /// Whether the image is padded so that each stride has its place.
    public var isPadded: Bool
    /// The places:
    ///
    /// ```
    /// padded   side / stride, rounded up       else   (side - window) / stride, rounded down, + 1
    /// ```
    public var count: Int
  }
}
