extension Bitmap {
  /// The image in another size; its sides are stretched apart from each other.
  ///
  /// Each new pixel is a weighted mean of the old ones under a triangle around its place. Growing,
  /// the triangle reaches one old pixel to each side (bilinear); shrinking by s, it reaches s of
  /// them, so that none is left out. Weights are whole numbers of 22 bits; rows are done first,
  /// then columns, each rounded to 8 bits. These are the bytes of Pillow's
  /// `resize(size, BILINEAR)`.
  func resized(width newWidth: Int, height newHeight: Int) -> Bitmap {
    var bitmap = self
    if newWidth != width {
      let weights = TriangleWeights(from: width, to: newWidth)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(height * newWidth * channels)
      for row in 0..<height {
        weights.forEachTarget { first, weights in
          for channel in 0..<channels {
            let start = (row * width + first) * channels + channel
            bytes.append(mean(of: weights, from: start, step: channels))
          }
        }
      }
      bitmap = Bitmap(width: newWidth, height: height, channels: channels, bytes: bytes)
    }
    return newHeight == height ? bitmap : bitmap.withHeight(newHeight)
  }

  private func withHeight(_ newHeight: Int) -> Bitmap {
    var bytes: [UInt8] = []
    let stride = width * channels
    bytes.reserveCapacity(newHeight * stride)
    TriangleWeights(from: height, to: newHeight).forEachTarget { first, weights in
      for column in 0..<stride {
        bytes.append(mean(of: weights, from: first * stride + column, step: stride))
      }
    }
    return Bitmap(width: width, height: newHeight, channels: channels, bytes: bytes)
  }

  private func mean(of weights: ArraySlice<Int>, from start: Int, step: Int) -> UInt8 {
    var sum = 1 << (TriangleWeights.bits - 1)
    var place = start
    for weight in weights {
      sum += weight * Int(bytes[place])
      place += step
    }
    return UInt8(min(255, sum >> TriangleWeights.bits))
  }
}

/// For each pixel of a new row, where its triangle begins in the old row and what weights it has.
private struct TriangleWeights {
  static let bits = 22

  private var firsts: [Int] = []
  private var ends: [Int] = []
  private var weights: [Int] = []

  init(from oldCount: Int, to newCount: Int) {
    let scale = Double(oldCount) / Double(newCount)
    let reach = max(1, scale)
    for target in 0..<newCount {
      let center = (Double(target) + 0.5) * scale
      let first = max(0, Int(center - reach + 0.5))
      let end = min(oldCount, Int(center + reach + 0.5))
      let heights = (first..<end).map { source in
        max(0, 1 - ((Double(source) - center + 0.5) * (1 / reach)).magnitude)
      }
      let total = heights.reduce(0, +)
      firsts.append(first)
      weights += heights.map { Int(0.5 + $0 / total * Double(1 << Self.bits)) }
      ends.append(weights.count)
    }
  }

  func forEachTarget(_ body: (Int, ArraySlice<Int>) -> Void) {
    var start = 0
    for (first, end) in zip(firsts, ends) {
      body(first, weights[start..<end])
      start = end
    }
  }
}
