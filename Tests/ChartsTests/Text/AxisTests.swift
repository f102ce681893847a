import Foundation
import Testing

@testable import Charts

@Suite("Axes")
struct AxisTests {
  private func lying(
    _ extent: Extent, _ axis: Axis = Axis(), isWhole: Bool = false
  ) -> [String] {
    AxisScale.lying(axis, data: extent, columns: 70, isWhole: isWhole).ticks.map(\.label)
  }

  private func upright(_ extent: Extent, _ axis: Axis = Axis()) -> AxisScale {
    AxisScale.upright(axis, data: extent, heights: 12...16)
  }

  @Test("have round numbers with just the digits they need")
  func roundNumbers() {
    #expect(lying(Extent(0, 1)).prefix(3) == ["0.0", "0.1", "0.2"])
    #expect(lying(Extent(1, 100)) == (0...10).map { String($0 * 10) })
    #expect(lying(Extent(-1.3, 1.2)).first == "-1.0")
    #expect(lying(Extent(0, 0.00002)).suffix(2) == ["1.5e-5", "2e-5"])
    #expect(lying(Extent(0, 3e8)).contains("1.5e8"))
  }

  @Test("have only whole numbers where others mean nothing")
  func wholeNumbers() {
    #expect(lying(Extent(1, 4), isWhole: true) == ["1", "2", "3", "4"])
    #expect(lying(Extent(1, 2), isWhole: true) == ["1", "2"])
    #expect(lying(Extent(0.9, 1.1), isWhole: true) == ["1"])
  }

  @Test("write percentages where fractions are meant")
  func percentages() {
    let ticks = upright(Extent(0.02, 0.98), Axis("accuracy", format: .percent)).ticks
    #expect(ticks.map(\.label) == ["0%", "20%", "40%", "60%", "80%", "100%"])
    let fine = upright(Extent(0.98, 0.99), Axis("accuracy", format: .percent)).ticks
    #expect(fine.map(\.label).contains("98.2%"))
  }

  @Test("stand upright on round ends, with rows that the ticks cut evenly")
  func uprightEnds() {
    for (lower, upper) in [(0.06, 0.71), (0, 1), (-3, 8), (2.31, 2.34), (1e-9, 7e-9)] {
      let scale = upright(Extent(lower, upper))
      #expect(scale.ticks.first?.fraction == 0)
      #expect(abs((scale.ticks.last?.fraction ?? 0) - 1) < 1e-9)
      #expect((2...8).contains(scale.intervals ?? 0))
      #expect(scale.height(within: 12...16) % (scale.intervals ?? 17) == 0)
    }
  }

  @Test("count in whole numbers")
  func counts() {
    for most in [1.0, 2, 3, 7, 19, 1234] {
      let scale = AxisScale.upright(
        Axis("count"), data: Extent(0, most), heights: 12...16, isWhole: true)
      #expect(scale.ticks.allSatisfy { Int($0.label) != nil })
      #expect(scale.ticks.first?.label == "0")
    }
  }

  @Test("place numbers by their logarithms where that is asked for")
  func logarithms() {
    let axis = Axis("lambda", scale: .logarithmic)
    #expect(lying(Extent(0.0001, 1), axis) == ["0.0001", "0.001", "0.01", "0.1", "1"])
    #expect(lying(Extent(1, 9), axis) == ["1", "2", "5", "10"])
    let scale = AxisScale.lying(axis, data: Extent(0.0001, 1), columns: 70, isWhole: false)
    #expect(abs((scale.fraction(of: 0.01) ?? 0) - 0.5) < 1e-12)
    #expect(scale.fraction(of: 0) == nil)
    #expect(scale.fraction(of: -1) == nil)
  }

  @Test("know logarithms to fourteen digits")
  func base10() {
    var source = SplitMix(state: 9)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: source.next() >> 1)
      guard number.isFinite, number > 0 else { continue }
      let expected = log10(number)
      #expect(abs(Logarithm.base10(number) - expected) <= 1e-14 * max(abs(expected), 1))
    }
  }
}
