import TensorEngine

/// The order in which an epoch takes the training examples.
///
/// The rows of epoch N over the network's life are permuted by the stream "shuffle/epoch N" of the
/// training's seed. The batches are cut from that order; the last one may be short.
package enum EpochOrder {
  /// The rows in the order of an epoch, counted from 1.
  package static func rows(_ rows: [Int32], epoch: Int, seed: UInt64) -> [Int32] {
    let stream = RandomStream(seed: seed, name: "shuffle/epoch \(epoch)")
    return stream.permutation(count: rows.count).map { rows[Int($0)] }
  }
}
