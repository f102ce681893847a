extension Bitmap {
  /// The image upright: `ImageOps.exif_transpose` of Pillow.
  func turned(_ orientation: Orientation) -> Bitmap {
    guard orientation != .upright else { return self }
    let (newHeight, newWidth) = orientation.swapsSides ? (width, height) : (height, width)
    let (lastRow, lastColumn) = (height - 1, width - 1)
    /// The place in the file of the first new pixel, and the steps to the next one in a new row and
    /// in a new column.
    let (start, down, right): (Int, Int, Int) =
      switch orientation {
      case .upright: (0, width, 1)
      case .mirrored: (lastColumn, width, -1)
      case .upsideDown: (lastRow * width + lastColumn, -width, -1)
      case .upsideDownMirrored: (lastRow * width, -width, 1)
      case .transposed: (0, 1, width)
      case .quarterRight: (lastRow * width, 1, -width)
      case .transversed: (lastRow * width + lastColumn, -1, -width)
      case .quarterLeft: (lastColumn, -1, width)
      }
    var turned: [UInt8] = []
    turned.reserveCapacity(bytes.count)
    for row in 0..<newHeight {
      for column in 0..<newWidth {
        let place = channels * (start + row * down + column * right)
        for channel in 0..<channels { turned.append(bytes[place + channel]) }
      }
    }
    return Bitmap(width: newWidth, height: newHeight, channels: channels, bytes: turned)
  }
}
