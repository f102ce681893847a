import Foundation
import TensorEngine
import Testing

@Suite("Random streams")
struct RandomStreamTests {
  @Test("hash their names by FNV-1a, as its authors' test vectors have it")
  func hashes() {
    #expect(RandomStream(seed: 0, name: "").identifier == 0xcbf2_9ce4_8422_2325)
    #expect(RandomStream(seed: 0, name: "a").identifier == 0xaf63_dc4c_8601_ec8c)
    #expect(RandomStream(seed: 0, name: "foobar").identifier == 0x8594_4171_f739_67e8)
  }

  /// Computed by a separate program from the definitions of Philox and FNV-1a.
  @Test("count the blocks of Philox in the lower half of its counter")
  func words() {
    let stream = RandomStream(seed: 0x0123_4567_89ab_cdef, name: "initialize/dense 2/kernel")
    #expect(
      stream.words(count: 8) == [
        0xb346_2445, 0x70c9_a5bd, 0x66c5_13fd, 0xf084_f9e8,
        0xbbc9_ddac, 0x2c4d_8d0c, 0x84c3_42b8, 0x44d5_c4ba,
      ])
    #expect(stream.word(at: 5) == 0x2c4d_8d0c)
    #expect(stream.word(at: 1 << 35 | 3) == 0xc8e_5642)
    #expect(stream.words(from: 6, count: 1) == [0x84c3_42b8])
  }

  @Test("give the same words on every path", arguments: Kernels.available.map(\.path))
  func paths(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let stream = RandomStream(seed: 5, name: "x")
    let buffer = Buffer([[Float]](repeating: [Float](repeating: 0, count: 333), count: 2))
    let (x, mask) = (buffer.slices[0], buffer.slices[1])
    kernels.dropout(x, mask: mask, into: x, rate: 0.5, stream: stream, from: 9)
    let expected = (0..<333).map { stream.word(at: 9 + UInt64($0)) >> 31 == 1 ? Float(2) : 0 }
    #expect(mask.array == expected)
  }

  @Test(
    "are numbered as if the number stood in the name", arguments: [0, 7, 10, 41, 1_234_567, -3])
  func numbered(number: Int) {
    let stream = RandomStream(seed: 9, name: "dropout 1/step ").numbered(number)
    #expect(stream == RandomStream(seed: 9, name: "dropout 1/step \(number)"))
  }

  @Test("begin longer arrays with shorter ones")
  func prefixes() {
    let stream = RandomStream(seed: 2, name: "points")
    #expect(Array(stream.normals(count: 10).prefix(5)) == stream.normals(count: 5))
    #expect(Array(stream.uniforms(count: 10).prefix(5)) == stream.uniforms(count: 5))
    #expect(
      Array(stream.uniformDoubles(count: 10).prefix(5)) == stream.uniformDoubles(count: 5))
    #expect(stream.normals(count: -1).isEmpty && stream.permutation(count: 0).isEmpty)
  }

  @Test("spread evenly over 0 ..< 1")
  func uniform() {
    let stream = RandomStream(seed: 2, name: "points")
    let numbers = stream.uniformDoubles(count: 100_000)
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    // Four standard deviations of a mean of 100,000 uniform numbers.
    let mean = numbers.reduce(0, +) / 100_000
    #expect(abs(mean - 0.5) < 4 * 0.2887 / 316.2)
    var counts = [Int](repeating: 0, count: 100)
    for number in stream.uniforms(count: 100_000) { counts[Int(number * 100)] += 1 }
    let squares = counts.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
    // 0.9999 of a chi-squared distribution with 99 degrees of freedom.
    #expect(squares < 161)
  }

  @Test("are normally distributed, by Kolmogorov and Smirnov")
  func normal() {
    let numbers = RandomStream(seed: 2, name: "points").normals(count: 20_000).sorted()
    let distance =
      numbers.enumerated().map { index, x in
        let expected = erfc(-x / 2.0.squareRoot()) / 2
        return max(
          abs(expected - Double(index) / 20_000), abs(expected - Double(index + 1) / 20_000))
      }.max() ?? 1
    // 0.9999 of the distribution of the greatest distance.
    #expect(distance < 2.23 / 20_000.0.squareRoot())
  }

  @Test("do not follow one another")
  func independence() {
    let count = 20_000
    for (seed, name) in [(1, "shuffle/epoch 8"), (2, "shuffle/epoch 7"), (1, "split")] {
      let first = RandomStream(seed: 1, name: "shuffle/epoch 7").uniformDoubles(count: count)
      let second = RandomStream(seed: UInt64(seed), name: name).uniformDoubles(count: count)
      let sum = zip(first, second).map { ($0 - 0.5) * ($1 - 0.5) }.reduce(0, +)
      #expect(abs(12 * sum / Double(count)) < 4 / Double(count).squareRoot())
    }
  }
}

@Suite("Permutations")
struct PermutationTests {
  @Test("hold every number once", arguments: [1, 2, 3, 10, 1000, 65_537])
  func holdEach(count: Int) {
    let order = RandomStream(seed: 3, name: "shuffle/epoch 1").permutation(count: count)
    #expect(order.sorted() == (0..<Int32(count)).map { $0 })
  }

  @Test("come up equally often: all 24 of four numbers")
  func unbiased() {
    var counts: [[Int32]: Int] = [:]
    let streams = RandomStream(seed: 3, name: "shuffle/epoch ")
    for epoch in 0..<24_000 {
      counts[streams.numbered(epoch).permutation(count: 4), default: 0] += 1
    }
    let squares = counts.values.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
    // 0.9999 of a chi-squared distribution with 23 degrees of freedom.
    #expect(counts.count == 24 && squares < 57.3)
  }
}
