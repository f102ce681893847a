internal import CKernels

/// The instruction sets that the kernels are written for. All of them give the same bits.
public enum KernelPath: String, CaseIterable, Sendable {
  /// One element at a time, in plain C: what the others are compared with.
  case plain
  /// x86-64 as every such processor has it, with fused multiply-add emulated exactly.
  case sse2
  /// x86-64 with AVX2 and FMA.
  case avx2
  /// x86-64 with AVX-512 F, VL, BW and DQ.
  case avx512
  /// arm64.
  case neon

  var number: Int32 {
    switch self {
    case .plain: Int32(KERNEL_PLAIN)
    case .sse2: Int32(KERNEL_SSE2)
    case .avx2: Int32(KERNEL_AVX2)
    case .avx512: Int32(KERNEL_AVX512)
    case .neon: Int32(KERNEL_NEON)
    }
  }
}
