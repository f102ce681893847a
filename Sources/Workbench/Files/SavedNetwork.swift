import Charts
package import Datasets
package import Networks
import TensorEngine

/// Between a network in hand and its file.
package enum SavedNetwork {
  /// What is saved: the network, its story, and what the data was like that it learned from; the
  /// data in hand, if it has not learned.
  package static func document(of hand: NetworkInHand, in state: SessionState) -> NetworkDocument {
    var known = hand.preparation ?? state.data.flatMap { preparation(of: $0, for: hand.network) }
    known?.division = hand.origin.mark
    return NetworkDocument(
      network: hand.network, history: hand.history, settings: hand.settings,
      preparation: known)
  }

  /// What the data is like, if it is data for this network.
  package static func preparation(of data: DataInHand, for network: Network) -> Preparation? {
    guard data.dataset.examples.inputShape == network.inputShape else { return nil }
    var preparation = Preparation(
      data: data.dataset.name, featureNames: data.dataset.featureNames,
      classNames: data.dataset.classNames,
      scaling: data.scaler.map {
        Preparation.Scaling(kind: $0.kind.rawValue, shift: $0.shift, scale: $0.scale)
      },
      features: data.dataset.expansion.map { features(of: $0) },
      positiveClass: data.dataset.positiveClass, target: data.dataset.targetName)
    preparation.fill = data.preparation.fillIns?.values
    if let table = data.dataset.columnLayout, table.hasTexts || preparation.fill != nil {
      preparation.columns = table.columns.map(column)
    }
    return preparation
  }

  private static func column(_ column: TableLayout.Column) -> Preparation.Column {
    let (kind, texts) =
      switch column.kind {
      case .number: ("number", [String]())
      case .oneHot(let texts): ("onehot", texts)
      case .ordinal(let texts): ("ordinal", texts)
      }
    return Preparation.Column(
      name: column.name, kind: kind, texts: texts, isFlagged: column.isFlagged)
  }

  /// Computed features as a file keeps them.
  package static func features(of expansion: FeatureExpansion) -> Preparation.Features {
    Preparation.Features(
      columns: expansion.columns, formulas: expansion.features.map(\.name),
      keepsColumns: expansion.keepsColumns)
  }
}
