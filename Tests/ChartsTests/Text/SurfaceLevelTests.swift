import Testing

@testable import Charts

@Suite("The levels of a surface")
struct SurfaceLevelTests {
  private static let extents: [(lower: Double, upper: Double)] = [
    (0.6889, 0.6904), (0.68901, 0.68902), (1, 2), (1e-9, 3e-9), (4.6e12, 4.7e12), (3, 4e15),
    (1e300, 2e300), (1_000_000, 1_000_001), (-0.5, 0.5), (-3, -2.9999), (0, 1e-300),
  ]

  @Test("are told apart by their texts, which are short", arguments: extents, Axis.Scale.both)
  func texts(_ ends: (lower: Double, upper: Double), _ scale: Axis.Scale) {
    let levels = SurfaceLevels(Axis("loss", scale: scale), Extent(ends.lower, ends.upper))
    let texts = (0..<SurfaceLevels.count).map(levels.text)
    #expect(Set(texts.dropLast()).count == SurfaceLevels.count - 1, "\(texts)")
    #expect(texts.allSatisfy { $0.count <= 20 }, "\(texts)")
    let longest = texts.map { $0.split(separator: " ").last?.count ?? 0 }.max() ?? 0
    if ends.upper > 2 * ends.lower, ends.lower > 0 { #expect(longest <= 8, "\(texts)") }
  }

  @Test("have three digits where those are enough, and an exponent where they are large")
  func digits() {
    let large = SurfaceLevels(Axis("loss", scale: .logarithmic), Extent(1e4, 1e9))
    #expect(large.text(0) == "up to 22758" && large.text(7) == "from 4.39e8")
    let close = SurfaceLevels(Axis("loss"), Extent(0.6889, 0.6903))
    #expect(close.text(0) == "up to 0.689" || close.text(0) == "up to 0.6890")
    #expect(close.text(1) == "to 0.6892" && close.text(7) == "from 0.6902")
  }
}

extension Axis.Scale {
  fileprivate static let both: [Axis.Scale] = [.linear, .logarithmic]
}
