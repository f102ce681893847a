import TensorEngine

/// Handwritten digits that Overfit draws itself: grey images of 28 x 28 pixels, one byte each.
///
/// Each image is a way of writing the digit whose points were moved at random, drawn with a pen
/// of random width after the whole was slanted, turned, stretched and moved. Image number k
/// depends on the seed and on k alone, so a larger set begins with the smaller ones.
enum StrokeDigits {
  /// How much the images differ from each other.
  private enum Spread {
    static let point = 0.7
    static let slant = 0.22
    static let meanSlant = 0.12
    static let turn = 0.12
    static let stretch = 0.12
    static let shift = 1.6
    static let thinnest = 0.75
    static let thickest = 1.75
  }

  /// The pixels of a number of images, one after the other, and their labels.
  ///
  /// - Parameters:
  ///   - part: `training` or `test`; the two share no random numbers.
  ///   - first: the number of the first image.
  ///   - interruption: asked before each image; where it ends the drawing, the others are black.
  /// - Returns: bytes `[count, 28, 28]` and classes `[count]`; in each ten images from a multiple
  ///   of ten on, each digit comes once.
  static func images(
    part: String, first: Int = 0, count: Int, seed: UInt64, _ interruption: Interruption = .never
  ) -> (pixels: [UInt8], labels: [Int32]) {
    let orders = stream("order", of: part, seed)
    var labels: [Int32] = []
    labels.reserveCapacity(count)
    var order: [Int32] = []
    for number in first..<first + count {
      if order.isEmpty || number.isMultiple(of: 10) {
        order = orders.numbered(number / 10).permutation(count: 10)
      }
      labels.append(order[number % 10])
    }
    let pixels = pixels(of: labels, first: first, part: part, seed: seed, interruption)
    return (pixels, labels)
  }

  /// The pixels of images of these digits, one after the other.
  static func pixels(
    of labels: [Int32], first: Int = 0, part: String, seed: UInt64,
    _ interruption: Interruption = .never
  ) -> [UInt8] {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(labels.count * Pen.side * Pen.side)
    let (styles, shakes) = (stream("style", of: part, seed), stream("shake", of: part, seed))
    for (number, label) in zip(first..., labels) {
      if interruption.isAsked() { break }
      draw(
        digit: Int(label), style: styles.numbered(number), shake: shakes.numbered(number),
        into: &pixels)
    }
    let missing = labels.count * Pen.side * Pen.side - pixels.count
    pixels += repeatElement(0, count: missing)
    return pixels
  }

  private static func stream(_ use: String, of part: String, _ seed: UInt64) -> RandomStream {
    RandomStream(seed: seed, name: "data/digits/\(part)/\(use) ")
  }

  private static func draw(
    digit: Int, style: RandomStream, shake: RandomStream, into pixels: inout [UInt8]
  ) {
    let uniforms = style.uniformDoubles(count: 5)
    let glyph = choose(among: Glyph.digits[digit], at: uniforms[0])
    let pointCount = glyph.strokes.reduce(0) { $0 + $1.points.count }
    let normals = shake.normals(count: 4 + 2 * pointCount)
    let placement = Placement(
      slant: Spread.meanSlant + Spread.slant * normals[0], turn: Spread.turn * normals[1],
      stretch: SIMD2(1 + Spread.stretch * normals[2], 1 + Spread.stretch * normals[3]),
      shift: SIMD2(
        Spread.shift * (2 * uniforms[1] - 1), Spread.shift * (2 * uniforms[2] - 1)))
    let width = Spread.thinnest + (Spread.thickest - Spread.thinnest) * uniforms[3]
    var pen = Pen(radius: width)
    var next = 4
    for var stroke in glyph.strokes {
      for index in stroke.points.indices {
        let push = SIMD2(normals[next], normals[next + 1]) * Spread.point
        stroke.points[index] = placement.placed(stroke.points[index] + push)
        next += 2
      }
      pen.draw(stroke.polyline(piecesPerSpan: 5))
    }
    pen.appendPixels(to: &pixels, ink: 200 + 55 * uniforms[4])
  }

  private static func choose(among glyphs: [Glyph], at fraction: Double) -> Glyph {
    var rest = fraction * glyphs.reduce(0) { $0 + $1.weight }
    for glyph in glyphs {
      rest -= glyph.weight
      if rest < 0 { return glyph }
    }
    return glyphs[glyphs.count - 1]
  }
}

/// Where a digit stands on the paper: slanted, turned and stretched about its middle, then moved.
private struct Placement {
  private let x: SIMD2<Double>
  private let y: SIMD2<Double>
  private let middle: SIMD2<Double>

  init(slant: Double, turn: Double, stretch: SIMD2<Double>, shift: SIMD2<Double>) {
    let (sine, cosine) = (ElementaryMath.sin(turn), ElementaryMath.cos(turn))
    x = SIMD2(cosine, sine) * stretch.x
    y = SIMD2(-sine - slant * cosine, cosine - slant * sine) * stretch.y
    middle = SIMD2(repeating: Double(Pen.side) / 2) + shift
  }

  func placed(_ point: SIMD2<Double>) -> SIMD2<Double> {
    let (across, down) = (point.x - 10, point.y - 10)
    return middle + across * x + down * y
  }
}
