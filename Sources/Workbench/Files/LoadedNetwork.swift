import Datasets
import Exchange
package import Language
package import Networks
import TensorEngine

/// A network that is read from a file, and what a student should know before going on with it.
package enum LoadedNetwork {
  /// A file as it was read.
  package struct FoundNetwork: Sendable {
    /// The network with its story.
    package var document: NetworkDocument
    /// What was left behind of a file of another program, a sentence each.
    package var notes: [String] = []
  }

  /// Reads a network, from where it is or from a folder of data sets: one of Overfit's own files, or
  /// one of Keras's.
  ///
  /// - Parameter seed: What weights that a file has not are drawn from.
  /// - Throws: A `Diagnostic` at the name of the file, if it can't be read.
  package static func content(
    ofFile path: String, _ settings: SessionSettings, seed: UInt64, at range: SourceRange
  ) throws(Diagnostic) -> FoundNetwork {
    try ExchangedNetwork.checkReadable(path, at: range)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DatasetFolders(settings).bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    if ExchangedNetwork.isForeign(bytes, path) {
      do throws(ExchangeError) {
        var foreign = try KerasFile.network(of: FileBytes(name: path, bytes: bytes), seed: seed)
        // By which seed it was shuffled is not known, so none is another one.
        foreign.settings?.seed = seed
        return FoundNetwork(
          document: NetworkDocument(network: foreign.network, settings: foreign.settings),
          notes: foreign.notes.map { Wording.text(of: $0) })
      } catch {
        throw Wording.diagnostic(for: error, file: path, at: range)
      }
    }
    do throws(NetworkFileError) {
      return FoundNetwork(document: try NetworkDocument(reading: bytes))
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }

  /// What the data in hand has not, or has too, that the network learned from.
  package static func notes(on hand: NetworkInHand, in state: SessionState) -> [String] {
    guard let preparation = hand.preparation else { return [] }
    var notes: [String] = []
    let data = state.data.flatMap { data in
      data.dataset.examples.inputShape == hand.network.inputShape ? data : nil
    }
    let computed = state.data?.dataset.expansion.map { SavedNetwork.features(of: $0) }
    if let features = preparation.features, features != computed {
      let shown = features.formulas.prefix(6).joined(separator: ", ")
      notes.append(
        "It learned from the features \(shown)\(features.formulas.count > 6 ? ", …" : ""): "
          + "features network computes them of the data in hand.")
    }
    if let scaling = preparation.scaling, data?.scaler.map({ $0.matches(scaling) }) != true {
      notes.append(
        "It learned from \(preparation.data), scaled \(scaling.kind): "
          + "scale network scales the data in hand in the same way.")
    } else if preparation.scaling == nil, data?.scaler != nil {
      notes.append("It learned from \(preparation.data), which was not scaled.")
    }
    if let features = data?.dataset.featureNames, preparation.columns != nil,
      preparation.features == nil, features != preparation.featureNames
    {
      let shown = preparation.featureNames.prefix(10).joined(separator: ", ")
      notes.append(
        "Its features were others than those of the data in hand: "
          + "\(shown)\(preparation.featureNames.count > 10 ? ", …" : "").")
    }
    let names = data?.dataset.classNames ?? []
    if !names.isEmpty, !preparation.classNames.isEmpty, names != preparation.classNames {
      let shown = preparation.classNames.prefix(10).joined(separator: ", ")
      notes.append("Its classes were: \(shown)\(preparation.classNames.count > 10 ? ", …" : "").")
    }
    return notes
  }
}

extension Scaler {
  /// Whether it does what a saved scaling says.
  fileprivate func matches(_ scaling: Preparation.Scaling) -> Bool {
    kind.rawValue == scaling.kind && shift == scaling.shift && scale == scaling.scale
  }
}
