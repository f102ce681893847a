import Testing

@testable import TensorEngine

/// A kernel, or one call of it among others, for the laws that all kernels keep on all paths.
///
/// A new kernel is covered by one line in ``VectorKernel``, ``RowKernel`` or one of the other
/// tables that ``all`` is made of; a kernel that no case calls fails a test.
struct KernelCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The sizes that it is run with; what they mean is the case's own affair.
  let shapes: [[Int]]
  /// The lengths of its slices for a shape.
  let lengths: @Sendable ([Int]) -> [Int]
  let run: @Sendable (Kernels, [FloatSlice], [Int]) -> Void

  init(
    _ name: String, shapes: [[Int]], lengths: @escaping @Sendable ([Int]) -> [Int],
    run: @escaping @Sendable (Kernels, [FloatSlice], [Int]) -> Void
  ) {
    testDescription = name
    self.shapes = shapes
    self.lengths = lengths
    self.run = run
  }

  static let all =
    VectorKernel.elementwise.map(KernelCase.init(elementwise:))
    + VectorKernel.elementwise.filter { $0.slices > 1 }.map(KernelCase.init(inPlace:))
    + VectorKernel.reductions.map(KernelCase.init(reduction:))
    + RowKernel.all.map(KernelCase.init(rows:)) + products + [denseGradients] + classes + gathers
    + random + windows + doubles

  /// 0 … 70, where every tail of every vector width occurs several times, and some odd large ones.
  static let sizes = (Array(0...70) + [96, 127, 200, 1027]).map { [$0] }

  /// Rows and columns.
  static let matrices =
    (0...70).map { [3, $0] } + (0...70).map { [$0, 10] }
    + [[2, 127], [1, 200], [131, 70], [70, 131], [97, 1]]

  private init(elementwise kernel: VectorKernel) {
    self.init(
      kernel.testDescription, shapes: Self.sizes,
      lengths: { [Int](repeating: $0[0], count: kernel.slices) },
      run: {
        kernel.run($0, $1)
        _ = $2
      })
  }

  /// An output may be the memory of an elementwise input: the last slice is the first.
  private init(inPlace kernel: VectorKernel) {
    self.init(
      "\(kernel.testDescription) in place", shapes: Self.sizes,
      lengths: { [Int](repeating: $0[0], count: kernel.slices - 1) },
      run: {
        kernel.run($0, $1 + [$1[0]])
        _ = $2
      })
  }

  /// The result of a reduction goes to the second slice.
  private init(reduction kernel: VectorKernel) {
    self.init(
      kernel.testDescription, shapes: Self.sizes,
      lengths: { shape in (0..<kernel.slices).map { $0 == 1 ? 1 : shape[0] } },
      run: {
        kernel.run($0, $1)
        _ = $2
      })
  }

  private init(rows kernel: RowKernel) {
    self.init(
      kernel.testDescription, shapes: Self.matrices, lengths: { kernel.lengths($0[0], $0[1]) },
      run: { kernel.run($0, $1, $2[0], $2[1]) })
  }
}

extension FloatSlice {
  /// The same memory as integers, filled with numbers in `0 ..< limit` out of order.
  func integers(below limit: Int) -> IntegerSlice {
    let base = UnsafeMutableRawPointer(base).assumingMemoryBound(to: Int32.self)
    for index in 0..<count { base[index] = Int32((index * 7 + 3) % max(1, limit)) }
    return IntegerSlice(base: base, count: count)
  }
}
