import TensorEngine
import Testing

/// One kernel over a matrix of rows and columns, and the lengths of its slices.
struct RowKernel: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let lengths: @Sendable (_ rows: Int, _ columns: Int) -> [Int]
  let run: @Sendable (Kernels, [FloatSlice], _ rows: Int, _ columns: Int) -> Void

  static let all = [
    RowKernel(
      testDescription: "softmax", lengths: { [$0 * $1, $0 * $1] },
      run: { $0.softmax($1[0], into: $1[1], rows: $2, columns: $3) }),
    RowKernel(
      testDescription: "softmax in place", lengths: { [$0 * $1] },
      run: { $0.softmax($1[0], into: $1[0], rows: $2, columns: $3) }),
    RowKernel(
      testDescription: "softmax backward", lengths: { [$0 * $1, $0 * $1, $0 * $1] },
      run: {
        $0.softmaxBackward(output: $1[0], gradient: $1[1], into: $1[2], rows: $2, columns: $3)
      }),
    RowKernel(
      testDescription: "bias", lengths: { [$0 * $1, $1] },
      run: { $0.addBias($1[1], to: $1[0], rows: $2, columns: $3) }),
    RowKernel(
      testDescription: "column sums", lengths: { [$0 * $1, $1] },
      run: { $0.columnSums(of: $1[0], into: $1[1], rows: $2, columns: $3) }),
    RowKernel(
      testDescription: "column sums of a range", lengths: { [$0 * $1, $1] },
      run: {
        $0.columnSums(
          of: $1[0], into: $1[1], rows: $2, columns: $3, accumulate: true,
          columns: $3 / 3..<$3 - $3 / 4)
      }),
    RowKernel(
      testDescription: "scaled rows", lengths: { [$0 * $1, $0] },
      run: { $0.scaleRows($1[0], by: $1[1], rows: $2, columns: $3) }),
    RowKernel(
      testDescription: "limited columns", lengths: { [$0 * $1, $0 * $1] },
      run: {
        $0.limitColumns(of: $1[0], rows: $2, columns: $3, to: 1.5)
        $0.limitColumns(of: $1[1], rows: $2, columns: $3, to: 1.5, in: $3 / 3..<$3 - $3 / 4)
      }),
    RowKernel(
      testDescription: "column moments", lengths: { [$0 * $1, $1, $1] },
      run: {
        $0.columnMoments(
          of: $1[0], mean: $1[1], variance: $1[2], MatrixColumns(rows: $2, columns: $3))
      }),
    RowKernel(
      testDescription: "column moments of a range", lengths: { [$0 * $1, $1, $1] },
      run: {
        $0.columnMoments(
          of: $1[0], mean: $1[1], variance: $1[2],
          MatrixColumns(rows: $2, columns: $3, range: $3 / 3..<$3 - $3 / 4))
      }),
    RowKernel(
      testDescription: "normalize", lengths: { [$0 * $1, $1, $1, $1, $0 * $1] },
      run: {
        $0.normalize(
          $1[0], mean: $1[1], factor: $1[2], shift: $1[3], into: $1[4],
          MatrixColumns(rows: $2, columns: $3))
      }),
    RowKernel(
      testDescription: "normalize sums", lengths: { [$0 * $1, $0 * $1, $1, $1, $1] },
      run: {
        $0.normalizeSums(
          $1[0], gradient: $1[1], mean: $1[2], sums: $1[3], products: $1[4],
          MatrixColumns(rows: $2, columns: $3))
      }),
    RowKernel(
      testDescription: "normalize backward in place",
      lengths: { [$0 * $1, $0 * $1, $1, $1, $1, $1] },
      run: {
        $0.normalizeBackward(
          $1[0], gradient: $1[1], mean: $1[2], factor: $1[3], centre: $1[4], slope: $1[5],
          into: $1[1], MatrixColumns(rows: $2, columns: $3, range: 0..<$3 - $3 / 4))
      }),
    RowKernel(
      testDescription: "transpose", lengths: { [$0 * $1, $0 * $1] },
      run: { $0.transpose($1[0], into: $1[1], rows: $2, columns: $3) }),
  ]
}
