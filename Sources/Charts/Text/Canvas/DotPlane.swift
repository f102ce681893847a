/// The dots of a plane, for points of which none needs a glyph of its own.
struct DotPlane {
  private let columns: Int
  private let pictures: Pictures
  private var bits: [UInt8]

  init(columns: Int, rows: Int, pictures: Pictures) {
    self.columns = columns
    self.pictures = pictures
    bits = [UInt8](repeating: 0, count: columns * rows)
  }

  /// Sets the dot at a place counted in dots, from the top left.
  mutating func set(column: Int, row: Int) {
    let dots = pictures.dots
    bits[row / dots.down * columns + column / dots.across] |= Pictures.bit(
      across: column % dots.across, down: row % dots.down)
  }

  /// Writes the characters that have any dot.
  func draw(on canvas: inout Canvas, series: Int) {
    for (index, bits) in bits.enumerated() where bits != 0 {
      canvas[index % columns, index / columns] = Cell(
        pictures.character(of: bits), series: series)
    }
  }
}
