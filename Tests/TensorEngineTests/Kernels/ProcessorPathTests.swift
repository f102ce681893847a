import TensorEngine
import Testing

@Suite("Processor paths")
struct ProcessorPathTests {
  @Test("the plain path is always there, and one of the available paths is selected")
  func available() {
    let paths = Kernels.available.map(\.path)
    #expect(paths.first == .plain)
    #expect(paths.contains(Kernels.selected.path))
    #expect(Kernels.path(.plain)?.path == .plain)
  }

  @Test("a processor has the paths of its own architecture only")
  func architecture() {
    #if arch(x86_64)
      #expect(Kernels.path(.sse2) != nil && Kernels.path(.neon) == nil)
    #elseif arch(arm64)
      #expect(Kernels.path(.neon) != nil && Kernels.path(.sse2) == nil)
    #endif
  }
}
