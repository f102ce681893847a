/// The course of a loss as a few characters, each as high as the loss was.
///
/// It keeps at most `capacity` values, evenly spread over all that it was told: when it is full,
/// every second one goes, and from then on it takes half as many.
struct Spark {
  private static let capacity = 24

  private var values: [Double] = []
  private var stride = 1
  private var waiting = 0

  /// Takes one more value; one that is no finite number is left out.
  mutating func append(_ value: Double) {
    guard value.isFinite else { return }
    waiting += 1
    guard waiting >= stride else { return }
    waiting = 0
    values.append(value)
    guard values.count > Spark.capacity else { return }
    values = values.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    stride *= 2
  }

  /// The values from the lowest to the highest glyph; empty until there are two.
  func text(_ glyphs: [Character]) -> String {
    guard let least = values.min(), let most = values.max(), values.count > 1, !glyphs.isEmpty
    else { return "" }
    let height = most - least
    return String(
      values.map { value in
        let part = height > 0 ? (value - least) / height : 0
        return glyphs[min(Int(part * Double(glyphs.count)), glyphs.count - 1)]
      })
  }
}
