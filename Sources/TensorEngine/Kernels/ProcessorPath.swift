internal import CKernels

/// The instruction sets that the kernels are written for. All of them give the same bits.
public enum ProcessorPath: String, CaseIterable, Sendable {
  /// One element at a time, in plain C: what the others are compared with. Its matrix products use
  /// the processor's fused multiply-add, if there is one.
  case plain
  /// x86-64 with vectors of four floats, and fused multiply-add likewise.
  case sse2
  /// x86-64 with AVX2 and FMA.
  case avx2
  /// x86-64 with AVX-512 F, VL, BW and DQ.
  case avx512
  /// arm64.
  case neon
  /// ``plain`` with fused multiply-add emulated exactly, as on a processor without it.
  case plainEmulated = "plain-emulated"
  /// ``sse2`` likewise: x86-64 as every such processor has it.
  case sse2Emulated = "sse2-emulated"

  var number: Int32 {
    switch self {
    case .plain: Int32(KERNEL_PLAIN)
    case .sse2: Int32(KERNEL_SSE2)
    case .avx2: Int32(KERNEL_AVX2)
    case .avx512: Int32(KERNEL_AVX512)
    case .neon: Int32(KERNEL_NEON)
    case .plainEmulated: Int32(KERNEL_PLAIN_EMULATED)
    case .sse2Emulated: Int32(KERNEL_SSE2_EMULATED)
    }
  }
}
