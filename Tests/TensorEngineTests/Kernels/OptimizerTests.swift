import TensorEngine
import Testing

@Suite("Optimizer steps")
struct OptimizerTests {
  private func near(_ slice: FloatSlice, _ expected: Float) -> Bool {
    abs(slice[0] - expected) < 1e-6
  }

  @Test("gradient descent goes the rate times the gradient downhill")
  func sgd() {
    let buffer = Buffer([[1], [0.5]])
    Kernels.selected.sgd(buffer.slices[0], gradient: buffer.slices[1], rate: 0.1)
    #expect(near(buffer.slices[0], 0.95))
  }

  @Test("momentum adds up: with rate 0.1, momentum 0.9 and gradient 0.5 by hand")
  func momentum() {
    let buffer = Buffer([[1], [0], [0.5]])
    let (w, v, g) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.momentum(w, velocity: v, gradient: g, rate: 0.1, momentum: 0.9)
    #expect(near(v, -0.05) && near(w, 0.95))
    Kernels.selected.momentum(w, velocity: v, gradient: g, rate: 0.1, momentum: 0.9)
    #expect(near(v, -0.095) && near(w, 0.855))
  }

  @Test("Nesterov looks one velocity ahead, by hand")
  func nesterov() {
    let buffer = Buffer([[1], [0], [0.5]])
    let (w, v, g) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    Kernels.selected.nesterov(w, velocity: v, gradient: g, rate: 0.1, momentum: 0.9)
    #expect(near(v, -0.05) && near(w, 0.905))
    Kernels.selected.nesterov(w, velocity: v, gradient: g, rate: 0.1, momentum: 0.9)
    #expect(near(v, -0.095) && near(w, 0.7695))
  }

  @Test("the first step of Adam is the learning rate, whatever the gradient's size")
  func adamStartsWithTheRate() {
    let step = AdamStep(learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 1)
    for gradient: Float in [1000, 0.1, -3] {
      let buffer = Buffer([[1], [0], [0], [gradient]])
      Kernels.selected.adam(
        buffer.slices[0], mean: buffer.slices[1], variance: buffer.slices[2],
        gradient: buffer.slices[3], step)
      #expect(abs(buffer.slices[0][0] - (gradient > 0 ? 0.99 : 1.01)) < 1e-6)
    }
  }

  @Test("Adam follows the paper's algorithm 1 over ten steps in double precision")
  func adamFollowsThePaper() {
    let buffer = Buffer([[1], [0], [0], [0]])
    let (w, mean, variance) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    var (exact, m, v) = (1.0, 0.0, 0.0)
    var (power1, power2) = (1.0, 1.0)
    for number in 1...10 {
      let gradient = exact * exact - 0.3
      buffer.slices[3][0] = Float(gradient)
      m = 0.9 * m + 0.1 * gradient
      v = 0.999 * v + 0.001 * gradient * gradient
      power1 *= 0.9
      power2 *= 0.999
      exact -= 0.05 * (m / (1 - power1)) / ((v / (1 - power2)).squareRoot() + 1e-12)
      let step = AdamStep(
        learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-12, number: number)
      Kernels.selected.adam(w, mean: mean, variance: variance, gradient: buffer.slices[3], step)
      #expect(abs(Double(w[0]) - exact) < 1e-5)
    }
  }

  @Test("a soft threshold ends exactly on 0, and keeps what is no number")
  func softThreshold() {
    let buffer = Buffer([[2, -2, 0.5, -0.5, 0.25, -0.0, .infinity, .nan]])
    Kernels.selected.softThreshold(buffer.slices[0], by: 0.5)
    let result = buffer.slices[0].array
    #expect(result.prefix(7) == [1.5, -1.5, 0, 0, 0, 0, .infinity])
    #expect(result[2..<6].allSatisfy { $0.sign == .plus })
    #expect(result[7].isNaN)
  }

  @Test("penalties pull toward 0 by the weight (L2) or by its sign (L1)")
  func penalties() {
    let buffer = Buffer([[2, -4, 0, .nan], [1, 1, 1, 1]])
    Kernels.selected.addScaled(buffer.slices[0][0..<3], times: 0.5, to: buffer.slices[1])
    #expect(buffer.slices[1].array == [2, -1, 1, 1])
    Kernels.selected.addSigns(of: buffer.slices[0], times: 0.5, to: buffer.slices[1])
    #expect(buffer.slices[1].array == [2.5, -1.5, 1, 1])
  }
}
