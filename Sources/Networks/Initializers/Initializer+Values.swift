public import TensorEngine

extension Initializer {
  /// The standard deviation of a unit normal distribution after the cut at two deviations.
  private static let deviationAfterCut = 0.879_625_661_034_239_78
  /// Half the width of `uniform`, and the deviation of `normal`.
  private static let smallSize = 0.05
  /// How many numbers are drawn between two questions whether to go on.
  private static let drawnTogether = 65_536

  /// Draws the values of one parameter.
  ///
  /// - Parameters:
  ///   - shape: The parameter's shape; for `orthogonal` a matrix whose columns are its last
  ///     dimension.
  ///   - fanIn: How many inputs reach one output, at least 1.
  ///   - fanOut: How many outputs one input reaches, at least 1.
  ///   - stream: The random stream that is named after the parameter.
  ///   - pool: The threads to use. Where the work is called off, the values that are missing are 0
  ///     and those of an orthogonal matrix anything.
  /// - Returns: As many values as the shape has, row by row.
  public func values(
    shape: Shape, fanIn: Int, fanOut: Int, from stream: RandomStream, pool: ThreadPool? = nil
  ) -> Tensor {
    let count = shape.count
    let interruption = pool?.interruption ?? .never
    let elements: [Float]
    switch self {
    case .zeros: elements = Array(repeating: 0, count: count)
    case .ones: elements = Array(repeating: 1, count: count)
    case .constant(let value): elements = Array(repeating: Float(value), count: count)
    case .glorotUniform, .heUniform, .lecunUniform:
      let bound = (3 * variance(fanIn: fanIn, fanOut: fanOut)).squareRoot()
      elements = Self.uniforms(count: count, bound: bound, from: stream, interruption)
    case .uniform:
      elements = Self.uniforms(count: count, bound: Self.smallSize, from: stream, interruption)
    case .glorotNormal, .heNormal, .lecunNormal:
      let deviation = variance(fanIn: fanIn, fanOut: fanOut).squareRoot()
      elements = Self.truncatedNormals(
        count: count, deviation: deviation / Self.deviationAfterCut, from: stream, interruption)
    case .normal:
      elements = Self.drawn(count, interruption) { first, amount in
        stream.normals(from: first, count: amount).map { Float($0 * Self.smallSize) }
      }
    case .orthogonal:
      let columns = max(1, shape.last)
      elements = OrthogonalMatrix.values(
        rows: count / columns, columns: columns, from: stream, pool)
    }
    return Tensor(shape: shape, elements: elements)
  }

  /// - Throws: `misfit` for a constant that is no float, and for an orthogonal matrix that would
  ///   take minutes to make.
  func validate(for shape: Shape) throws(EngineError) {
    switch self {
    case .constant(let value) where !Float(value).isFinite:
      throw .misfit(what: "initializer", .tooLarge(rawValue))
    case .orthogonal where !OrthogonalMatrix.isPractical(shape):
      throw .misfit(what: "initializer", .takesMinutes(rawValue, shape))
    default: break
    }
  }

  private static func uniforms(
    count: Int, bound: Double, from stream: RandomStream, _ interruption: Interruption
  ) -> [Float] {
    drawn(count, interruption) { first, amount in
      stream.uniformDoubles(from: first, count: amount).map { Float((2 * $0 - 1) * bound) }
    }
  }

  /// Normal values of mean 0, those beyond two deviations dropped and the next ones taken.
  private static func truncatedNormals(
    count: Int, deviation: Double, from stream: RandomStream, _ interruption: Interruption
  ) -> [Float] {
    drawn(count, interruption) { first, amount in
      stream.normals(from: first, count: amount).lazy.filter { abs($0) <= 2 }
        .map { Float($0 * deviation) }
    }
  }

  /// The first of the values that are drawn from number 0 on, at most 65,536 at once.
  private static func drawn(
    _ count: Int, _ interruption: Interruption, _ draw: (_ first: Int, _ amount: Int) -> [Float]
  ) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    var first = 0
    while values.count < count, !interruption.isAsked() {
      // 4.6 % of normal numbers fall outside: 1/8 more is nearly always enough.
      let missing = count - values.count
      let amount = min(drawnTogether, (missing + missing / 8 + 16 + 63) / 64 * 64)
      values += draw(first, amount).prefix(missing)
      first += amount
    }
    values += repeatElement(0, count: count - values.count)
    return values
  }
}
