/// The glyphs of values from weak to strong, told apart without colour.
struct HeatRamp {
  private let extent: Extent
  private let pictures: Pictures

  init(_ extent: Extent, pictures: Pictures) {
    self.extent = extent
    self.pictures = pictures
  }

  /// Whether the two signs have glyphs of their own.
  var isSigned: Bool { extent.lower < 0 && extent.upper > 0 }

  /// The cell of a value; a finite one beyond the extent is drawn as its end.
  func cell(_ value: Double) -> Cell {
    guard value.isFinite else { return Cell(Misplaced(value, isBelow: false).glyph) }
    guard isSigned else {
      let part = min(max(extent.fraction(of: value), 0), 1)
      return Cell(ShadeLadder.glyph(part, pictures), ink: .tone(part))
    }
    let part = value > 0 ? value / extent.upper : value / extent.lower
    guard part >= Self.blank else { return .blank }
    let glyphs =
      value > 0 ? ShadeLadder.positive(pictures) : ShadeLadder.negative(pictures)
    let index = min(Int(min(part, 1) * Double(glyphs.count)), glyphs.count - 1)
    return Cell(glyphs[index], series: value > 0 ? 0 : 1)
  }

  /// What the glyphs mean: "[ .:-=+*#%@] weight 0 to 1".
  func legend(_ axis: Axis) -> [LegendEntry] {
    let name = axis.heading.isEmpty ? "" : axis.heading + " "
    guard isSigned else {
      let ends = ends(axis)
      return [
        LegendEntry("[\(String(ShadeLadder.glyphs(pictures)))]", name + "\(ends[0]) to \(ends[1])")
      ]
    }
    return [
      LegendEntry(
        String(ShadeLadder.negative(pictures).reversed()),
        "\(name)\(text(extent.lower, axis)) to 0", series: 1),
      LegendEntry(
        String(ShadeLadder.positive(pictures)), "0 to \(text(extent.upper, axis))", series: 0),
    ]
  }

  /// The part of the extent that is drawn as zero.
  private static let blank = 0.05

  /// The ends of the extent, in as many digits as tell them apart.
  private func ends(_ axis: Axis) -> [String] {
    let texts = [extent.lower, extent.upper].map { text($0, axis) }
    guard texts[0] == texts[1] else { return texts }
    return CaptionText.ends(extent.lower, extent.upper, on: axis)
  }

  private func text(_ value: Double, _ axis: Axis) -> String {
    axis.format == .percent
      ? NumberText.percent(value, places: 0) : NumberText.significant(value, digits: 3)
  }
}
