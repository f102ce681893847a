import Foundation
import TensorEngine
import Testing

@Suite("Losses against numbers")
struct TargetKernelTests {
  private static let logits: [Float] = [2, -1, 0.5, 0, 0, 0, -30, 40, 1]
  private static let targets: [Float] = [0.9, 0.05, 0.05, 0, 1, 0, 0.5, 0.25, 0.25]

  @Test("softmax cross-entropy follows its definition in double precision")
  func softmaxCrossEntropy() {
    let zeros = [Float](repeating: 0, count: 9)
    let buffer = Buffer([Self.logits, Self.targets, [0, 0, 0], zeros])
    Kernels.selected.softmaxCrossEntropy(
      logits: buffer.slices[0], targets: buffer.slices[1], losses: buffer.slices[2],
      gradient: buffer.slices[3], rows: 3, columns: 3, scale: 0.25)
    for row in 0..<3 {
      let range = 3 * row..<3 * row + 3
      let z = Self.logits[range].map { Double($0) }
      let t = Self.targets[range].map { Double($0) }
      let sum = z.map { Foundation.exp($0) }.reduce(0, +)
      let exact = zip(z, t).map { $1 * (Foundation.log(sum) - $0) }.reduce(0, +)
      #expect(buffer.slices[2][row].ulps(from: exact) < 8)
      for column in 0..<3 {
        let expected = (Foundation.exp(z[column]) / sum * t.reduce(0, +) - t[column]) / 4
        #expect(abs(Double(buffer.slices[3][3 * row + column]) - expected) < 1e-7)
      }
    }
  }

  @Test("a class of probability 0 that nobody asked for costs nothing")
  func impossible() {
    let buffer = Buffer([[0, -.infinity], [1, 0], [7], [7, 7]])
    Kernels.selected.softmaxCrossEntropy(
      logits: buffer.slices[0], targets: buffer.slices[1], losses: buffer.slices[2],
      gradient: buffer.slices[3], rows: 1, columns: 2, scale: 1)
    #expect(buffer.slices[2].array == [0])
    #expect(buffer.slices[3].array == [0, 0])
  }

  @Test("absolute error is not moved by the size of a miss, and is flat at 0")
  func absoluteError() {
    let buffer = Buffer([[1, 2, 3], [1, 0, 5], [0, 0, 0]])
    let (x, targets, losses) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.absoluteError(x, targets: targets, losses: losses, gradient: x, scale: 0.5)
    #expect(losses.array == [0, 2, 2])
    #expect(x.array == [0, 0.5, -0.5])
  }

  @Test("hinge asks for a margin of 1 and no more")
  func hinge() {
    let buffer = Buffer([[2, 1, 0.25, -3, 0.5], [1, 1, 1, 1, -1], [0, 0, 0, 0, 0]])
    let (x, targets, losses) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.hinge(x, targets: targets, losses: losses, gradient: x, scale: 0.5)
    #expect(losses.array == [0, 0, 0.75, 4, 1.5])
    #expect(x.array == [0, 0, -0.5, -0.5, 0.5])
  }

  @Test("no loss hides a NaN")
  func notANumber() {
    let nan = Float.nan
    for run: @Sendable (Kernels, [FloatSlice]) -> Void in [
      { $0.hinge($1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 1) },
      { $0.absoluteError($1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 1) },
      {
        $0.softmaxCrossEntropy(
          logits: $1[0], targets: $1[1], losses: $1[2], gradient: $1[3], rows: 1, columns: 2,
          scale: 1)
      },
    ] {
      let buffer = Buffer([[nan, 1], [1, 0], [0, 0], [0, 0]])
      run(Kernels.selected, buffer.slices)
      #expect(buffer.slices[2][0].isNaN)
    }
  }

  @Test("columns longer than the limit are brought to it, the others keep their bits")
  func limitColumns() {
    let buffer = Buffer([[3, 0.1, 0, 4, 0.2, 0, 0, -0.3, 0]])
    Kernels.selected.limitColumns(of: buffer.slices[0], rows: 3, columns: 3, to: 1)
    #expect(buffer.slices[0].array == [0.6, 0.1, 0, 0.8, 0.2, 0, 0, -0.3, 0])
  }
}
