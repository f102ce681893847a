import CKernels
import Testing

@testable import TensorEngine

/// What every kernel keeps on every path of this machine.
@Suite("Every kernel")
struct KernelLawTests {
  @Test("equals the plain loops bit for bit and leaves all other memory", arguments: KernelCase.all)
  func equalsPlain(example: KernelCase) throws {
    let plain = try #require(Kernels.path(.plain))
    let others = Kernels.available.filter { $0.path != .plain }
    for (index, shape) in example.shapes.enumerated() {
      for numbers in Numbers.allCases {
        // Aligned as an arena gives it in every second run, and each other way in the rest.
        for offset in [0, 1 + index % 15] {
          let memory = KernelMemory(
            example.lengths(shape), numbers, seed: UInt64(index * 64), offset: offset)
          let expected = memory.words { example.run(plain, $0, shape) }
          let what = "\(example.testDescription) \(shape), \(numbers), offset \(offset)"
          #expect(memory.gapsAreWhole(in: expected), "plain, \(what)")
          for kernels in others {
            let actual = memory.words { example.run(kernels, $0, shape) }
            let difference = KernelMemory.difference(of: actual, from: expected)
            if let difference { Issue.record("\(kernels.path), \(what), \(difference)") }
          }
        }
      }
    }
  }

  /// Whoever touches the element after the last one ends the process.
  @Test("reads and writes nothing beyond its slices", arguments: KernelCase.all)
  func staysInside(example: KernelCase) {
    let shapes = example.shapes.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
    for shape in shapes {
      let slices = example.lengths(shape).map { Numbers.ordinary.values($0, seed: 1) }
      for kernels in Kernels.available {
        withGuardedSlices(slices) { example.run(kernels, $0, shape) }
      }
    }
  }

  /// Each field in turn is replaced by a function that only counts its calls.
  @Test("of the table is called by a case of these suites")
  func coverage() throws {
    let table = try #require(kernel_table(Int32(KERNEL_PLAIN)))
    let copy = UnsafeMutablePointer<KernelTable>.allocate(capacity: 1)
    defer { copy.deallocate() }
    let fields = MemoryLayout<KernelTable>.size / MemoryLayout<UInt>.size
    let names = Mirror(reflecting: table.pointee).children.map { $0.label ?? "" }
    for field in 0..<fields {
      copy.update(from: table, count: 1)
      let count: @convention(c) () -> Void = { calls += 1 }
      UnsafeMutableRawPointer(copy).storeBytes(
        of: unsafeBitCast(count, to: UInt.self), toByteOffset: field * MemoryLayout<UInt>.size,
        as: UInt.self)
      calls = 0
      let kernels = Kernels(path: .plain, table: UnsafePointer(copy))
      for example in KernelCase.all {
        let shape = example.shapes[min(5, example.shapes.count - 1)]
        let memory = KernelMemory(example.lengths(shape), .ordinary, seed: 1, offset: 0)
        _ = memory.words { example.run(kernels, $0, shape) }
        if calls > 0 { break }
      }
      let name = field < names.count ? names[field] : "number \(field)"
      #expect(calls > 0, "no case calls the kernel \(name)")
    }
  }
}

/// Only one test counts.
nonisolated(unsafe) private var calls = 0
