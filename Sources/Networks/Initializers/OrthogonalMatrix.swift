import TensorEngine

/// A random matrix with orthonormal columns, or rows where those are fewer.
///
/// It is the Q of the QR decomposition of a matrix of normal numbers, with signs such that R has
/// a positive diagonal, so that every such matrix is equally likely (Mezzadri, 2007); Keras's.
/// Each vector is made orthogonal to those before it twice, after which the angles are right to
/// the last places (Giraud, Langou and Rozložník, 2005).
enum OrthogonalMatrix {
  /// The most products that a matrix may take, some seconds.
  private static let workLimit = 8_000_000_000.0
  private static let lanes = 8

  static func isPractical(_ shape: Shape) -> Bool {
    let columns = Double(max(1, shape.last))
    let rows = Double(shape.count) / columns
    return rows * columns * min(rows, columns) <= workLimit
  }

  /// The elements of a matrix, row by row.
  static func values(rows: Int, columns: Int, from stream: RandomStream) -> [Float] {
    let count = min(rows, columns)
    let length = max(rows, columns)
    // Vector i is a column of a tall matrix or a row of a wide one.
    var vectors = stream.normals(count: count * length)
    for index in 0..<count {
      for _ in 0..<2 {
        for other in 0..<index {
          let product = dot(vectors, index * length, other * length, length)
          for k in 0..<length {
            vectors[index * length + k] -= product * vectors[other * length + k]
          }
        }
      }
      let size = dot(vectors, index * length, index * length, length).squareRoot()
      for k in 0..<length where size > 0 { vectors[index * length + k] /= size }
    }
    if rows < columns { return vectors.map { Float($0) } }
    return (0..<rows * columns).map { Float(vectors[$0 % columns * length + $0 / columns]) }
  }

  /// The sum of products in 8 lanes, added in order.
  private static func dot(_ x: [Double], _ first: Int, _ second: Int, _ count: Int) -> Double {
    var sums = SIMD8<Double>()
    var k = 0
    while k + lanes <= count {
      for lane in 0..<lanes { sums[lane] += x[first + k + lane] * x[second + k + lane] }
      k += lanes
    }
    var sum = 0.0
    for lane in 0..<lanes { sum += sums[lane] }
    while k < count {
      sum += x[first + k] * x[second + k]
      k += 1
    }
    return sum
  }
}
