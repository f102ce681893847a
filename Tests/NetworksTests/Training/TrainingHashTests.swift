import Foundation
import Networks
import TensorEngine
import Testing

/// The hashes in `Golden/training-hashes.txt` hold for debug and release builds and for every
/// machine. `RECORD=1` writes them anew, after a change that is meant to change bits.
@Suite("The hash of a training")
struct TrainingHashTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/training-hashes.txt").standardizedFileURL

  private static let head = """
    # What trainings leave, hashed: a layer of each kind under each loss and each optimizer, and
    # every sample of a layer. TrainingHashTests compares them; RECORD=1 writes them anew.

    """

  @Test("is the committed one on every processor path and on 1, 2 and 7 threads")
  func committed() throws {
    let plain = try #require(Kernels.path(.plain))
    // With a threshold of 0 the smallest operation is cut for all threads.
    let pools = [1, 2, 7].map { ThreadPool(threads: $0, threshold: 0) }
    var lines: [String] = []
    for example in try TrainingCase.all() {
      let hash = example.hash(plain)
      for kernels in Kernels.available {
        #expect(example.hash(kernels) == hash, "\(kernels.path): \(example.name)")
      }
      for pool in pools {
        let shared = example.hash(.selected, pool)
        #expect(shared == hash, "\(pool.threads) threads: \(example.name)")
      }
      lines.append("\(Self.text(hash))  \(example.name)")
    }
    try compare(lines)
  }

  private func compare(_ lines: [String]) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let text = Self.head + lines.joined(separator: "\n") + "\n"
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("wrote \(Self.file.lastPathComponent)")
      return
    }
    let committed = try String(contentsOf: Self.file, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0) }
    let (expected, actual) = (Set(committed), Set(lines))
    for line in lines where !expected.contains(line) {
      Issue.record("not the committed hash, or none is committed: \(line)")
    }
    for line in committed where !actual.contains(line) {
      Issue.record("committed, but not what a training gives: \(line)")
    }
  }

  private static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
