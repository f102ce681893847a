package import Networks
import Synchronization

/// The results of trainings that ran side by side, as a comparison or a learning curve has them, which
/// are kept in one file.
///
/// In rules: for each training that is kept a line `training NUMBER BYTES`, NUMBER counted from 0, then
/// so many bytes of a ``KeptTraining``. A file that breaks a rule is none. Trainings that failed, and
/// those beyond ``KeptTraining/mostBytes`` together, are not in it: they run again.
package final class KeptBatch: Sendable {
  /// The most trainings that are kept together.
  package static let mostTrainings = 400
  private static let longestLine = 60

  private struct Content {
    var taken = 0
    var results: [Int: KeptTraining] = [:]
    /// About how many bytes these have.
    var bytes = 0
    /// Whether all that is kept was known already.
    var isOld = true
  }

  private let known: [Int: [UInt8]]
  private let heldBytes: Int
  private let content = Mutex(Content())

  /// Begins so many trainings.
  ///
  /// - Parameters:
  ///   - heldBytes: How many bytes the cells above hold.
  ///   - bytes: What is kept of an earlier session; nil for nothing.
  init(of count: Int, heldBytes: Int, reading bytes: [UInt8]?) {
    self.heldBytes = heldBytes
    known = bytes.flatMap { Self.parts(of: $0, count) } ?? [:]
  }

  /// How many trainings were known.
  var taken: Int { content.withLock { $0.taken } }

  /// What a training comes to, of a network such as this one; nil where it is not known.
  package func result(ofTraining number: Int, of network: Network) -> TrainingResult? {
    guard let bytes = known[number], let kept = KeptTraining(reading: bytes),
      heldBytes <= kept.heldBytes, kept.result.network.hasSameParts(as: network)
    else { return nil }
    content.withLock { content in
      content.taken += 1
      Self.add(kept, number, to: &content)
    }
    return kept.result
  }

  /// Takes what a training has come to.
  package func keep(_ result: TrainingResult, ofTraining number: Int) {
    if case .interrupted = result.outcome { return }
    let kept = KeptTraining(result, heldBytes: heldBytes)
    content.withLock { content in
      content.isOld = false
      Self.add(kept, number, to: &content)
    }
  }

  private static func add(_ training: KeptTraining, _ number: Int, to content: inout Content) {
    let bytes = training.leastBytes
    guard bytes <= KeptTraining.mostBytes - content.bytes else { return }
    content.bytes += bytes
    content.results[number] = training
  }

  /// The file; nil where nothing is to be kept, or nothing but what is kept already.
  var encoded: [UInt8]? {
    let results = content.withLock { $0.isOld ? [:] : $0.results }
    var bytes: [UInt8] = []
    for (number, training) in results.sorted(by: { $0.key < $1.key }) {
      guard let part = training.encoded else { continue }
      let head = Array("training \(number) \(part.count)\n".utf8)
      guard bytes.count + head.count + part.count <= KeptTraining.mostBytes else { continue }
      bytes += head + part
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// The trainings of a file by their numbers; nil for what is none.
  private static func parts(of bytes: [UInt8], _ count: Int) -> [Int: [UInt8]]? {
    var parts: [Int: [UInt8]] = [:]
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let end = rest.prefix(longestLine).firstIndex(of: UInt8(ascii: "\n")) else {
        return nil
      }
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 3, words[0] == "training", let number = Int(words[1]),
        let length = Int(words[2]), (0..<count).contains(number), parts[number] == nil,
        length > 0, length < rest.endIndex - end
      else { return nil }
      parts[number] = Array(rest[(end + 1)...(end + length)])
      rest = rest[(end + length + 1)...]
    }
    return parts
  }
}
