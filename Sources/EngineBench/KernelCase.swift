import TensorEngine

/// One call of a kernel, as it is verified and timed.
struct KernelCase {
  /// What a call amounts to, for the last column of the table.
  enum Work {
    /// Multiply-adds; two floating-point operations each.
    case multiplyAdds(Int)
    /// Elements of the result.
    case elements(Int)
  }

  let name: String
  let work: Work
  /// The lengths of the slices; they are filled with numbers between -2 and 2.
  let lengths: [Int]
  let run: (Kernels, [FloatSlice]) -> Void

  /// The names of the paths whose memory after one call differs from the plain path's.
  func pathsInDisagreement() throws(EngineError) -> [String] {
    var expected: [UInt32] = []
    var wrong: [String] = []
    for kernels in Kernels.available {
      let memory = try Workspace(lengths)
      run(kernels, memory.slices)
      if kernels.path == .plain {
        expected = memory.bits
      } else if memory.bits != expected {
        wrong.append(kernels.path.rawValue)
      }
    }
    return wrong
  }
}

/// Memory for one case.
final class Workspace {
  let slices: [FloatSlice]
  private let arena: Arena

  init(_ lengths: [Int]) throws(EngineError) {
    var layout = Arena.Layout()
    let places = lengths.map { layout.floats($0) }
    arena = try Arena(layout)
    var slices: [FloatSlice] = []
    for (index, place) in places.enumerated() {
      let stream = RandomStream(seed: 1, name: "operand ").numbered(index)
      let slice = arena[place]
      slice.write(stream.uniforms(count: slice.count).map { 4 * $0 - 2 })
      slices.append(slice)
    }
    self.slices = slices
  }

  var bits: [UInt32] {
    slices.flatMap { $0.array.map { $0.isNaN ? 0x7fc0_0000 : $0.bitPattern } }
  }
}
