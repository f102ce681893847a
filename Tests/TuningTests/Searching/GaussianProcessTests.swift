import TensorEngine
import Testing

@testable import Tuning

@Suite("Gaussian processes")
struct GaussianProcessTests {
  private static let points = [
    [0.1, 0.2, 0], [0.5, 0.9, 1], [0.3, 0.3, 0], [0.95, 0.05, 2], [0.7, 0.6, 1],
  ]
  private static let values = [0.5, -1.2, 0.3, 1.1, -0.7]
  private static let distances = AxisDistances(points, isChoice: [false, false, true])

  private static func kernel() -> MaternKernel {
    var kernel = MaternKernel(axes: 3)
    kernel.logs = [4, 1.5, 0.8, 1.3, 0.02].map { ElementaryMath.log($0) }
    return kernel
  }

  /// By SciPy 1.17: the Matern kernel of ν = 5/2 through the Bessel function `kv`, and
  /// `multivariate_normal.logpdf` without its constant.
  @Test("the kernel and the likelihood are SciPy's")
  func reference() throws {
    let matrix = Self.distances.matrix(of: Self.kernel())
    #expect(abs(matrix[5] - 0.38074446485821134) < 1e-12)
    #expect(abs(matrix[15] - 0.20020922872237817) < 1e-12)
    let found = try #require(Self.distances.likelihood(Self.kernel(), Self.values))
    #expect(abs(found.value - Self.kernel().prior.value - -0.8375766488255465) < 1e-10)
  }

  /// By scikit-learn 1.9.1's GaussianProcessRegressor with ConstantKernel(1.3) * Matern of ν = 5/2 and
  /// the length scales 1/√4 and 1/√0.8, all fixed, alpha 0.02 + 1e-6, on places between 0 and 1 and
  /// values brought to the mean 0 and the deviation 1; the expected improvement by SciPy 1.17's
  /// integral of (lowest - f) times the density of f.
  @Test("the belief is scikit-learn's, and the expected improvement is the integral")
  func regressor() throws {
    let space = SearchSpace([
      SearchSpace.Axis("rate", .numbers(0.0001...1, isLogarithmic: true)),
      SearchSpace.Axis("units", .numbers(4...64, isLogarithmic: false)),
    ])
    var kernel = MaternKernel(axes: 2)
    kernel.logs = [4, 0.8, 1.3, 0.02].map { ElementaryMath.log($0) }
    let process = try #require(
      GaussianProcess(
        [[0.0002, 40], [0.001, 10], [0.004, 25], [0.02, 60], [0.1, 8], [0.6, 30]],
        values: [0.52, 0.31, 0.12, 0.055, 0.18, 0.47], in: space, kernel: kernel))
    #expect(abs(process.lowest - 0.06326670348610766) < 1e-12)
    let known: [(point: [Double], mean: Double, deviation: Double, gain: Double)] = [
      ([0.02, 60], 0.06326670348610758, 0.026201155898844038, 0.010452748883438332),
      ([0.012, 24], 0.06451536418490661, 0.038242876417406285, 0.01464050164915934),
      ([0.0001, 4], 0.5095765134682484, 0.09656823884137833, 3.669812212865294e-08),
      ([1, 64], 0.4405359099417961, 0.10756218346802834, 6.10645199694086e-06),
      ([0.05, 12.5], 0.12374450858578695, 0.035034534345139645, 0.0006008613649869923),
    ]
    for (point, mean, deviation, gain) in known {
      let belief = process.belief(at: point)
      #expect(abs(belief.mean - mean) < 1e-12, "\(point)")
      #expect(abs(belief.deviation - deviation) < 1e-12, "\(point)")
      #expect(abs(process.expectedImprovement(at: point) / gain - 1) < 1e-8, "\(point)")
    }
  }

  @Test("the slopes of the likelihood are its finite differences")
  func slopes() throws {
    let found = try #require(Self.distances.likelihood(Self.kernel(), Self.values))
    for place in found.slopes.indices {
      let ends = try [1e-5, -1e-5].map { step -> Double in
        var kernel = Self.kernel()
        kernel.logs[place] += step
        return try #require(Self.distances.likelihood(kernel, Self.values)).value
      }
      #expect(abs((ends[0] - ends[1]) / 2e-5 - found.slopes[place]) < 1e-6, "\(place)")
    }
  }

  @Test("a factor solves what it was made of")
  func factor() throws {
    let matrix = Self.distances.matrix(of: Self.kernel())
    func entry(_ row: Int, _ column: Int) -> Double {
      matrix[max(row, column) * 5 + min(row, column)]
    }
    let factor = try #require(CholeskyFactor(matrix, count: 5))
    let solved = factor.solve(Self.values)
    let inverse = factor.inverse()
    for row in 0..<5 {
      let back = (0..<5).reduce(0) { $0 + entry(row, $1) * solved[$1] }
      #expect(abs(back - Self.values[row]) < 1e-12)
      for column in 0..<5 {
        let unit = (0..<5).reduce(0) {
          $0 + entry(row, $1) * inverse[max($1, column) * 5 + min($1, column)]
        }
        #expect(abs(unit - (row == column ? 1 : 0)) < 1e-11)
      }
    }
    #expect(CholeskyFactor([1, 0, 2, 1], count: 2) == nil)
  }

  @Test("believes what was measured, knows little far away, and expects most in between")
  func belief() throws {
    let space = SearchSpace([SearchSpace.Axis("rate", .numbers(0.0001...1, isLogarithmic: true))])
    let rates = [0.0001, 0.0003, 0.003, 0.01, 0.1, 0.5, 1]
    let values = rates.map { rate -> Double in
      let apart = ElementaryMath.log(rate / 0.03)
      return apart * apart
    }
    let process = try #require(
      GaussianProcess(rates.map { [$0] }, values: values, in: space))
    for (rate, value) in zip(rates, values) {
      let belief = process.belief(at: [rate])
      #expect(abs(belief.mean - value) < 2, "\(rate)")
    }
    #expect(process.belief(at: [0.05]).deviation > process.belief(at: [0.1]).deviation)
    let best = [0.0001, 0.001, 0.03, 0.3, 1].max { first, second in
      process.logExpectedImprovement(at: [first]) < process.logExpectedImprovement(at: [second])
    }
    #expect(best == 0.03)
  }
}
