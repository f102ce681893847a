import Testing

@testable import TensorEngine

@Suite("Prepared product")
struct PreparedProductTests {
  @Test(
    "gives the bits of the product, in some rows and over some of the depth too",
    arguments: MatrixProductTests.forms)
  func bits(form: MatrixProduct.Form) {
    for (rows, columns, depth) in [(10, 8, 8), (10, 1, 8), (45, 33, 21)] {
      let whole = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
      for isBiased in [false, true] {
        for part in [0..<rows, 0..<rows - 1, 2..<rows, 3..<3] {
          for depth in [depth, depth - 1, 0] {
            let (prepared, product) = Self.results(whole, isBiased, part, depth: depth)
            #expect(prepared == product, "\(whole) \(part) of depth \(depth)")
          }
        }
      }
    }
  }

  @Test("reads its first factor from where it is told")
  func firstElsewhere() {
    let whole = MatrixProduct(rows: 10, columns: 8, depth: 8)
    let elsewhere = Buffer([Numbers.ordinary.values(80, seed: 7)])
    let (prepared, _) = Self.results(whole, true, 0..<10, depth: 8, first: elsewhere.slices[0])
    let (_, product) = Self.results(whole, true, 0..<10, depth: 8, replacing: elsewhere.slices[0])
    #expect(prepared == product)
  }

  /// What a prepared product and the product itself write.
  private static func results(
    _ whole: MatrixProduct, _ isBiased: Bool, _ rows: Range<Int>, depth: Int,
    first: FloatSlice? = nil, replacing: FloatSlice? = nil
  ) -> (prepared: [Float], product: [Float]) {
    let counts = [
      whole.rows * whole.depth, whole.depth * whole.columns, whole.columns,
      whole.rows * whole.columns,
    ]
    var arrays = counts.enumerated().map { Numbers.ordinary.values($1, seed: UInt64($0)) }
    arrays.append(arrays[3])
    if let replacing { arrays[0] = replacing.array }
    let slices = Buffer(arrays).slices
    let (kernels, memory) = (Kernels.selected, slices[0].base)
    let prepared = PreparedProduct(
      whole, first: 0, second: slices[1].base - memory, result: slices[3].base - memory,
      bias: isBiased ? slices[2].base - memory : nil)
    withUnsafePointer(to: prepared) {
      kernels.multiply(
        $0, in: memory, rows: rows, depth: depth, first: first.map { UnsafePointer($0.base) })
    }
    kernels.matrixProduct(
      slices[0], slices[1], into: slices[4],
      MatrixProduct(whole.form, rows: whole.rows, columns: whole.columns, depth: depth),
      steps: whole.denseSteps, start: isBiased ? .bias(slices[2]) : .zero, rows: rows)
    return (slices[3].array, slices[4].array)
  }
}
