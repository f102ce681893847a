import Networks
import TensorEngine
import Testing

@testable import Tuning

@Suite("A plane of the loss")
struct LossPlaneTests {
  /// Five places of three parameters.
  private static let path: [[Float]] = [
    [0, 0, 0.5], [1, 2, 0.25], [2, 3, 0], [4, 3.5, -0.5], [4, 4, 0.25],
  ]

  /// numpy.linalg.svd of the path less its mean: the squares of the singular values, and the
  /// products of the first place less the last with the first two rows of Vt.
  @Test("goes along the principal components of a path, as NumPy's SVD finds them")
  func principal() throws {
    let plane = try #require(LossPlane(ofPath: Self.path, through: Self.path[4]))
    let shares = try #require(plane.shares)
    #expect((shares.across - Self.expectedShares[0]).magnitude < 1e-12)
    #expect((shares.upwards - Self.expectedShares[1]).magnitude < 1e-12)
    let start = plane.place(of: Self.path[0])
    #expect((start.x - Self.expectedStart.x).magnitude < 1e-6)
    #expect((start.y - Self.expectedStart.y).magnitude < 1e-6)
    for direction in [plane.across, plane.upwards] {
      #expect((direction.reduce(0) { $0 + $1 * $1 } - 1).magnitude < 1e-12)
    }
    #expect(zip(plane.across, plane.upwards).reduce(0) { $0 + $1.0 * $1.1 }.magnitude < 1e-12)
    #expect(plane.place(of: Self.path[4]) == (0, 0))
  }

  private static let expectedShares = [0.9520517128171975, 0.03520071965267647]
  private static let expectedStart = (x: -5.637834218488513, y: 0.4351637637528743)

  @Test("needs two dimensions")
  func flat() {
    #expect(LossPlane(ofPath: [], through: [1, 2]) == nil)
    #expect(LossPlane(ofPath: [[0, 0], [1, 1]], through: [1, 1]) == nil)
    #expect(LossPlane(ofPath: [[0, 0], [1, 1], [2, 2]], through: [2, 2]) == nil)
    #expect(LossPlane(ofPath: [[0, 0], [.nan, 1], [2, 1]], through: [2, 1]) == nil)
    #expect(LossPlane(ofPath: [[0, 0], [1, 1], [2, 1]], through: [2, 1]) != nil)
    #expect(LossPlane(ofPath: [[], [], []], through: []) == nil)
  }

  @Test("is measured by all examples, or by fewer where places times weights are many")
  func rows() throws {
    let plane = try #require(LossPlane(ofPath: Self.path, through: Self.path[4]))
    let all = (0..<5000).map { Int32($0) }
    #expect(plane.rows(of: Array(all[..<800]), places: 1440, seed: 1) == Array(all[..<800]))
    #expect(plane.rows(of: all, places: 1440, seed: 1).count == 1000)
    // 20,000,000,000 / (20,000,000 places * 3 weights) = 333
    #expect(plane.rows(of: all, places: 20_000_000, seed: 1).count == 333)
    let few = plane.rows(of: all, places: 2_000_000_000, seed: 1)
    #expect(few.count == 32 && few == few.sorted() && Set(few).count == 32)
    #expect(few != plane.rows(of: all, places: 2_000_000_000, seed: 2))
  }

  @Test("of thousands of parameters comes from all of them, and is ended where it is told to")
  func blocks() throws {
    let width = 2500
    let drawn = RandomStream(seed: 1, name: "path").normals(count: 2 * width)
    func length(_ values: ArraySlice<Double>) -> Double {
      values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let path = (0..<9).map { step -> [Float] in
      let (one, other) = (Double(step) / 2, Double(step * step % 5) / 4)
      return (0..<width).map { Float(one * drawn[$0] + other * drawn[width + $0]) }
    }
    let plane = try #require(LossPlane(ofPath: path, through: path[8]))
    let shares = try #require(plane.shares)
    // The path has no more than two dimensions, so distances in the plane are those of the weights.
    #expect((shares.across + shares.upwards - 1).magnitude < 1e-9)
    let start = plane.place(of: path[0])
    let squares = zip(path[0], path[8]).reduce(0.0) {
      $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
    }
    #expect((start.x * start.x + start.y * start.y - squares).magnitude < 1e-5 * squares)
    #expect(length(plane.across[...]).isFinite && plane.across[2400...].contains { $0 != 0 })
    var pieces: [Int] = []
    _ = LossPlane(ofPath: path, through: path[8]) { piece, all in
      pieces.append(piece)
      return all == 6
    }
    #expect(pieces == [0, 1, 2, 3, 4, 5])
    for last in 0..<6 {
      #expect(LossPlane(ofPath: path, through: path[8]) { piece, _ in piece < last } == nil)
    }
  }

  @Test("in random directions is as long as the weights of each unit")
  func random() throws {
    let network = try Rings.variant(rate: 0.1).network
    let plane = LossPlane(randomAround: network, seed: 5)
    let units = network.unitsOfTrainedValues
    for direction in [plane.across, plane.upwards] {
      for unit in 0..<5 {
        func length(_ values: [Double]) -> Double {
          zip(values, units).reduce(0) { $1.1 == unit ? $0 + $1.0 * $1.0 : $0 }.squareRoot()
        }
        let own = length(network.trainedValues.map { Double($0) })
        #expect((length(direction) - own).magnitude < 1e-9)
      }
    }
    #expect(plane.across != plane.upwards)
    #expect(LossPlane(randomAround: network, seed: 5).across == plane.across)
    #expect(LossPlane(randomAround: network, seed: 6).across != plane.across)
  }

  @Test("has the loss of the network in its middle, and ends where it is told to")
  func losses() throws {
    let trainer = try Rings.trainer(Rings.variant(rate: 0.5))
    let network = try trainer.run().network
    let probe = try LossProbe(network, on: trainer.examples, rows: trainer.trainingRows)
    let plane = LossPlane(randomAround: network, seed: 0)
    let losses = plane.losses(probe, columns: [-1, 0, 1], rows: [1, 0, -1])
    let own = try network.evaluate(trainer.examples, rows: trainer.trainingRows).loss
    #expect(losses.count == 9 && losses.allSatisfy(\.isFinite))
    #expect(losses[4] == own)
    let cut = plane.losses(probe, columns: [-1, 0, 1], rows: [1, 0, -1]) { $0 < 2 }
    #expect(cut.prefix(6) == losses.prefix(6) && cut.suffix(3).allSatisfy(\.isNaN))
  }

  @Test("rests on eigenvectors that satisfy their equation", arguments: [1, 2, 7, 40])
  func eigenvectors(count: Int) {
    let numbers = RandomStream(seed: 1, name: "matrix").normals(count: count * count)
    var matrix = numbers
    for row in 0..<count {
      for column in 0..<row { matrix[row * count + column] = matrix[column * count + row] }
    }
    let axes = SymmetricEigenvectors(matrix, count: count)
    for (value, vector) in zip(axes.values, axes.vectors) {
      for row in 0..<count {
        let product = (0..<count).reduce(0) { $0 + matrix[row * count + $1] * vector[$1] }
        #expect((product - value * vector[row]).magnitude < 1e-12 * Double(count))
      }
    }
    #expect(axes.values == axes.values.sorted(by: >))
    _ = SymmetricEigenvectors([Double](repeating: .nan, count: count * count), count: count)
  }
}
