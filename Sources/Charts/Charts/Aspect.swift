/// How the two axes of a plane compare.
package enum Aspect: String, Sendable {
  /// A unit is as long upwards as it is sidewards: a circle is round.
  case equal
  /// Each axis fills the picture, for features of different units.
  case free

  /// The characters that a plane takes, within what there is: a character is twice as high as wide.
  ///
  /// A plane that would be thinner than 4 rows or 8 columns is drawn as if free.
  func plotSize(x: Extent, y: Extent, columns: Int, rows: Int) -> (columns: Int, rows: Int) {
    let ratio = x.length / y.length * 2
    guard self == .equal, ratio.isFinite, ratio > 0 else { return (columns, rows) }
    let wanted = ratio * Double(rows)
    if wanted < 8 { return (columns, rows) }
    if wanted <= Double(columns) { return (Int(wanted.rounded()), rows) }
    let lower = (Double(columns) / ratio).rounded()
    return lower < 4 ? (columns, rows) : (columns, Int(lower))
  }
}
