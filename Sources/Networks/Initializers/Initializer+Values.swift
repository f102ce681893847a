public import TensorEngine

extension Initializer {
  /// The standard deviation of a unit normal distribution after the cut at two deviations.
  private static let deviationAfterCut = 0.879_625_661_034_239_78
  /// Half the width of `uniform`, and the deviation of `normal`.
  private static let smallSize = 0.05

  /// Draws the values of one parameter.
  ///
  /// - Parameters:
  ///   - shape: The parameter's shape; for `orthogonal` a matrix whose columns are its last
  ///     dimension.
  ///   - fanIn: How many inputs reach one output, at least 1.
  ///   - fanOut: How many outputs one input reaches, at least 1.
  ///   - stream: The random stream that is named after the parameter.
  /// - Returns: As many values as the shape has, row by row.
  public func values(
    shape: Shape, fanIn: Int, fanOut: Int, from stream: RandomStream
  ) -> Tensor {
    let count = shape.count
    let elements: [Float]
    switch self {
    case .zeros: elements = Array(repeating: 0, count: count)
    case .ones: elements = Array(repeating: 1, count: count)
    case .constant(let value): elements = Array(repeating: Float(value), count: count)
    case .glorotUniform, .heUniform, .lecunUniform:
      let bound = (3 * variance(fanIn: fanIn, fanOut: fanOut)).squareRoot()
      elements = Self.uniforms(count: count, bound: bound, from: stream)
    case .uniform: elements = Self.uniforms(count: count, bound: Self.smallSize, from: stream)
    case .glorotNormal, .heNormal, .lecunNormal:
      let deviation = variance(fanIn: fanIn, fanOut: fanOut).squareRoot()
      elements = Self.truncatedNormals(
        count: count, deviation: deviation / Self.deviationAfterCut, from: stream)
    case .normal: elements = stream.normals(count: count).map { Float($0 * Self.smallSize) }
    case .orthogonal:
      let columns = max(1, shape.last)
      elements = OrthogonalMatrix.values(rows: count / columns, columns: columns, from: stream)
    }
    return Tensor(shape: shape, elements: elements)
  }

  /// - Throws: `badValue` for a constant that is no float, and for an orthogonal matrix that would
  ///   take minutes to make.
  func validate(for shape: Shape) throws(EngineError) {
    switch self {
    case .constant(let value) where !Float(value).isFinite:
      throw .badValue(what: "initializer", valid: "a constant is at most 3.4e38", actual: rawValue)
    case .orthogonal where !OrthogonalMatrix.isPractical(shape):
      throw .badValue(
        what: "initializer", valid: "a matrix \(shape) would take minutes to make",
        actual: rawValue)
    default: break
    }
  }

  private static func uniforms(
    count: Int, bound: Double, from stream: RandomStream
  ) -> [Float] {
    stream.uniformDoubles(count: count).map { Float((2 * $0 - 1) * bound) }
  }

  /// Normal values of mean 0, those beyond two deviations dropped and the next ones taken.
  private static func truncatedNormals(
    count: Int, deviation: Double, from stream: RandomStream
  ) -> [Float] {
    // 4.6 % fall outside; drawing 1/8 more is nearly always enough for more than a few values.
    var drawn = count + count / 8 + 16
    while true {
      let kept = stream.normals(count: drawn).filter { abs($0) <= 2 }
      if kept.count >= count { return kept.prefix(count).map { Float($0 * deviation) } }
      drawn *= 2
    }
  }
}
