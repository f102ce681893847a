import TensorEngine

/// Numbers that are as good as drawn.
enum RandomValues {
  static func uniform(_ count: Int, seed: UInt64, name: String) -> [Double] {
    RandomStream(seed: seed, name: name).uniformDoubles(count: count)
  }
}
