import Testing

@testable import TensorEngine

/// The vectors are those of `kat_vectors` in the authors' Random123 1.14 for `philox4x32 10`.
@Suite("Philox")
struct PhiloxTests {
  struct Vector: Sendable {
    let counter: SIMD4<UInt32>
    let key: SIMD2<UInt32>
    let output: SIMD4<UInt32>
  }

  static let vectors = [
    Vector(
      counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
      output: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    Vector(
      counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
      output: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
    Vector(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2(0xa409_3822, 0x299f_31d0),
      output: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
  ]

  @Test("gives the published words", arguments: vectors)
  func publishedWords(vector: Vector) {
    #expect(Philox.block(counter: vector.counter, key: vector.key) == vector.output)
  }
}
