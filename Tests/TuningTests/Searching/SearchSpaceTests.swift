import Testing

@testable import Tuning

@Suite("Spaces of settings")
struct SearchSpaceTests {
  /// 3 · 2 · 4 points.
  private static let space = SearchSpace([
    SearchSpace.Axis("rate", .choices(3)),
    SearchSpace.Axis("batchnorm", .choices(2)),
    SearchSpace.Axis("units", .wholeNumbers(5...8, isLogarithmic: false)),
  ])

  @Test("a grid is counted in the written order, the last setting fastest")
  func order() {
    let points = (0..<24).map { Self.space.point($0) }
    #expect(Self.space.count == 24)
    #expect(
      Array(points.prefix(5)) == [[0, 0, 5], [0, 0, 6], [0, 0, 7], [0, 0, 8], [0, 1, 5]])
    #expect(points.last == [2, 1, 8])
    #expect(Set(points).count == 24)
    #expect(points.map { Self.space.number(of: $0) } == Array(0..<24))
  }

  @Test("a grid of a hundred thousand combinations is not made to be counted")
  func lazy() {
    let axes = ["a", "b", "c", "d", "e"].map { SearchSpace.Axis($0, .choices(10)) }
    let space = SearchSpace(axes)
    #expect(space.count == 100_000)
    #expect(space.point(98_765) == [9, 8, 7, 6, 5])
    let endless = SearchSpace((0..<70).map { SearchSpace.Axis("\($0)", .choices(2)) })
    #expect(endless.count == nil)
    #expect(SearchSpace([]).count == 1)
  }

  @Test("numbers between two ends are not counted, unless there is one")
  func uncounted() {
    let numbers = SearchRange.numbers(0...1, isLogarithmic: false)
    #expect(SearchSpace([SearchSpace.Axis("l2", numbers)]).count == nil)
    #expect(SearchRange.numbers(1...1, isLogarithmic: false).count == 1)
    #expect(SearchRange.wholeNumbers(Int.min...Int.max, isLogarithmic: false).count == nil)
  }

  @Test("an even range gives 90% of its draws to the last decade, a log range a quarter to each")
  func scales() {
    let shares = (0..<10_000).map { (Double($0) + 0.5) / 10_000 }
    let even = SearchRange.numbers(0.0001...1, isLogarithmic: false)
    let high = shares.count { even.value(at: $0) > 0.1 }
    #expect(high == 9000 || high == 9001)
    let log = SearchRange.numbers(0.0001...1, isLogarithmic: true)
    for (low, high) in [(0.0001, 0.001), (0.001, 0.01), (0.01, 0.1), (0.1, 1)] {
      let count = shares.count { (low..<high).contains(log.value(at: $0)) }
      #expect(abs(count - 2500) <= 3, "\(low): \(count)")
    }
  }

  @Test("whole numbers are equally likely, and on a log scale as long as their parts of it")
  func wholeNumbers() {
    let shares = (0..<70_000).map { (Double($0) + 0.5) / 70_000 }
    let dice = SearchRange.wholeNumbers(1...7, isLogarithmic: false)
    for side in 1...7 {
      #expect(shares.count { dice.value(at: $0) == Double(side) } == 10_000)
    }
    // log(1.5 / 0.5) / log(8.5 / 0.5) = 0.38776 of the scale belong to 1.
    let log = SearchRange.wholeNumbers(1...8, isLogarithmic: true)
    #expect(abs(Double(shares.count { log.value(at: $0) == 1 }) / 70_000 - 0.38776) < 0.0001)
    #expect(log.value(at: 0) == 1)
    #expect(log.value(at: 0.999_999_9) == 8)
  }

  @Test("a drawn number has four digits, as whoever types them means it, and stays in its range")
  func digits() {
    let range = SearchRange.numbers(1e-8...1e8, isLogarithmic: true)
    for step in 0..<1000 {
      let value = range.value(at: Double(step) / 1000)
      #expect((1e-8...1e8).contains(value))
      let digits = "\(value)".split(separator: "e")[0].filter(\.isNumber)
        .drop { $0 == "0" }.reversed().drop { $0 == "0" }
      #expect(digits.count <= 4, "\(value)")
    }
    // exp(log 0.001 + 0.37 · log 1000) = 0.012882495...
    #expect(SearchRange.numbers(0.001...1, isLogarithmic: true).value(at: 0.37) == 0.01288)
    #expect(SearchRange.numbers(-2...2, isLogarithmic: false).value(at: 0.5) == 0)
    let narrow = 0.123_456...0.123_457
    #expect(narrow.contains(SearchRange.numbers(narrow, isLogarithmic: false).value(at: 0.5)))
    // A narrow range is parted into a thousand at least, wherever it lies.
    for low in [1e-6, 0.1, 3, 1000, 20_000, 1e9] {
      let range = SearchRange.numbers(low...low * 1.0001, isLogarithmic: low == 3)
      let values = Set((0..<100).map { range.value(at: Double($0) / 100) })
      #expect(values.count == 100, "\(low)")
    }
  }

  @Test("points that are spread over a space meet every value of each setting about equally often")
  func spread() {
    let axes = ["a", "b", "c", "d", "e"].map { SearchSpace.Axis($0, .choices(10)) }
    let points = SearchSpace(axes).spread(count: 200)
    #expect(points.count == 200)
    for axis in 0..<5 {
      for value in 0..<10 {
        let count = points.count { $0[axis] == Double(value) }
        #expect((17...23).contains(count), "\(axis) \(value): \(count)")
      }
    }
    // Of one axis the step is the golden ratio's: 1/2, 1/2 + 0.618 - 1, 1/2 + 1.236 - 1.
    let line = SearchSpace([SearchSpace.Axis("x", .numbers(0...1, isLogarithmic: false))])
    #expect(line.spread(count: 3) == [[0.5], [0.118], [0.7361]])
  }

  @Test("a finer range is a third of the old one, in its middle the best, and within it")
  func shrunk() {
    let log = SearchRange.numbers(0.0001...1, isLogarithmic: true)
    // 10^(±4/6) = 4.6416 times and over.
    #expect(
      log.shrunk(around: 0.01) == .numbers(0.002154...0.04642, isLogarithmic: true))
    #expect(log.shrunk(around: 0.5) == .numbers(0.1077...1, isLogarithmic: true))
    let even = SearchRange.numbers(0...6, isLogarithmic: false)
    #expect(even.shrunk(around: 3) == .numbers(2...4, isLogarithmic: false))
    let whole = SearchRange.wholeNumbers(4...64, isLogarithmic: false)
    #expect(whole.shrunk(around: 30) == .wholeNumbers(20...40, isLogarithmic: false))
    #expect(
      SearchRange.wholeNumbers(1...4, isLogarithmic: false).shrunk(around: 1)
        == .wholeNumbers(1...2, isLogarithmic: false))
  }

  @Test("round the best of a list lies what is between its neighbours")
  func neighbours() {
    #expect(
      SearchRange.between(neighboursOf: 0.01, in: [0.1, 0.001, 0.01], areWhole: false)
        == .numbers(0.001...0.1, isLogarithmic: true))
    #expect(
      SearchRange.between(neighboursOf: 16, in: [4, 8, 16], areWhole: true)
        == .wholeNumbers(8...16, isLogarithmic: false))
    #expect(SearchRange.between(neighboursOf: 2, in: [2], areWhole: false) == nil)
  }
}
