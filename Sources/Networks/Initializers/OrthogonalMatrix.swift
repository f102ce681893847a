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

  static func isPractical(_ shape: Shape) -> Bool {
    let columns = Double(max(1, shape.last))
    let rows = Double(shape.count) / columns
    return rows * columns * min(rows, columns) <= workLimit
  }

  /// How many finished vectors are taken from all others together: they stay in a cache.
  fileprivate static let vectorsTogether = 16

  /// The elements of a matrix, row by row; anything where the pool's work is called off.
  static func values(
    rows: Int, columns: Int, from stream: RandomStream, _ pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) -> [Float] {
    let count = min(rows, columns)
    let length = max(rows, columns)
    // Vector i is a column of a tall matrix or a row of a wide one.
    var vectors = [Double](repeating: 0, count: count * length)
    vectors.withUnsafeMutableBufferPointer { memory in
      guard let base = memory.baseAddress else { return }
      let work = Orthogonalization(
        base: base, count: count, length: length, kernels: kernels, pool: pool)
      work.draw(from: stream)
      for first in stride(from: 0, to: count, by: vectorsTogether) {
        work.finish(first..<min(count, first + vectorsTogether))
      }
    }
    if rows < columns { return vectors.map { Float($0) } }
    return (0..<rows * columns).map { Float(vectors[$0 % columns * length + $0 / columns]) }
  }
}

/// Vectors that are made orthogonal to those before them.
///
/// Some vectors are finished at a time: they lose once more what they share with all before them, then
/// twice what they share with each other, and the later ones lose what they share with these. A vector
/// loses all of it in the same order, however many threads work.
private struct Orthogonalization: @unchecked Sendable {
  let base: UnsafeMutablePointer<Double>
  let count: Int
  let length: Int
  let kernels: Kernels
  let pool: ThreadPool?

  /// Draws all vectors, number after number.
  func draw(from stream: RandomStream) {
    let (total, together) = (count * length, 16_384)
    let work = { @Sendable (chunk: Int) in
      if isCalledOff { return }
      let first = chunk * together
      let normals = stream.normals(from: first, count: min(together, total - first))
      (base + first).update(from: normals, count: normals.count)
    }
    let chunks = (total + together - 1) / together
    if let pool { pool.run(chunks: chunks, work) } else { (0..<chunks).forEach(work) }
  }

  /// Finishes some vectors that have lost what they share with all before these, and takes what the
  /// later ones share with these from them.
  func finish(_ range: Range<Int>) {
    take(0..<range.lowerBound, fromEach: range)
    for index in range {
      if isCalledOff { return }
      take(range.lowerBound..<index, from: index)
      take(range.lowerBound..<index, from: index)
      normalize(index)
    }
    take(range, fromEach: range.upperBound..<count)
  }

  /// Takes what some vectors share with finished ones from each of them, with the threads there are.
  private func take(_ others: Range<Int>, fromEach left: Range<Int>) {
    let chunks = min(left.count, (pool?.threads ?? 1) * 2)
    let work = { @Sendable (chunk: Int) in
      let own = ThreadPool.range(ofChunk: chunk, of: chunks, count: left.count)
      for first in stride(
        from: others.lowerBound, to: others.upperBound, by: OrthogonalMatrix.vectorsTogether)
      {
        let together = first..<min(others.upperBound, first + OrthogonalMatrix.vectorsTogether)
        for index in own {
          if isCalledOff { return }
          take(together, from: left.lowerBound + index)
        }
      }
    }
    if let pool, others.count * left.count * length * 4 >= pool.threshold {
      pool.run(chunks: chunks, work)
    } else {
      for chunk in 0..<chunks { work(chunk) }
    }
  }

  private var isCalledOff: Bool { pool?.interruption.isAsked() ?? false }

  /// Takes what a vector shares with some finished ones from it, one after the other.
  private func take(_ others: Range<Int>, from index: Int) {
    guard !others.isEmpty else { return }
    let vector = base + index * length
    var other = base + others.lowerBound * length
    var product = kernels.subtract(other, times: 0, from: vector, count: length, productWith: other)
    for next in others.dropFirst() {
      let following = base + next * length
      product = kernels.subtract(
        other, times: product, from: vector, count: length, productWith: following)
      other = following
    }
    _ = kernels.subtract(other, times: product, from: vector, count: length, productWith: other)
  }

  private func normalize(_ index: Int) {
    let vector = base + index * length
    let square = kernels.subtract(
      vector, times: 0, from: vector, count: length, productWith: vector)
    let size = square.squareRoot()
    for k in 0..<length where size > 0 { vector[k] /= size }
  }
}
