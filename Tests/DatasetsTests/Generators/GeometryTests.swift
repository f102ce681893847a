import Datasets
import Foundation
import TensorEngine
import Testing

/// What the shapes of the generated sets must be, whatever the seed.
@Suite("Geometry of generated sets")
struct GeometryTests {
  private func make(
    _ name: String, _ options: [(name: String, value: Double)], seed: UInt64 = 5
  ) throws -> Dataset {
    try #require(Generator.named(name)).dataset(options: options, seed: seed)
  }

  /// The points of a class, `[x, y]` each.
  private func points(_ data: Dataset, class number: Int) -> [[Double]] {
    let (classes, floats) = (data.classes, data.floats)
    return classes.indices.filter { classes[$0] == number }.map { row in
      [Double(floats[2 * row]), Double(floats[2 * row + 1])]
    }
  }

  @Test("circles without noise have radius 1 and the factor", arguments: [0.3, 0.5, 0.8])
  func circles(factor: Double) throws {
    let data = try make("circles", [("points", 60), ("noise", 0), ("factor", factor)])
    for (number, radius) in [1, factor].enumerated() {
      let found = points(data, class: number)
      #expect(found.allSatisfy { abs(hypot($0[0], $0[1]) - radius) < 1e-6 })
      let angles = found.map { atan2($0[1], $0[0]) }.sorted()
      for (first, second) in zip(angles, angles.dropFirst()) {
        #expect(abs(second - first - 2 * .pi / 30) < 1e-5)
      }
    }
  }

  @Test("moons without noise are half circles around two middles")
  func moons() throws {
    let data = try make("moons", [("points", 41), ("noise", 0)])
    let (upper, lower) = (points(data, class: 0), points(data, class: 1))
    #expect(upper.allSatisfy { abs(hypot($0[0], $0[1]) - 1) < 1e-6 && $0[1] > -1e-6 })
    #expect(lower.allSatisfy { abs(hypot($0[0] - 1, $0[1] - 0.5) - 1) < 1e-6 })
    #expect(lower.allSatisfy { $0[1] < 0.5 + 1e-6 })
  }

  @Test("spirals without noise wind evenly out to radius 1", arguments: [2, 3])
  func spirals(classes: Int) throws {
    let data = try make(
      "spirals", [("points", 90), ("noise", 0), ("classes", Double(classes)), ("turns", 2)])
    let share = 90 / classes
    for number in 0..<classes {
      for point in points(data, class: number) {
        let radius = hypot(point[0], point[1])
        #expect(abs((radius * Double(share)).rounded() - radius * Double(share)) < 1e-4)
        let angle = 2 * Double.pi * (2 * radius + Double(number) / Double(classes))
        #expect(abs(cos(angle) - point[0] / radius) < 1e-4)
        #expect(abs(sin(angle) - point[1] / radius) < 1e-4)
      }
    }
  }

  @Test("blobs lie around their middles with the noise as deviation")
  func blobs() throws {
    let data = try make("blobs", [("points", 4000), ("noise", 0.3), ("classes", 4)])
    let middles = [[0.0, 1.0], [-1, 0], [0, -1], [1, 0]]
    for (number, middle) in middles.enumerated() {
      let found = points(data, class: number)
      for axis in 0..<2 {
        let values = found.map { $0[axis] }
        let mean = values.reduce(0, +) / 1000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1000
        // Five standard errors of a mean and of a deviation of 1000 draws.
        #expect(abs(mean - middle[axis]) < 5 * 0.3 / 1000.squareRoot())
        #expect(abs(variance.squareRoot() - 0.3) < 5 * 0.3 / 2000.squareRoot())
      }
    }
  }

  @Test("xor without noise has the classes on its diagonals, each quarter alike")
  func xor() throws {
    let data = try make("xor", [("points", 400), ("noise", 0)])
    #expect(points(data, class: 0).allSatisfy { $0[0] * $0[1] > 0 })
    #expect(points(data, class: 1).allSatisfy { $0[0] * $0[1] < 0 })
    #expect(points(data, class: 0).filter { $0[0] > 0 }.count == 100)
    #expect(points(data, class: 1).filter { $0[0] > 0 }.count == 100)
    #expect(data.floats.allSatisfy { abs($0) <= 1 })
  }

  /// Phi(-1) = 0.158655, from tables of the normal distribution.
  @Test("gaussians overlap as much as the normal distribution says")
  func gaussians() throws {
    let data = try make("gaussians", [("points", 20_000)])
    let (classes, floats) = (data.classes, data.floats)
    let wrong = classes.indices.filter { (floats[2 * $0] > 0) != (classes[$0] == 1) }
    #expect(abs(Double(wrong.count) / 20_000 - 0.158655) < 0.0078)
  }

  @Test("line and waves without noise are their formulas")
  func curves() throws {
    let line = try make(
      "line", [("points", 21), ("noise", 0), ("slope", -2), ("intercept", 0.5)])
    for (x, y) in zip(line.floats, line.values) { #expect(abs(y - (0.5 - 2 * x)) < 1e-6) }
    #expect(line.floats.min() == -1 && line.floats.max() == 1)
    let waves = try make("waves", [("points", 101), ("noise", 0), ("waves", 1.5)])
    for (x, y) in zip(waves.floats, waves.values) {
      #expect(abs(Double(y) - sin(3 * Double.pi * Double(x))) < 1e-5)
    }
    #expect(waves.classNames.isEmpty && waves.featureNames == ["x"])
  }

  @Test("houses without noise cost what the formula says")
  func houses() throws {
    let data = try make("houses", [("houses", 300), ("noise", 0)])
    for row in 0..<300 {
      let house = data.floats[4 * row..<4 * row + 4].map { Double($0) }
      let price = 60 + 2 * house[0] + 10 * house[1] - house[2] - 4 * house[3]
      #expect(abs(Double(data.values[row]) - price) < 1e-3)
    }
    let ranges = data.featureStatistics().map { [$0.minimum, $0.maximum] }
    #expect(ranges[0][0] >= 40 && ranges[0][1] <= 240 && ranges[1][0] >= 1)
  }

  @Test("more noise moves the same points further along the same way")
  func noiseIsItsOwnStream() throws {
    let still = try make("moons", [("points", 50), ("noise", 0)])
    let some = try make("moons", [("points", 50), ("noise", 0.1)])
    let more = try make("moons", [("points", 50), ("noise", 0.2)])
    #expect(some.classes == still.classes)
    for index in still.floats.indices {
      let push = some.floats[index] - still.floats[index]
      #expect(abs(more.floats[index] - still.floats[index] - 2 * push) < 1e-5)
    }
  }

  @Test("the order is that of the stream data/NAME/order")
  func orderStream() throws {
    let data = try make("circles", [("points", 31), ("noise", 0)], seed: 9)
    let order = RandomStream(seed: 9, name: "data/circles/order").permutation(count: 31)
    #expect(data.classes == order.map { $0 < 15 ? 0 : 1 })
    #expect(Set(data.classes.prefix(15)).count == 2)
  }
}
