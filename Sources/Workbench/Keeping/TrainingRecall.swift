package import Networks
import Synchronization
import TensorEngine

/// The trainings of a cell that runs: those that are known from an earlier session, and those that are
/// to be kept for a later one.
package final class TrainingRecall: Sendable {
  private struct Content {
    /// How many trainings the cell has begun.
    var count = 0
    var taken = 0
    var results: [(place: Int, training: KeptTraining)] = []
    var batches: [(place: Int, batch: KeptBatch)] = []
    var searches: [(place: Int, search: KeptSearch)] = []
  }

  private let store: ResultStore
  private let key: ContentDigest
  private let heldBytes: Int
  private let content = Mutex(Content())

  /// Begins a cell.
  ///
  /// - Parameters:
  ///   - key: What tells the cell, with all above it, from every other one.
  ///   - heldBytes: How many bytes the cells above hold.
  package init(_ store: ResultStore, _ key: ContentDigest, heldBytes: Int) {
    (self.store, self.key, self.heldBytes) = (store, key, heldBytes)
  }

  /// How many trainings were known.
  package var taken: Int {
    content.withLock { content in
      content.batches.reduce(content.taken) { $0 + $1.batch.taken }
    }
  }

  /// What the next training of the cell comes to, of a network such as this one; nil where it is not
  /// known.
  package func next(of network: Network) -> TrainingResult? {
    let place = content.withLock { content in
      content.count += 1
      return content.count
    }
    guard let name = Self.name(of: key, place), let bytes = store.read(name),
      let kept = KeptTraining(reading: bytes), heldBytes <= kept.heldBytes,
      kept.result.network.hasSameParts(as: network)
    else { return nil }
    content.withLock { $0.taken += 1 }
    return kept.result
  }

  /// What is known of some trainings that run side by side, and are kept together; nil for more than
  /// are kept.
  package func batch(of count: Int) -> KeptBatch? {
    guard (1...KeptBatch.mostTrainings).contains(count) else { return nil }
    let place = content.withLock { content in
      content.count += 1
      return content.count
    }
    let known = Self.name(of: key, place, of: "batch").flatMap(store.read)
    let batch = KeptBatch(of: count, heldBytes: heldBytes, reading: known)
    content.withLock { $0.batches.append((place, batch)) }
    return batch
  }

  /// What the next search of the cell comes to, in a study with so many trials; nil where that is not
  /// known.
  package func nextSearch(after trials: Int) -> KeptSearch? {
    let place = content.withLock { content in
      content.count += 1
      return content.count
    }
    guard let name = Self.name(of: key, place, of: "search"), let bytes = store.read(name),
      let kept = KeptSearch(reading: bytes), heldBytes <= kept.heldBytes, kept.first == trials
    else { return nil }
    return kept
  }

  /// Takes what the search that was asked for last has come to.
  package func keep(_ search: KeptSearch) {
    var kept = search
    kept.heldBytes = heldBytes
    content.withLock { $0.searches.append(($0.count, kept)) }
  }

  /// Notes that so many trainings of a search were known.
  package func note(taken count: Int) { content.withLock { $0.taken += count } }

  /// Takes what the training that was asked for last has come to.
  package func keep(_ result: TrainingResult) {
    let kept = KeptTraining(result, heldBytes: heldBytes)
    content.withLock { $0.results.append(($0.count, kept)) }
  }

  /// Writes down what was taken, for the cell that it has become.
  package func write(as key: ContentDigest) {
    for (place, training) in content.withLock({ $0.results }) {
      guard let name = Self.name(of: key, place), let bytes = training.encoded else { continue }
      store.write(name, bytes)
    }
    for (place, batch) in content.withLock({ $0.batches }) {
      guard let name = Self.name(of: key, place, of: "batch"), let bytes = batch.encoded else {
        continue
      }
      store.write(name, bytes)
    }
    for (place, search) in content.withLock({ $0.searches }) {
      guard let name = Self.name(of: key, place, of: "search"), let bytes = search.encoded else {
        continue
      }
      store.write(name, bytes)
    }
  }

  private static func name(
    of key: ContentDigest, _ place: Int, of kind: String = "training"
  ) -> String? {
    ContentDigest(of: [key.bytes, Array("\(kind) \(place)".utf8)])?.hexadecimal
  }
}

extension Network {
  /// Whether another network has the same layers with parameters of the same shapes.
  func hasSameParts(as other: Network) -> Bool {
    name == other.name && inputShape == other.inputShape
      && summaries.map(\.text) == other.summaries.map(\.text)
      && parameters.map { $0.tensors.map(\.shape) }
        == other.parameters.map { $0.tensors.map(\.shape) }
  }
}
