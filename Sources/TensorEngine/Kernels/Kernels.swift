internal import CKernels

/// The arithmetic loops of the engine over slices of an arena.
///
/// Every method computes the same bits on every ``ProcessorPath``. Matrices are dense and row-major;
/// their sizes are the caller's promise, checked by preconditions that no input of a student may
/// reach. A result may be written over an elementwise operand of the same shape; apart from that
/// the slices of a call must not overlap. Nothing is allocated.
public struct Kernels: @unchecked Sendable {
  /// The instruction set of these kernels.
  public let path: ProcessorPath
  let table: UnsafePointer<KernelTable>

  /// The kernels of this process: the widest path that the processor has, or the one that the
  /// environment variable `OVERFIT_KERNELS` names. An unknown or missing path is passed over.
  public static let selected: Kernels = {
    let asked = kernel_path_asked_for().flatMap { ProcessorPath(rawValue: String(cString: $0)) }
    return asked.flatMap { Kernels.path($0) } ?? best
  }()

  /// The kernels of one path, or nil when this program or this processor does not have it.
  public static func path(_ path: ProcessorPath) -> Kernels? {
    kernel_table(path.number).map { Kernels(path: path, table: $0) }
  }

  /// All paths that this process can run, the plain one first.
  public static var available: [Kernels] {
    ProcessorPath.allCases.compactMap { path($0) }
  }

  private static var best: Kernels {
    for path in [ProcessorPath.avx512, .avx2, .neon, .sse2] {
      if let kernels = Kernels.path(path) { return kernels }
    }
    guard let plain = Kernels.path(.plain) else {
      preconditionFailure("plain kernels are built in")
    }
    return plain
  }
}
