import Foundation
import Testing

/// A training is killed as a power cut would end it; a fresh process goes on from its checkpoint.
@Suite("A training that is killed", .waiting, .timeLimit(.minutes(15)))
struct CheckpointTests {
  private let folder = TemporaryFolder()

  private let data = [
    "seed 11", "data spirals points=400 noise=0.1", "split train=60% validation=40%",
    "scale standard",
  ]

  private let layers = [
    "network", "add dense 32 relu", "add batchnorm", "add dropout 0.2", "add dense 1 sigmoid",
  ]

  private let training =
    "train epochs=40 optimizer=adam rate=0.01 schedule=cosine(over=40) "
    + "stop=early(patience=30, monitor=val_acc)"

  private func arguments(_ name: String, _ lines: [String]) throws -> [String] {
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    return ["run", "\(folder.path)/\(name)", "--allow-write", folder.path]
  }

  private func run(_ lines: [String]) throws -> Program {
    try Program(try arguments("script.overfit", lines), home: folder)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))
  }

  /// What a script saves and shows of a network at its end.
  private func look(_ name: String) -> [String] {
    [
      "save network \(folder.path)/\(name).safetensors", "show history 100",
      "save history \(folder.path)/\(name).csv", "evaluate",
    ]
  }

  /// Starts a training, kills it as soon as its checkpoint was written so often, and gives back the
  /// content of the checkpoint.
  private func killAfter(writes: Int) throws -> Data {
    let path = "\(folder.path)/run.safetensors"
    try? FileManager.default.removeItem(atPath: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = try arguments(
      "killed.overfit", data + layers + ["\(training) checkpoint=\(path)"] + look("never"))
    process.environment = Binary.environment(home: folder.path, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var seen: UInt64?
    var count = 0
    let end = Date(timeIntervalSinceNow: 60)
    while count < writes, process.isRunning, Date() < end {
      // Each atomic write is a file of another number.
      let number =
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? UInt64
      if let number, number != seen {
        seen = number
        count += 1
      }
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal, "it had ended before it was killed")
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test("goes on to the weights and the history of the one that was never killed")
  func killed() throws {
    let whole = try run(data + layers + [training] + look("whole"))
    #expect(whole.status == 0, "\(whole.output)")
    for writes in [1, 2, 5] {
      let checkpoint = try killAfter(writes: writes)
      #expect(!checkpoint.isEmpty)
      // A script writes over nothing that another run has left.
      for name in ["resumed.safetensors", "resumed.csv"] {
        try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      }
      let resumed = try run(
        data + ["load network \(folder.path)/run.safetensors", "resume"]
          + look("resumed"))
      #expect(resumed.status == 0, "\(resumed.output)")
      #expect(try bytes("whole.safetensors") == bytes("resumed.safetensors"))
      #expect(try bytes("whole.csv") == bytes("resumed.csv"))
      let shown = { (program: Program) in program.output.split(separator: "> evaluate")[1] }
      #expect(shown(whole) == shown(resumed))
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/never.csv"))
    }
  }
}
