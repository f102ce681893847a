import Foundation
import TensorEngine
import Testing

@Suite("Normal and uniform numbers of the kernels")
struct NormalTests {
  private static let stream = RandomStream(seed: 0, name: "noise")

  private static func normals(_ count: Int, deviation: Float = 1) -> [Float] {
    let slice = Buffer([[Float](repeating: 0, count: count)]).slices[0]
    Kernels.selected.normals(slice, deviation: deviation, stream: stream)
    return slice.array
  }

  /// The quantile with the probability (word + 1/2) / 2³², counted from the middle outward, by
  /// Newton's method on the system's erfc.
  private static func quantile(_ word: UInt32) -> Double {
    let n = Double(word & 0x7fff_ffff)
    let tail = (0x7fff_ffff - n + 0.5) * 0x1p-32
    var z = (-2 * Foundation.log(2 * tail)).squareRoot() * 0.9
    for _ in 0..<60 {
      let density = Foundation.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let step = (erfc(z / 2.0.squareRoot()) / 2 - tail) / density
      // Newton's step from the far side of a tail is too long.
      z += min(max(step / (1 + z * step / 2), -0.5), 0.5)
    }
    return word >> 31 == 1 ? -z : z
  }

  @Test("normals are within 4 ulp of the quantiles of their words")
  func accuracy() throws {
    let words = Self.stream.words(count: 20_000)
    let worst = zip(words, Self.normals(20_000)).map { $1.ulps(from: Self.quantile($0)) }.max()
    #expect(try #require(worst) <= 4)
  }

  @Test("normals have mean 0, deviation 1 and a normal distribution")
  func distribution() throws {
    let count = 200_000
    let numbers = Self.normals(count).map { Double($0) }
    let root = Double(count).squareRoot()
    #expect(abs(numbers.reduce(0, +)) / Double(count) < 4 / root)
    let squares = numbers.map { $0 * $0 }.reduce(0, +) / Double(count)
    #expect(abs(squares - 1) < 4 * 2.0.squareRoot() / root)
    let distance = numbers.sorted().enumerated().map { index, x in
      let expected = erfc(-x / 2.0.squareRoot()) / 2
      return max(
        abs(expected - Double(index) / Double(count)),
        abs(expected - Double(index + 1) / Double(count)))
    }.max()
    // 0.9999 of the distribution of the greatest distance, by Kolmogorov and Smirnov.
    #expect(try #require(distance) < 2.23 / root)
  }

  @Test("normals are multiplied by the deviation, once")
  func deviation() {
    #expect(Self.normals(100, deviation: 0.1) == Self.normals(100).map { $0 * 0.1 })
  }

  @Test("uniforms stay inside their range, and are the stream's own in 0 ..< 1")
  func uniforms() {
    let slice = Buffer([[Float](repeating: 0, count: 10_000)]).slices[0]
    Kernels.selected.uniforms(slice, stream: Self.stream)
    #expect(slice.array == Self.stream.words(count: 10_000).map { Float($0 >> 8) * 0x1p-24 })
    #expect(slice.array == Self.stream.uniforms(count: 10_000))
    // So narrow a range that half of the numbers would be rounded to its end.
    for range in [-0.05..<Float(0.05), 1..<Float(1).nextUp, 7..<7, 1e30..<2e30] {
      Kernels.selected.uniforms(slice, in: range, stream: Self.stream)
      let values = slice.array
      #expect(values.allSatisfy { range.contains($0) || (range.isEmpty && $0 == 7) })
    }
  }

  /// These stand in the documentation of ``RandomStream`` and were computed by a separate program
  /// from the definitions of Philox, FNV-1a and the distributions.
  @Test("the first values of the stream of seed 0 named split are the documented ones")
  func documented() {
    let stream = RandomStream(seed: 0, name: "split")
    #expect(stream.words(count: 4) == [0x5193_fb11, 0x1cfc_c22f, 0x5cf1_f0a3, 0xfd72_9342])
    #expect(
      stream.uniforms(count: 4) == [0x1.464fecp-2, 0x1.cfcc2p-4, 0x1.73c7cp-2, 0x1.fae526p-1])
    #expect(stream.uniformDoubles(count: 2) == [0.31866425674251087, 0.3630667114607127])
    for (own, exact) in zip(stream.normals(count: 2), [-0.5712937445086997, 0.664096089440139]) {
      #expect(own.ulps(from: exact) <= 4)
    }
    let buffer = Buffer([4, 8, 8].map { [Float](repeating: 0, count: $0) })
    Kernels.selected.normals(buffer.slices[0], stream: stream)
    let normals = [0.910286405, 0.28775221, 1.09420158, -2.32745726]
    for (own, exact) in zip(buffer.slices[0].array, normals) { #expect(own.ulps(from: exact) <= 4) }
    Kernels.selected.dropout(
      buffer.slices[2], mask: buffer.slices[1], into: buffer.slices[2], rate: 0.5, stream: stream)
    #expect(buffer.slices[1].array == [0, 0, 0, 2, 0, 0, 0, 2])
    #expect(stream.permutation(count: 10) == [8, 9, 4, 0, 5, 7, 6, 2, 1, 3])
  }
}
