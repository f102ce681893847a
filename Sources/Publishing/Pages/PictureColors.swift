/// The colours that pictures are drawn in, and what stands for them on a light page and on a dark one, so
/// that every line has a contrast of 3 to its ground and every word one of 4.5.
struct PictureColors {
  /// As the drawing has it.
  let drawn: String
  /// On a light page.
  let light: String
  /// On a dark page.
  let dark: String

  /// All colours of drawings but the greys of images.
  static let all = [
    ("#000", "#000", "#f1f1f3"), ("#222", "#222", "#dddfe3"), ("#333", "#333", "#c6c9cf"),
    ("#444", "#444", "#c6c9cf"), ("#555", "#555", "#b4b8bf"), ("#777", "#6b6b6b", "#9ea3ab"),
    ("#888", "#888", "#7f848c"), ("#999", "#767676", "#8b9098"), ("#aaa", "#8a8a8a", "#767b83"),
    ("#ddd", "#ddd", "#33373e"), ("#fff", "#fff", "#15171b"), ("#0072b2", "#0072b2", "#4aa8e8"),
    ("#d55e00", "#c85600", "#ff8b45"), ("#009e73", "#008a64", "#35c79b"),
    ("#cc79a7", "#b8568c", "#e79bc4"), ("#e69f00", "#a87100", "#ffc04d"),
    ("#56b4e9", "#2783bd", "#a3d9ff"),
  ].map { PictureColors(drawn: $0, light: $1, dark: $2) }

  /// The rules that put a page's colours in the place of the drawn ones.
  ///
  /// - Parameter pictures: What selects the pictures of the page.
  static func rules(
    _ color: KeyPath<PictureColors, String>, within pictures: String = ".picture:not(.image)"
  ) -> String {
    all.map { one in
      let shown = one[keyPath: color]
      return "\(pictures) [fill=\"\(one.drawn)\"] { fill: \(shown); }\n"
        + "\(pictures) [stroke=\"\(one.drawn)\"] { stroke: \(shown); }\n"
    }.joined()
  }
}
