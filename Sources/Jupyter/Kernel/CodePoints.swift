/// Places in a text: front ends count code points, and the language counts bytes of UTF-8.
enum CodePoints {
  /// The bytes before so many code points; all of them where there are fewer.
  static func offset(of point: Int, in text: String) -> Int {
    text.unicodeScalars.prefix(max(0, point)).reduce(0) { $0 + UTF8.width($1) }
  }

  /// The code points before so many bytes.
  static func point(of offset: Int, in text: String) -> Int {
    var (bytes, points) = (0, 0)
    for scalar in text.unicodeScalars where bytes < offset {
      bytes += UTF8.width(scalar)
      points += 1
    }
    return points
  }
}
