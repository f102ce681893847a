import TensorEngine
import Testing

/// A kernel that read or wrote past the end of a slice would end the process.
@Suite("Kernels stay inside their slices")
struct MemoryBoundsTests {
  private static let paths = Kernels.available.map(\.path)

  @Test("vectors", arguments: paths, VectorKernel.elementwise + VectorKernel.reductions)
  func vectors(path: KernelPath, kernel: VectorKernel) throws {
    let kernels = try #require(Kernels.path(path))
    for size in [1, 2, 3, 5, 7, 9, 15, 17, 31, 33, 63, 65, 129] {
      let values = Numbers.ordinary.values(size, seed: 1)
      withGuardedSlices([[Float]](repeating: values, count: kernel.slices)) {
        kernel.run(kernels, $0)
      }
    }
  }

  @Test("rows", arguments: paths, RowKernel.all)
  func rows(path: KernelPath, kernel: RowKernel) throws {
    let kernels = try #require(Kernels.path(path))
    for (rows, columns) in [(1, 1), (3, 5), (2, 17), (9, 10), (5, 33), (17, 66)] {
      let slices = kernel.lengths(rows, columns).map { Numbers.ordinary.values($0, seed: 1) }
      withGuardedSlices(slices) { kernel.run(kernels, $0, rows, columns) }
    }
  }

  @Test("matrix products", arguments: paths, MatrixProductTests.forms)
  func products(path: KernelPath, form: MatrixProduct.Form) throws {
    let kernels = try #require(Kernels.path(path))
    for (rows, columns, depth) in MatrixProductTests.shapes {
      let product = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
      let lengths = [rows * depth, depth * columns, rows * columns, columns]
      let slices = lengths.map { [Float](repeating: 1, count: $0) }
      withGuardedSlices(slices) {
        kernels.matrixProduct($0[0], $0[1], into: $0[2], product, start: .bias($0[3]))
        kernels.matrixProduct($0[0], $0[1], into: $0[2], product, start: .output)
        let sum = Float(2 * depth + 1)
        #expect($0[2].array.allSatisfy { $0 == sum })
      }
    }
  }
}
