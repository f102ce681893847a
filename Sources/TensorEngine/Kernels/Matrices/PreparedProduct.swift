internal import CKernels

/// A product of matrices at places of one memory, whose sizes are checked once: each call takes
/// hardly longer than its arithmetic.
///
/// The rows of the matrices follow each other.
public struct PreparedProduct: BitwiseCopyable, Sendable {
  fileprivate let arguments: MatrixProductArguments
  fileprivate let first, second, result, bias: Int
  /// How far the rows of the result lie apart in the first factor.
  fileprivate let rowStep: Int

  /// Prepares a product.
  ///
  /// - Parameters:
  ///   - product: The form, and the most rows and the greatest depth of a call.
  ///   - first: Where the first factor begins, in floats from the start of the memory.
  ///   - second: Where the second factor begins.
  ///   - result: Where the result begins; no operand may overlap it.
  ///   - bias: Where the bias `[columns]` begins that the sums start from; nil to start from +0.
  public init(_ product: MatrixProduct, first: Int, second: Int, result: Int, bias: Int? = nil) {
    let steps = product.denseSteps
    arguments = MatrixProductArguments(
      form: product.form.number, start: Int32(bias == nil ? START_ZERO : START_BIAS),
      rows: product.rows, columns: product.columns, depth: product.depth, a_step: steps.first,
      b_step: steps.second, c_step: steps.result)
    self.first = first
    self.second = second
    self.result = result
    self.bias = bias ?? 0
    rowStep = product.form == .firstTransposed ? 1 : steps.first
  }
}

extension Kernels {
  /// Multiplies two matrices as they were prepared: `C = bias + A·B`, or with one factor transposed.
  ///
  /// - Parameters:
  ///   - product: The product.
  ///   - memory: What the places are counted from; it holds all operands.
  ///   - rows: The rows of the result to compute.
  ///   - depth: The length of the sums.
  ///   - first: Where the first factor lies, if not in the memory.
  public func multiply(
    _ product: UnsafePointer<PreparedProduct>, in memory: UnsafeMutablePointer<Float>,
    rows: Range<Int>, depth: Int, first: UnsafePointer<Float>? = nil
  ) {
    let a = first ?? UnsafePointer(memory + product.pointee.first)
    // Copied, the arguments would be waited for: most calls are of the whole product.
    guard rows.count == product.pointee.arguments.rows, depth == product.pointee.arguments.depth,
      let arguments = product.pointer(to: \.arguments)
    else { return multiplyPart(product, a, in: memory, rows: rows, depth: depth) }
    table.pointee.matrix_product(
      arguments, a, memory + product.pointee.second, memory + product.pointee.bias,
      memory + product.pointee.result)
  }

  @inline(never)
  private func multiplyPart(
    _ product: UnsafePointer<PreparedProduct>, _ a: UnsafePointer<Float>,
    in memory: UnsafeMutablePointer<Float>, rows: Range<Int>, depth: Int
  ) {
    let prepared = product.pointee
    var arguments = prepared.arguments
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= arguments.rows && depth <= arguments.depth,
      "more than was prepared")
    arguments.rows = rows.count
    arguments.depth = depth
    table.pointee.matrix_product(
      &arguments, a + rows.lowerBound * prepared.rowStep, memory + prepared.second,
      memory + prepared.bias, memory + prepared.result + rows.lowerBound * arguments.c_step)
  }

  /// Computes the gradients of a dense layer at once, `dW = xᵀ · dy` and `db = Σ over rows of dy`.
  ///
  /// - Parameters:
  ///   - product: The whole product of dW, with the first factor transposed, from +0.
  ///   - memory: What the places are counted from; it holds all operands.
  ///   - depth: The rows of the batch.
  ///   - sums: Where db `[columns]` begins.
  public func denseGradients(
    _ product: UnsafePointer<PreparedProduct>, in memory: UnsafeMutablePointer<Float>, depth: Int,
    sums: Int
  ) {
    let prepared = product.pointee
    let (x, dy) = (memory + prepared.first, memory + prepared.second)
    let (dW, db) = (memory + prepared.result, memory + sums)
    if depth == prepared.arguments.depth, let arguments = product.pointer(to: \.arguments) {
      table.pointee.dense_gradients(arguments, x, dy, dW, db)
    } else {
      var arguments = prepared.arguments
      precondition(depth <= arguments.depth, "more than was prepared")
      arguments.depth = depth
      table.pointee.dense_gradients(&arguments, x, dy, dW, db)
    }
  }
}
