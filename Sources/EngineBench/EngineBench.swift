import ArgumentParser
import TensorEngine

/// What the engine does in which time.
///
///     swift run -c release engine-bench
///     swift run -c release engine-bench --workload W1,W3 --threads 2
///
/// Without a workload it verifies every kernel on every path of this machine against the plain
/// one, and times them; the exit code is 1 when a path disagrees. With workloads it measures
/// whole trainings, predictions and searches, as docs/benchmarks.md says.
@main
struct EngineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-bench",
    abstract: "Verifies and times the kernels, or measures workloads.")

  @Option(help: "W1 … W11, several with commas, or all; none for the kernels")
  var workload: WorkloadList?

  @Option(help: "The threads of a workload; with 1 the process keeps to one core.")
  var threads = 1

  @Flag(help: "One JSON object a line.")
  var json = false

  /// A process whose memory another one measures trains and does nothing else: what the reader of
  /// options touches is no part of a training.
  static func main() {
    guard let training = MemoryWorkload.training(asked: CommandLine.arguments) else {
      return main(nil)
    }
    do { try training.run() } catch { exit(withError: error) }
  }

  func validate() throws {
    guard (1...64).contains(threads) else {
      throw ValidationError("--threads must be from 1 to 64, not \(threads)")
    }
  }

  func run() throws {
    guard let workload else {
      guard try KernelReport.verify() else { throw ExitCode.failure }
      return try KernelReport.printTimes()
    }
    if threads == 1 { Processor.pinToOneCore() }
    for workload in workload.workloads {
      for line in try workload.measure(threads: threads) { print(json ? line.json : line.text) }
    }
  }
}
