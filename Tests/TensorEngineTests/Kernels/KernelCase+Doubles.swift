@testable import TensorEngine

extension KernelCase {
  /// The loops over doubles, on thirds of the numbers of the slices; what comes of them is rounded to
  /// floats.
  static let doubles = [
    KernelCase(
      "product of doubles",
      shapes: MatrixProductTests.shapes.map { [$0.0, $0.1, $0.2] },
      lengths: { [$0[0] * $0[2], $0[2] * $0[1], $0[0] * $0[1]] },
      run: { kernels, slices, shape in
        let sizes = MatrixProduct(rows: shape[0], columns: shape[1], depth: shape[2])
        let (row, column) = (shape[0] / 3, shape[1] / 2)
        var result = [Double](repeating: 0, count: shape[0] * shape[1])
        result.withUnsafeMutableBufferPointer { c in
          doubles(slices[0]).withUnsafeBufferPointer { a in
            doubles(slices[1]).withUnsafeBufferPointer { b in
              for rows in [0..<row, row..<shape[0]] {
                for columns in [0..<column, column..<shape[1]] {
                  kernels.doubleProduct(a, b, into: c, sizes, rows: rows, columns: columns)
                }
              }
            }
          }
        }
        write(result, to: slices[2])
      }),
    KernelCase(
      "subtraction and product of doubles", shapes: sizes, lengths: { [$0[0], $0[0], $0[0], 1] },
      run: { kernels, slices, shape in
        var x = doubles(slices[0])
        let sum = x.withUnsafeMutableBufferPointer { x in
          doubles(slices[1]).withUnsafeBufferPointer { y in
            doubles(slices[2]).withUnsafeBufferPointer { z -> Double in
              guard let x = x.baseAddress, let y = y.baseAddress, let z = z.baseAddress else {
                return 0
              }
              return kernels.subtract(y, times: 0.3, from: x, count: shape[0], productWith: z)
            }
          }
        }
        write(x, to: slices[0])
        write([sum], to: slices[3])
      }),
  ]

  private static func doubles(_ slice: FloatSlice) -> [Double] {
    slice.array.map { Double($0) / 3 }
  }

  private static func write(_ numbers: [Double], to slice: FloatSlice) {
    for (index, number) in numbers.enumerated() { slice[index] = Float(number) }
  }
}
