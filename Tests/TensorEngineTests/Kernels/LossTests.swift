import Foundation
import TensorEngine
import Testing

@Suite("Losses")
struct LossTests {
  static let logits: [Float] = [2, -1, 0.5, 0, 0, 0, -30, 40, 1]
  static let classes: [Int32] = [0, 2, 0]

  @Test("softmax cross-entropy follows its definition in double precision")
  func softmaxCrossEntropy() {
    let buffer = Buffer([Self.logits, [0, 0, 0], [Float](repeating: 0, count: 9)])
    let classes = Classes(Self.classes)
    Kernels.selected.softmaxCrossEntropy(
      logits: buffer.slices[0], classes: classes.slice, losses: buffer.slices[1],
      gradient: buffer.slices[2], rows: 3, columns: 3, scale: 0.25)
    for row in 0..<3 {
      let z = Self.logits[3 * row..<3 * row + 3].map { Double($0) }
      let sum = z.map { Foundation.exp($0) }.reduce(0, +)
      let target = Int(Self.classes[row])
      #expect(buffer.slices[1][row].ulps(from: Foundation.log(sum) - z[target]) < 8)
      for column in 0..<3 {
        let probability = Foundation.exp(z[column]) / sum
        let exact = (probability - (column == target ? 1 : 0)) / 4
        #expect(abs(Double(buffer.slices[2][3 * row + column]) - exact) < 1e-7)
      }
    }
  }

  @Test("equal logits of 10 classes cost log 10")
  func uniformGuess() {
    let buffer = Buffer([[Float](repeating: 3, count: 10), [0]])
    let classes = Classes([4])
    Kernels.selected.softmaxCrossEntropy(
      logits: buffer.slices[0], classes: classes.slice, losses: buffer.slices[1],
      gradient: buffer.slices[0], rows: 1, columns: 10, scale: 1)
    #expect(buffer.slices[1][0] == 2.3025851)
    let gradient = buffer.slices[0].array
    #expect(abs(gradient[4] + 0.9) < 1e-6 && abs(gradient[0] - 0.1) < 1e-6)
  }

  @Test("binary cross-entropy stays finite and exact for confident logits")
  func sigmoidCrossEntropy() {
    let logits: [Float] = [0, 3, -3, 40, -40, 200, -200, 20]
    let targets: [Float] = [1, 1, 1, 0, 1, 1, 0, 1]
    let zeros = [Float](repeating: 0, count: logits.count)
    let buffer = Buffer([logits, targets, zeros, zeros])
    Kernels.selected.sigmoidCrossEntropy(
      logits: buffer.slices[0], targets: buffer.slices[1], losses: buffer.slices[2],
      gradient: buffer.slices[3], scale: 2)
    for index in logits.indices {
      let (z, t) = (Double(logits[index]), Double(targets[index]))
      let exact = max(z, 0) - z * t + log1p(Foundation.exp(-abs(z)))
      #expect(buffer.slices[2][index].ulps(from: exact) < 3)
      let gradient = 2 * (1 / (1 + Foundation.exp(-z)) - t)
      #expect(abs(Double(buffer.slices[3][index]) - gradient) < 3e-7)
    }
  }

  @Test("squared error and its gradient")
  func squaredError() {
    let buffer = Buffer([[1, 2, 3], [1, 0, 5], [0, 0, 0]])
    let (x, targets, losses) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.squaredError(x, targets: targets, losses: losses, gradient: x, scale: 0.5)
    #expect(losses.array == [0, 4, 4])
    #expect(x.array == [0, 1, -1])
  }

  @Test("counts correct answers, the first of equal scores counting")
  func correct() {
    let buffer = Buffer([[1, 3, 3, 2, 2, 2, 0, 0, 1], [1, 0, 1], [0.4, 0.6, -1]])
    let classes = Classes([1, 1, 2])
    let guesses = Classes([9, 9, 9])
    let kernels = Kernels.selected
    #expect(
      kernels.countCorrect(scores: buffer.slices[0], classes: classes.slice, rows: 3, columns: 3)
        == 2)
    kernels.greatestColumns(of: buffer.slices[0], into: guesses.slice, rows: 3, columns: 3)
    #expect(guesses.slice.array == [1, 0, 2])
    let (targets, scores) = (buffer.slices[1], buffer.slices[2])
    #expect(kernels.countCorrect(scores: scores, targets: targets, threshold: 0.5) == 0)
    #expect(kernels.countCorrect(scores: scores, targets: targets, threshold: 0) == 1)
  }

  @Test("softmax rows sum to 1 and do not move with a shift of the logits")
  func softmax() {
    let logits = Numbers.ordinary.values(70, seed: 1)
    let shifted = logits.map { $0 + 64 }
    let first = values(logits) { $0.softmax($1, into: $2, rows: 7, columns: 10) }
    let second = values(shifted) { $0.softmax($1, into: $2, rows: 7, columns: 10) }
    for row in 0..<7 {
      let sum = first[row * 10..<row * 10 + 10].reduce(0, +)
      #expect(abs(sum - 1) < 1e-6)
    }
    #expect(zip(first, second).allSatisfy { abs($0 - $1) < 1e-5 })
  }
}
