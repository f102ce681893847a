import Networks
import TensorEngine

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The most memory that a fresh process held which trained W1 for 10 epochs, or W3 for one.
enum MemoryWorkload {
  static func measure(threads: Int) throws -> [Measurement] {
    try [Workload.circlesSmall, .imagesDense].map { workload in
      let peaks = try (0..<5).map { _ in try peakOfProcess(workload, threads: threads) }
      return Measurement(
        workload: .memory, threads: threads, metric: "peak_rss_\(workload.rawValue)",
        values: peaks, unit: "MiB")
    }
  }

  /// What the fresh process does.
  struct Training {
    let workload: Workload
    let threads: Int

    /// Trains, and prints the process's own peak in KiB.
    func run() throws {
      guard let training = try TrainingWorkload.of(workload) else { return }
      var trainer = training.trainer(
        seed: 0, rows: (0..<training.examples.count).map { Int32($0) },
        pool: threads > 1 ? ThreadPool(threads: threads) : nil,
        network: try training.network(seed: 0))
      trainer.settings.epochs = workload == .circlesSmall ? 10 : 1
      _ = try trainer.run()
      print(peakKibibytes())
    }
  }

  /// The training that the arguments of a process ask for; nil where they are those of a person.
  static func training(asked arguments: [String]) -> Training? {
    guard arguments.count == 4, arguments[1] == option,
      let workload = Workload(rawValue: arguments[2]), let threads = Int(arguments[3])
    else { return nil }
    return Training(workload: workload, threads: threads)
  }

  private static let option = "--memory-of"

  private static func peakOfProcess(_ workload: Workload, threads: Int) throws -> Double {
    let program = CommandLine.arguments[0].replacing("'", with: "'\\''")
    let call = "exec '\(program)' \(option) \(workload.rawValue) \(threads)"
    guard let pipe = unsafe popen(call, "r") else { throw WorkloadError.noProcess }
    defer { unsafe pclose(pipe) }
    var line = [CChar](repeating: 0, count: 64)
    guard unsafe fgets(&line, 64, pipe) != nil,
      let kibibytes = Double(
        String(decoding: line.prefix { $0 > 32 }.map { UInt8($0) }, as: UTF8.self))
    else { throw WorkloadError.noProcess }
    return kibibytes / 1024
  }

  /// VmHWM, which a process does not inherit from the one that started it; elsewhere the peak
  /// that the system accounts.
  private static func peakKibibytes() -> Int {
    #if os(Linux)
      guard let file = unsafe fopen("/proc/self/status", "r") else { return 0 }
      defer { unsafe fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      while unsafe fgets(&line, 256, file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
        if text.hasPrefix("VmHWM:") { return Int(text.filter(\.isNumber)) ?? 0 }
      }
      return 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) / 1024
    #endif
  }
}

/// Why a workload could not be measured.
enum WorkloadError: Error {
  /// The process that was to be measured could not be started, or died.
  case noProcess
}
