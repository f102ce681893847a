/// The colours that numbers of 8 bits stand for.
struct Palette {
  /// Red, green and blue of each of the 256 numbers.
  let bytes: [UInt8]

  /// The colours of a file, red, green and blue of each; fewer than 256 are completed as in Pillow:
  /// shades of grey go on, and none at all are shades of grey; other colours go on in black.
  init(_ known: some Collection<UInt8>) {
    let known = Array(known.prefix(3 * 256))
    let isGrey = known.enumerated().allSatisfy { $0.offset / 3 == Int($0.element) }
    let rest = (known.count..<3 * 256).map { isGrey ? UInt8($0 / 3) : 0 }
    bytes = known + rest
  }

  /// The colours of pixels, `[count, 3]`.
  func colors(of numbers: [UInt8]) -> [UInt8] {
    var colors: [UInt8] = []
    colors.reserveCapacity(3 * numbers.count)
    for number in numbers { colors += bytes[3 * Int(number)..<3 * Int(number) + 3] }
    return colors
  }
}
