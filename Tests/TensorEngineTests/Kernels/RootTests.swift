import CRootProof
import SeededRandom
import TensorEngine
import Testing

/// The roots and the quotients of the optimizers are those of IEEE 754, whatever they are made of.
@Suite("Roots and quotients of the optimizers")
struct RootTests {
  /// Adadelta with ρ = 1 leaves -√d in weights of 0: √d · 1 / √1.
  private static let bareRoot = RMSpropStep(learningRate: 1, rho: 1, epsilon: 0)
  private static let block = 1 << 16

  /// What is wrong on any path with the roots of so many blocks of floats, by their bits.
  private func wrongRoots(_ bits: (Int) -> UInt32, blocks: Int) -> [String] {
    var wrong: [String] = []
    let count = Self.block
    let buffer = Buffer([[Float]](repeating: [Float](repeating: 0, count: count), count: 4))
    let (w, a, d, g) = (buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[3])
    for number in 0..<blocks {
      let inputs = (0..<count).map { Float(bitPattern: bits(number * count + $0)) }
      for kernels in Kernels.available where wrong.count < 5 {
        kernels.fill(w, with: 0)
        kernels.fill(a, with: 1)
        kernels.fill(g, with: 1)
        d.write(inputs)
        kernels.adadelta(w, square: a, stepSquare: d, gradient: g, Self.bareRoot)
        for i in 0..<count {
          let (root, expected) = (-w[i], inputs[i].squareRoot())
          guard root != expected, !(root.isNaN && expected.isNaN) else { continue }
          wrong.append("\(kernels.path): the root of \(inputs[i]) is not \(root)")
        }
      }
    }
    return wrong
  }

  @Test("a root is the right one for floats of every kind, or for all of them in a long run")
  func roots() {
    let isLong = LongRun.isAsked
    let stride = isLong ? 1 : 1021
    let blocks = (isLong ? 1 << 32 : (1 << 32) / 1021) / Self.block
    let wrong = wrongRoots({ UInt32(truncatingIfNeeded: $0 &* stride) }, blocks: blocks)
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// Roots lie nearest to the middle of two floats by squares, and by numbers that are a power of
  /// two up to a few last bits.
  @Test("a root is the right one where it is hard to round")
  func hardRoots() {
    let wrong = wrongRoots(
      { index in
        let exponent = UInt32(index >> 8 & 255) << 23
        let low = UInt32(index & 15)
        switch index >> 4 & 15 {
        case 0: return exponent | low
        case 1: return exponent | (0x7f_ffff - low)
        default:
          let digits = UInt32(truncatingIfNeeded: index &* 2_654_435) & 0x7f_ffff
          let near = Float(bitPattern: 0x3f80_0000 | digits)
          let square = (near * near).bitPattern
          return exponent | ((square &+ low &- 8) & 0x7f_ffff)
        }
      }, blocks: 32)
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("the step of Adam is its formula with IEEE's root and division, bit for bit")
  func adam() {
    let step = AdamStep(learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, number: 7)
    for numbers in Numbers.allCases {
      let arrays = (0..<4).map { numbers.values(20_011, seed: UInt64($0)) }
      for kernels in Kernels.available {
        let buffer = Buffer(arrays)
        let (w, m, v, g) = (buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[3])
        kernels.adam(w, mean: m, variance: v, gradient: g, step)
        for i in 0..<arrays[0].count {
          let old = arrays[0][i] + step.decay.shrink * arrays[0][i]
          let expected = old - (m[i] * step.step) / (v[i].squareRoot() + step.epsilon)
          let isRight = w[i].bitPattern == expected.bitPattern || w[i].isNaN && expected.isNaN
          #expect(isRight, "\(kernels.path), \(numbers), element \(i)")
          guard isRight else { return }
        }
      }
    }
  }

  /// Estimates of 1 / √x differ between the makers of processors, within 2⁻¹⁴. There are some
  /// 1,450 for each of 2²⁴ significands; a long run tries all of them.
  @Test(
    "a root is the right one from every estimate that a processor may give",
    .enabled(if: root_proof_is_available()))
  func estimates() {
    let every = UInt32(LongRun.count(64, long: 1))
    #expect(wrong_roots(0, 1 << 24, 0, 0x1p-14, every) == 0)
    for scale in Int32(-50)...63 {
      #expect(wrong_roots(0, 4096, scale, 0x1p-14, every) == 0)
      #expect(wrong_roots((1 << 24) - 4096, 1 << 24, scale, 0x1p-14, every) == 0)
    }
  }

  @Test(
    "what has no such root is left to the processor's own",
    .enabled(if: root_proof_is_available()))
  func refused() {
    let every = UInt32(LongRun.count(257, long: 1))
    #expect(accepted_roots(0, Float(0x1p-100).bitPattern, 0x1p-14, every) == 0)
    #expect(accepted_roots(Float.infinity.bitPattern, .max, 0x1p-14, 16 * every) == 0)
  }

  /// What would go unnoticed if the trials could not fail: the estimate of older vectors is within
  /// 1.5 · 2⁻¹², and a few significands show that this is not enough.
  @Test(
    "a worse estimate would not do", .enabled(if: root_proof_is_available()))
  func worseEstimates() {
    let significand = Float(0x1.24b0b2p+0).bitPattern - Float(1).bitPattern
    #expect(wrong_roots(significand, significand + 1, 0, 0x1.8p-12, 1) == 1)
    #expect(wrong_roots(significand, significand + 1, 0, 0x1p-14, 1) == 0)
  }
}
