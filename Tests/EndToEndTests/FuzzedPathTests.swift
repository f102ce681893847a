import Foundation
import SeededRandom
import Testing

/// Sessions of any kind on every processor path, each a process of its own.
@Suite("Inputs of any kind on every processor path", .waiting)
struct FuzzedPathTests {
  @Test("say the same", arguments: ["lines", "notebooks"])
  func digests(_ target: String) throws {
    let count = LongRun.count(60, long: 300)
    let lines = try ["plain", "sse2", "avx2", "avx512"].map { path in
      try digest([target, "--seed", "11", "--count", String(count)], kernels: path)
    }
    #expect(lines[0].contains("\(count) inputs"))
    #expect(Set(lines).count == 1, "\(lines)")
  }

  /// What the fuzzer says at its end, but for how long it took.
  private func digest(_ arguments: [String], kernels: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.built("fuzz"))
    process.arguments = arguments + [Repository.path("Tests/SessionTests/Transcripts")]
    process.environment = ["OVERFIT_KERNELS": kernels]
    let folder = TemporaryFolder()
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(kernels): \(text)")
    // Above it stand the inputs that took long.
    let last = try #require(text.split(separator: "\n").last)
    let words = last.split(separator: ",").filter { !$0.contains("slowest") }
    return words.joined(separator: ",")
  }
}
