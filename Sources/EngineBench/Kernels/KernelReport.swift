import TensorEngine

/// The tables of the kernels: one row for each case, one column for each path, and in the last
/// column the rate on the path that would be selected, which `OVERFIT_KERNELS` may name. A second
/// table shows what two threads gain.
enum KernelReport {
  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func time(_ nanoseconds: Double) -> String {
    let (value, unit) =
      nanoseconds < 1000
      ? (nanoseconds, "ns")
      : nanoseconds < 1e6 ? (nanoseconds / 1e3, "us") : (nanoseconds / 1e6, "ms")
    return "\((value * 10).rounded() / 10) \(unit)"
  }

  private static func rate(_ work: KernelCase.Work, _ nanoseconds: Double) -> String {
    switch work {
    case .multiplyAdds(let count): "\((20 * Double(count) / nanoseconds).rounded() / 10) GFLOP/s"
    case .elements(let count): "\((1000 * nanoseconds / Double(count)).rounded() / 1000) ns/element"
    }
  }

  /// Whether every path agrees with the plain one; says where not.
  static func verify() throws(EngineError) -> Bool {
    var agrees = true
    for example in KernelCase.all {
      let wrong = try example.pathsInDisagreement()
      if wrong.isEmpty { continue }
      agrees = false
      print("\(example.name): \(wrong.joined(separator: ", ")) differ from plain")
    }
    return agrees
  }

  /// Prints both tables.
  static func printTimes() throws(EngineError) {
    let names = Kernels.available.map(\.path.rawValue).joined(separator: ", ")
    print("\(KernelCase.all.count) cases have the same bits on \(names)\n")
    try printKernels()
    try ThreadTimes.print()
  }

  private static func printKernels() throws(EngineError) {
    let paths = Kernels.available
    let selected = Kernels.selected.path
    print(padded("", 24) + paths.map { padded($0.path.rawValue, 11) }.joined() + "  \(selected)")
    for example in KernelCase.all {
      var line = padded(example.name, 24)
      var best = ""
      for kernels in paths {
        let memory = try Workspace(example.operands)
        let nanoseconds = Stopwatch.nanoseconds { example.run(kernels, memory) }
        line += padded(time(nanoseconds), 11)
        if kernels.path == selected { best = rate(example.work, nanoseconds) }
      }
      print("\(line)  \(best)")
    }
  }
}
