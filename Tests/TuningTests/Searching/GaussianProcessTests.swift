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
