extension Matrix {
  /// The rows that are transposed together, whose elements come to lie side by side.
  private static let rowsTransposed = 16
  /// The rows of a product that are computed together.
  private static let rowsTogether = 192
  /// About the work of a product between two questions, in floating-point operations.
  private static let workTogether = 50_000_000

  /// Rows and columns exchanged: `[columns, rows]`.
  ///
  /// - Throws: `interrupted`.
  public func transposed(_ interruption: Interruption = .never) throws(EngineError) -> Matrix {
    var result = [Double](repeating: 0, count: elements.count)
    for first in stride(from: 0, to: rows, by: Self.rowsTransposed) {
      try interruption.check()
      for column in 0..<columns {
        for row in first..<Swift.min(rows, first + Self.rowsTransposed) {
          result[column * rows + row] = elements[row * columns + column]
        }
      }
    }
    return Matrix(rows: columns, columns: rows, elements: result)
  }

  /// A matrix of the same size whose elements are a function of these.
  ///
  /// - Throws: `interrupted`.
  public func map(
    _ interruption: Interruption = .never, _ transform: (Double) -> Double
  ) throws(EngineError) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: try elements.map(interruption, transform))
  }

  /// The matrix product, each element accumulated over k in ascending order from +0, every product
  /// and every sum rounded; `nil` if the inner sizes differ. The bits are the same with any number
  /// of threads.
  ///
  /// - Parameters:
  ///   - pool: The threads to use, and what calls the product off.
  ///   - kernels: The kernels to use.
  /// - Throws: `interrupted`.
  public func product(
    _ other: Matrix, pool: ThreadPool? = nil, kernels: Kernels = .selected
  ) throws(EngineError) -> Matrix? {
    guard columns == other.rows else { return nil }
    let sizes = MatrixProduct(rows: rows, columns: other.columns, depth: columns)
    let result = [Double](unsafeUninitializedCapacity: rows * other.columns) { memory, count in
      elements.withUnsafeBufferPointer { a in
        other.elements.withUnsafeBufferPointer { b in
          Self.multiply(a, b, into: memory, sizes, pool, kernels)
        }
      }
      count = rows * other.columns
    }
    try pool?.interruption.check()
    return Matrix(rows: rows, columns: other.columns, elements: result)
  }

  /// Computes block after block of the result; what is left when the product is called off is 0.
  private static func multiply(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>,
    into c: UnsafeMutableBufferPointer<Double>, _ sizes: MatrixProduct, _ pool: ThreadPool?,
    _ kernels: Kernels
  ) {
    c.initialize(repeating: 0)
    guard sizes.rows > 0, sizes.columns > 0 else { return }
    let job = DoubleJob(
      a: a, b: b, c: c, sizes: sizes, kernels: kernels,
      interruption: pool?.interruption ?? .never,
      rowsTogether: min(sizes.rows, rowsTogether),
      columnsTogether: max(
        64, workTogether / max(1, 2 * min(sizes.rows, rowsTogether) * sizes.depth) / 64 * 64))
    guard let pool, 2 * sizes.rows * sizes.columns * sizes.depth >= pool.threshold else {
      job.run(chunk: 0, of: 1)
      return
    }
    let chunks = pool.threads > 1 ? pool.threads * 2 : 1
    pool.run(chunks: chunks) { job.run(chunk: $0, of: chunks) }
  }

  /// A product under way: blocks of its result, in order.
  private struct DoubleJob: @unchecked Sendable {
    let a: UnsafeBufferPointer<Double>
    let b: UnsafeBufferPointer<Double>
    let c: UnsafeMutableBufferPointer<Double>
    let sizes: MatrixProduct
    let kernels: Kernels
    let interruption: Interruption
    let rowsTogether: Int
    let columnsTogether: Int

    /// Computes the blocks of a chunk, each where no other chunk writes.
    func run(chunk: Int, of chunks: Int) {
      let across = (sizes.columns + columnsTogether - 1) / columnsTogether
      let down = (sizes.rows + rowsTogether - 1) / rowsTogether
      for block in ThreadPool.range(ofChunk: chunk, of: chunks, count: across * down) {
        if interruption.isAsked() { return }
        let (row, column) = (block / across * rowsTogether, block % across * columnsTogether)
        kernels.doubleProduct(
          a, b, into: c, sizes, rows: row..<min(sizes.rows, row + rowsTogether),
          columns: column..<min(sizes.columns, column + columnsTogether))
      }
    }
  }
}
