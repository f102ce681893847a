import TensorEngine

/// The data sets of the workloads, the same numbers in every program that measures them.
enum WorkloadData {
  /// 1,000 points on two noisy circles of radius 1 (class 0) and 0.5 (class 1), in turn.
  ///
  /// For each point three uniform numbers u, v, w: angle 2πu, and noise of length
  /// 0.1 · √(-2 ln(1 - v)) and direction 2πw.
  static func circles(seed: UInt64) throws(EngineError) -> Examples {
    var random = SplitMix64(seed: seed)
    var inputs: [Float] = []
    for point in 0..<1000 {
      let radius = point.isMultiple(of: 2) ? 1.0 : 0.5
      let angle = 2 * Double.pi * random.uniform()
      let length = 0.1 * (-2 * ElementaryMath.log(1 - random.uniform())).squareRoot()
      let direction = 2 * Double.pi * random.uniform()
      inputs.append(
        Float(radius * ElementaryMath.cos(angle) + length * ElementaryMath.cos(direction)))
      inputs.append(
        Float(radius * ElementaryMath.sin(angle) + length * ElementaryMath.sin(direction)))
    }
    return try Examples(
      inputShape: [2], inputs: .floats(inputs),
      targets: .classes((0..<1000).map { $0 % 2 }, count: 2))
  }

  /// The first of 60,000 images of 28 x 28 random bytes, with random labels of ten classes.
  ///
  /// The bytes are kept as bytes and become numbers from 0 to 1 as batches are gathered, as the
  /// images of a student are.
  static func noiseImages(count: Int, shape: Shape = [784]) throws(EngineError) -> Examples {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count * 784) { buffer, initialized in
      var random = SplitMix64(seed: 3)
      for word in 0..<count * 98 {
        let bits = random.next().littleEndian
        unsafe UnsafeMutableRawBufferPointer(buffer).storeBytes(
          of: bits, toByteOffset: 8 * word, as: UInt64.self)
      }
      initialized = count * 784
    }
    var random = SplitMix64(seed: 4)
    let labels = (0..<count).map { _ in Int32(random.next() % 10) }
    return try Examples(
      inputShape: shape, inputs: .bytes(bytes), targets: .classes(labels, count: 10),
      scaling: FeatureScaling(shift: 0, scale: 1 / 255))
  }
}
