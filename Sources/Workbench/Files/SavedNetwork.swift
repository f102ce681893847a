import Charts
import Datasets
package import Networks
import TensorEngine

/// Between a network in hand and its file.
package enum SavedNetwork {
  /// What is saved: the network, its story, and what the data was like that it learned from; the
  /// data in hand, if it has not learned.
  package static func document(of hand: NetworkInHand, in state: SessionState) -> NetworkDocument {
    NetworkDocument(
      network: hand.network, history: hand.history, settings: hand.settings,
      preparation: hand.preparation
        ?? state.data.flatMap { preparation(of: $0, for: hand.network) })
  }

  /// What the data is like, if it is data for this network.
  package static func preparation(of data: DataInHand, for network: Network) -> Preparation? {
    guard data.dataset.examples.inputShape == network.inputShape else { return nil }
    return Preparation(
      data: data.dataset.name, featureNames: data.dataset.featureNames,
      classNames: data.dataset.classNames,
      scaling: data.scaler.map {
        Preparation.Scaling(kind: $0.kind.rawValue, shift: $0.shift, scale: $0.scale)
      }, positiveClass: data.dataset.positiveClass)
  }
}
