import TensorEngine
import Testing

@Suite("Reductions")
struct ReductionTests {
  @Test("add in 64 lanes and fold them in halves", arguments: [0, 1, 64, 65, 1000])
  func order(count: Int) {
    let numbers = Numbers.ordinary.values(count, seed: 4)
    var lanes = [Float](repeating: 0, count: 64)
    for (index, number) in numbers.enumerated() { lanes[index % 64] += number }
    while lanes.count > 1 {
      let half = lanes.count / 2
      lanes = (0..<half).map { lanes[$0] + lanes[$0 + half] }
    }
    #expect(Kernels.selected.sum(Buffer([numbers]).slices[0]) == lanes[0])
  }

  @Test("agree with double precision")
  func exact() {
    let numbers = Numbers.ordinary.values(10_000, seed: 4)
    let others = Numbers.ordinary.values(10_000, seed: 5)
    let buffer = Buffer([numbers, others])
    let (x, y) = (buffer.slices[0], buffer.slices[1])
    let doubles = numbers.map { Double($0) }
    let kernels = Kernels.selected
    // Each of 157 additions in a lane and 6 folds loses half an ulp of at most the magnitudes.
    let magnitudes = doubles.map { abs($0) }.reduce(0, +)
    let bound = 163 * magnitudes * 0x1p-24 * 4
    #expect(abs(Double(kernels.sum(x)) - doubles.reduce(0, +)) < bound)
    #expect(abs(Double(kernels.sumOfMagnitudes(x)) - magnitudes) < bound)
    #expect(abs(Double(kernels.sumOfSquares(x)) - doubles.map { $0 * $0 }.reduce(0, +)) < bound)
    let products = zip(doubles, others).map { $0 * Double($1) }.reduce(0, +)
    #expect(abs(Double(kernels.dotProduct(x, y)) - products) < bound)
  }

  @Test("columns are summed and biases added")
  func columns() {
    let buffer = Buffer([[1, 2, 3, 4, 5, 6], [10, 20, 30], [0, 0, 0, 0, 0, 0]])
    let (x, sums) = (buffer.slices[0], buffer.slices[1])
    Kernels.selected.addBias(sums, to: x, rows: 2, columns: 3)
    #expect(x.array == [11, 22, 33, 14, 25, 36])
    Kernels.selected.columnSums(of: x, into: sums, rows: 2, columns: 3)
    #expect(sums.array == [25, 47, 69])
    Kernels.selected.columnSums(
      of: x, into: sums, rows: 2, columns: 3, accumulate: true, columns: 1..<2)
    #expect(sums.array == [25, 94, 69])
    Kernels.selected.transpose(x, into: buffer.slices[2], rows: 2, columns: 3)
    #expect(buffer.slices[2].array == [11, 14, 22, 25, 33, 36])
  }
}
