import Synchronization
import Testing

@testable import TensorEngine

@Suite("Matrix of doubles")
struct MatrixTests {
  private static func matrix(_ rows: Int, _ columns: Int, _ name: String) -> Matrix {
    let numbers = RandomStream(seed: 1, name: name).normals(count: rows * columns)
    return Matrix(rows: rows, columns: columns, elements: numbers)
  }

  /// The sums as they are written on paper: k ascending, each product and each sum rounded.
  private static func product(_ a: Matrix, _ b: Matrix) -> [Double] {
    (0..<a.rows).flatMap { row in
      (0..<b.columns).map { column in
        (0..<a.columns).reduce(0.0) { $0 + a[row, $1] * b[$1, column] }
      }
    }
  }

  @Test(
    "a product has the bits of its sums, on every path and number of threads",
    arguments: [(1, 1, 1), (3, 5, 7), (200, 70, 131), (17, 300, 129), (0, 4, 3), (4, 3, 0)])
  func product(rows: Int, columns: Int, depth: Int) throws {
    let (a, b) = (Self.matrix(rows, depth, "a"), Self.matrix(depth, columns, "b"))
    let expected = Self.product(a, b)
    for kernels in Kernels.available {
      for pool in [nil, ThreadPool(threads: 3, threshold: 0)] {
        let product = try #require(try a.product(b, pool: pool, kernels: kernels))
        #expect(product.rows == rows && product.columns == columns)
        #expect(product.elements.map(\.bitPattern) == expected.map(\.bitPattern))
      }
    }
    #expect(try a.product(Self.matrix(depth + 1, 2, "c")) == nil)
  }

  @Test("rows and columns are exchanged", arguments: [(1, 5), (40, 3), (33, 70)])
  func transposed(rows: Int, columns: Int) throws {
    let matrix = Self.matrix(rows, columns, "a")
    let transposed = try matrix.transposed()
    #expect(transposed.rows == columns && transposed.columns == rows)
    for row in 0..<rows {
      for column in 0..<columns { #expect(transposed[column, row] == matrix[row, column]) }
    }
  }

  @Test("sorting that may be called off is sorting, equal elements in their order")
  func sorting() throws {
    var numbers = RandomStream(seed: 1, name: "numbers").normals(count: 200_000)
    for index in stride(from: 0, to: 200_000, by: 3) {
      numbers[index] = index % 2 == 0 ? 0.0 : -0.0
    }
    #expect(try numbers.sorted(.never).map(\.bitPattern) == numbers.sorted().map(\.bitPattern))
    for share in [0, 0.25, 0.5, 1] {
      #expect(try numbers.quantile(share, .never) == numbers.quantile(share))
    }
    #expect(try [Double]().sorted(.never).isEmpty)
  }

  /// Work of some hundred milliseconds and more.
  private static let work: [(name: String, run: @Sendable (ThreadPool) throws -> Void)] = [
    ("product", { _ = try matrix(500, 2000, "a").product(matrix(2000, 500, "b"), pool: $0) }),
    ("map", { _ = try matrix(1000, 500, "a").map($0.interruption) { $0 + 1 } }),
    ("sort", { _ = try matrix(1000, 500, "a").elements.sorted($0.interruption) }),
    ("transpose", { _ = try matrix(1000, 500, "a").transposed($0.interruption) }),
  ]

  @Test("all work on them ends at any question with the error that says so", arguments: 0..<4)
  func interrupts(number: Int) throws {
    let all = Atomic(0)
    try Self.work[number].run(
      ThreadPool(threads: 2).heeding(
        Interruption(isAsked: {
          all.add(1, ordering: .relaxed)
          return false
        })))
    let count = all.load(ordering: .relaxed)
    #expect(count > 4)
    for limit in [1, 2, count / 2, count] {
      let asks = Atomic(0)
      let pool = ThreadPool(threads: 2).heeding(
        Interruption(isAsked: { asks.add(1, ordering: .relaxed).newValue >= limit }))
      #expect(throws: EngineError.interrupted) { try Self.work[number].run(pool) }
    }
  }
}
