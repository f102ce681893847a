import TensorEngine

/// One call of a kernel, or of several in a row, as it is verified and timed.
struct KernelCase: Sendable {
  /// What a call amounts to, for the last column of the table.
  enum Work: Sendable {
    /// Multiply-adds; two floating-point operations each.
    case multiplyAdds(Int)
    /// Elements of the result.
    case elements(Int)
  }

  let name: String
  let work: Work
  let operands: [Operand]
  let run: @Sendable (Kernels, Workspace) -> Void

  /// The names of the paths whose memory after two calls differs from the plain path's.
  func pathsInDisagreement() throws(EngineError) -> [String] {
    var expected: [UInt32] = []
    var wrong: [String] = []
    for kernels in Kernels.available {
      let memory = try Workspace(operands)
      run(kernels, memory)
      run(kernels, memory)
      if kernels.path == .plain {
        expected = memory.bits
      } else if memory.bits != expected {
        wrong.append(kernels.path.rawValue)
      }
    }
    return wrong
  }
}
