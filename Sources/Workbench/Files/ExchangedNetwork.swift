package import Exchange
package import Language
import Networks

/// A network in hand as a file for other programs, whose format its name tells.
package enum ExchangedNetwork {
  /// What the name of a file is for.
  package enum FileKind: Equatable, Sendable {
    /// A file of Keras.
    case keras(KerasFile.Form)
    /// A file of ONNX, which is written alone.
    case onnx

    /// The format of a whole network; nil for a name that asks for none of these.
    package init?(ofNetwork path: String) {
      if path.hasSuffix(".keras") {
        self = .keras(.archive)
      } else if path.hasSuffix(".json") {
        self = .keras(.architecture)
      } else if path.hasSuffix(".onnx") {
        self = .onnx
      } else if path.hasSuffix(".h5"), !path.hasSuffix(".weights.h5") {
        self = .keras(.model)
      } else {
        return nil
      }
    }

    /// The format of weights alone; nil for a name that asks for none of these.
    package init?(ofWeights path: String) {
      guard path.hasSuffix(".weights.h5") else { return nil }
      self = .keras(.weights)
    }
  }

  /// Whether a file is to be read as one of another program: by what it holds, else by its name.
  package static func isForeign(_ bytes: [UInt8], _ path: String) -> Bool {
    KerasFile.isKnown(bytes) || FileKind(ofNetwork: path) != nil || FileKind(ofWeights: path) != nil
  }

  /// Refuses to read a file that is written alone.
  package static func checkReadable(
    _ path: String, at range: SourceRange
  ) throws(Diagnostic) {
    guard FileKind(ofNetwork: path) == .onnx else { return }
    throw Diagnostic(
      "a file of ONNX is written here, and not read", at: range,
      hints: ["a .keras file of the same network is read"])
  }

  /// The file, and what should be known of it.
  ///
  /// - Throws: `ExchangeError` where the format can't express the network.
  package static func file(
    _ format: FileKind, of hand: NetworkInHand, in state: SessionState
  ) throws(ExchangeError) -> ExchangedFile {
    let preparation = SavedNetwork.document(of: hand, in: state).preparation
    return switch format {
    case .keras(let kind):
      try KerasFile.file(
        kind, of: hand.network, settings: hand.settings, preparation: preparation)
    case .onnx: try ONNXFile.file(of: hand.network, preparation: preparation)
    }
  }
}
