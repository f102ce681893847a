import TensorEngine
import Testing

@Suite("Normalization of columns")
struct NormalizationTests {
  @Test("takes the mean and the mean square distance of each column")
  func moments() {
    let buffer = Buffer([[0, 1, 2, 1, 4, 1, 6, 1], [9, 9], [9, 9]])
    let (x, mean, variance) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.columnMoments(
      of: x, mean: mean, variance: variance, MatrixColumns(rows: 4, columns: 2))
    #expect(mean.array == [3, 1])
    #expect(variance.array == [5, 0])
    Kernels.selected.columnMoments(
      of: x, mean: mean, variance: variance, MatrixColumns(rows: 1, columns: 2, range: 1..<2))
    #expect(mean.array == [3, 1])
    #expect(variance.array == [5, 0])
  }

  @Test("loses nothing where the mean is large")
  func largeMean() {
    let buffer = Buffer([[10_000, 10_001, 10_002, 10_003], [0], [0]])
    Kernels.selected.columnMoments(
      of: buffer.slices[0], mean: buffer.slices[1], variance: buffer.slices[2],
      MatrixColumns(rows: 4, columns: 1))
    #expect(buffer.slices[2].array == [1.25])
  }

  @Test("gives any range of columns the bits that all together have")
  func ranges() {
    let (rows, columns) = (7, 70)
    let x = Numbers.ordinary.values(rows * columns, seed: 1)
    let parts = [0..<70, 0..<16, 16..<64, 64..<70]
    var results: [[Float]] = []
    for group in [parts[..<1], parts[1...]] {
      let empty = [Float](repeating: 0, count: columns)
      let buffer = Buffer([x, empty, empty])
      for range in group {
        Kernels.selected.columnMoments(
          of: buffer.slices[0], mean: buffer.slices[1], variance: buffer.slices[2],
          MatrixColumns(rows: rows, columns: columns, range: range))
      }
      results.append(buffer.slices[1].array + buffer.slices[2].array)
    }
    #expect(results[0] == results[1])
  }

  @Test("goes forward and back by its formulas")
  func formulas() {
    let buffer = Buffer([
      [1, 3], [2, -1], [2], [0.5], [10], [0], [0], [0.25], [0.125], [0, 0],
    ])
    let s = buffer.slices
    let columns = MatrixColumns(rows: 2, columns: 1)
    Kernels.selected.normalize(
      s[0], mean: s[2], factor: s[3], shift: s[4], into: s[9], columns)
    #expect(s[9].array == [9.5, 10.5])
    Kernels.selected.normalizeSums(
      s[0], gradient: s[1], mean: s[2], sums: s[5], products: s[6], columns)
    #expect(s[5].array == [1])
    #expect(s[6].array == [-3])
    Kernels.selected.normalizeBackward(
      s[0], gradient: s[1], mean: s[2], factor: s[3], centre: s[7], slope: s[8], into: s[1],
      columns)
    #expect(s[1].array == [0.5 * (1.75 + 0.125), 0.5 * (-1.25 - 0.125)])
  }
}
