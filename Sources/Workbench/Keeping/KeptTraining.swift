package import Networks
import TensorEngine

/// The result of a training as bytes, from which the session goes on as if it had been trained now.
///
/// In rules: a line of words, the epochs (`History.bytes`), then the file of a saved network
/// (``NetworkDocument``). The words are how the training ended, the epoch of that or 0, the epoch that
/// early stopping went back to or 0, the steps, how many bytes the cells above held, and how many
/// epochs there are.
package struct KeptTraining: Sendable {
  /// The most bytes that are kept of one training: 64 MiB.
  package static let mostBytes = 64 << 20
  private static let longestLine = 200

  /// What the training left.
  package let result: TrainingResult
  /// How many bytes the cells above held when it ran.
  package let heldBytes: Int

  /// Keeps a result. One that was interrupted is that of the command that its cell says, which stops
  /// there.
  package init(_ result: TrainingResult, heldBytes: Int) {
    var result = result
    if case .interrupted = result.outcome { result.outcome = .reachedMaximumSteps }
    self.result = result
    self.heldBytes = heldBytes
  }

  /// Reads what ``encoded`` gave; nil for anything else.
  package init?(reading bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard bytes.count <= Self.mostBytes,
      let end = bytes.prefix(Self.longestLine).firstIndex(of: newline)
    else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard words.count == 6, numbers.count == 5, numbers.allSatisfy({ $0 >= 0 }),
      let outcome = Self.outcome(named: words[0], epoch: numbers[0]),
      numbers[4] <= (bytes.count - end - 1) / History.bytesOfEpoch
    else { return nil }
    let epochs = bytes[(end + 1)...].prefix(numbers[4] * History.bytesOfEpoch)
    guard let history = History(bytes: epochs),
      let document = try? NetworkDocument(reading: Array(bytes[epochs.endIndex...]))
    else { return nil }
    result = TrainingResult(
      network: document.network, history: history, outcome: outcome,
      restoredEpoch: numbers[1] > 0 ? numbers[1] : nil, steps: numbers[2])
    heldBytes = numbers[3]
  }

  /// The bytes that give the same result, bit for bit; nil where there are none, or too many.
  package var encoded: [UInt8]? {
    guard leastBytes <= Self.mostBytes,
      let document = try? NetworkDocument(network: result.network).encoded()
    else { return nil }
    let (name, epoch) = Self.words(of: result.outcome)
    let line =
      "\(name) \(epoch) \(result.restoredEpoch ?? 0) \(result.steps) \(heldBytes) "
      + "\(result.history.records.count)\n"
    let bytes = Array(line.utf8) + result.history.bytes + document
    return Self(reading: bytes)?.result == result ? bytes : nil
  }

  /// The bytes of its numbers, or the largest number for more than that.
  package var leastBytes: Int {
    MemoryBudget.sum(
      MemoryBudget.bytes(of: UInt8.self, result.network.parameterCount, 16),
      MemoryBudget.bytes(of: UInt8.self, result.history.records.count, History.bytesOfEpoch))
  }

  private static func words(of outcome: TrainingResult.Ending) -> (name: String, epoch: Int) {
    switch outcome {
    case .finished: ("finished", 0)
    case .stoppedEarly(let epoch): ("stopped", epoch)
    case .reachedTarget(let epoch): ("reached", epoch)
    case .ended(let epoch): ("ended", epoch)
    case .reachedMaximumSteps, .interrupted: ("broken", 0)
    }
  }

  private static func outcome(
    named name: Substring, epoch: Int
  ) -> TrainingResult.Ending? {
    switch name {
    case "finished": .finished
    case "stopped": .stoppedEarly(epoch: epoch)
    case "reached": .reachedTarget(epoch: epoch)
    case "ended": .ended(epoch: epoch)
    case "broken": .reachedMaximumSteps
    default: nil
    }
  }
}
