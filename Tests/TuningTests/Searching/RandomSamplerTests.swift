import Testing

@testable import Tuning

@Suite("Random search")
struct RandomSamplerTests {
  private static let rates = SearchSpace([
    SearchSpace.Axis("rate", .numbers(0.0001...1, isLogarithmic: true)),
    SearchSpace.Axis("units", .wholeNumbers(4...64, isLogarithmic: false)),
  ])

  /// The points of some trials in turn, none of them twice.
  private static func points(
    _ count: Int, of space: SearchSpace, seed: UInt64 = 3
  ) -> [SearchSpace.Point] {
    let sampler = RandomSampler(space, seed: seed)
    var points: [SearchSpace.Point] = []
    for number in 1...count {
      let point = sampler.point(ofTrial: number, besides: points.count) { points.contains($0) }
      guard let point else { break }
      points.append(point)
    }
    return points
  }

  @Test("trial 7 is the same whatever the number of trials, and another one for another seed")
  func seventh() {
    let sampler = RandomSampler(Self.rates, seed: 3)
    let alone = sampler.point(ofTrial: 7, besides: 0) { _ in false }
    #expect(Self.points(7, of: Self.rates).last == alone)
    #expect(Self.points(40, of: Self.rates)[6] == alone)
    #expect(Self.points(40, of: Self.rates, seed: 4)[6] != alone)
  }

  @Test("tries every point of a finite space once, and then no more", arguments: [0, 3, 77])
  func finite(seed: UInt64) {
    let space = SearchSpace([
      SearchSpace.Axis("a", .choices(5)), SearchSpace.Axis("b", .choices(4)),
      SearchSpace.Axis("c", .wholeNumbers(1...3, isLogarithmic: true)),
    ])
    let points = Self.points(200, of: space, seed: seed)
    #expect(points.count == 60)
    #expect(Set(points).count == 60)
  }

  @Test("60 draws hit the best 5% with probability 0.954")
  func topFive() {
    // 1 - 0.95^60 = 0.9539; over 400 seeds the standard error is 0.0105.
    let space = SearchSpace([SearchSpace.Axis("x", .numbers(0...1, isLogarithmic: false))])
    let hits = (0..<400).count { seed in
      Self.points(60, of: space, seed: UInt64(seed)).contains { $0[0] > 0.95 }
    }
    #expect(abs(Double(hits) / 400 - 0.9539) < 0.04)
  }

  @Test("says where a range has no other number left")
  func exhausted() {
    let one = SearchSpace([SearchSpace.Axis("x", .numbers(0.5...0.5, isLogarithmic: false))])
    #expect(Self.points(5, of: one) == [[0.5]])
    let sampler = RandomSampler(Self.rates, seed: 3)
    #expect(sampler.point(ofTrial: 1, besides: 0) { _ in true } == nil)
  }
}
