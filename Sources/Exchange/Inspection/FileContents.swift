package import Datasets
import JSON
package import Networks
package import TensorEngine

/// What a file of a network holds, before anything of it is taken over.
package struct FileContents: Equatable, Sendable {
  /// What kind of file it is.
  package enum Format: Equatable, Sendable {
    /// One of Keras's.
    case keras(KerasFile.Form)
    /// A safetensors file; whether Overfit has saved a network in it.
    case safetensors(isOverfit: Bool)
  }

  /// A layer of the file.
  package struct LayerEntry: Equatable, Sendable {
    /// What the file calls it; nil where it has no name.
    package var name: String?
    /// Its class, or its kind here.
    package var kind: String
    /// What would be typed for it here; nil where it can't be taken over.
    package var text: String?
    /// The shape of what it gives; nil where that is not known.
    package var output: Shape?
    /// How many numbers it keeps; nil where that is not known.
    package var parameters: Int?
  }

  /// A tensor of the file.
  package struct TensorEntry: Equatable, Sendable {
    /// Its name, or its path.
    package var name: String
    /// Its shape.
    package var shape: Shape
    /// What its numbers are: "F32", "16-bit floats".
    package var type: String
  }

  /// What kind of file it is.
  package var format: Format
  /// The version of what has written it; nil where the file does not say it.
  package var version: String?
  /// What the model is called.
  package var name: String?
  /// The shape of one input.
  package var input: Shape?
  /// The layers, in their order; empty for a file of weights.
  package var layers: [LayerEntry] = []
  /// The tensors, in the order of the file.
  package var tensors: [TensorEntry] = []
  /// The loss and the optimizer as the file names them.
  package var training: [String] = []
  /// Why the network can't be taken over; nil where it can, or where there is none.
  package var problem: ExchangeError?
  /// What would be left behind.
  package var notes: [ExchangeNote] = []

  /// How many numbers all tensors have.
  package var parameters: Int {
    tensors.reduce(0) { $0.addingReportingOverflow($1.shape.count).partialValue }
  }
}

extension FileContents {
  /// Looks at a file of Keras.
  ///
  /// - Throws: `ExchangeError` where its bytes can't be read; what can't be taken over of what it
  ///   says is a ``problem``.
  package init(ofKeras file: FileBytes) throws(ExchangeError) {
    let parts = try KerasFile.parts(of: file)
    format = .keras(parts.form)
    version = parts.version
    if let root = parts.weights?.root {
      // What an optimizer remembers is no part of the network.
      for member in root.members where !["optimizer", "optimizer_weights"].contains(member.name) {
        appendTensors(member.object, path: member.name)
      }
    }
    guard let text = parts.model else { return }
    training = Self.training(parts.compiled)
    do throws(ExchangeError) {
      let model = try KerasModel(text)
      (name, input) = (model.name, model.input)
      layers = KerasNetwork.layers(of: model)
      let network = try KerasNetwork.network(
        model, parts.weights, compiled: parts.compiled, seed: 0, isDrawn: false)
      notes = network.notes
    } catch {
      problem = error
    }
  }

  /// Looks at a safetensors file.
  ///
  /// - Throws: `NetworkFileError` where its bytes can't be read.
  package init(ofSafetensors bytes: [UInt8]) throws(NetworkFileError) {
    let file = try Safetensors(reading: bytes)
    let document = try? NetworkDocument(reading: bytes)
    format = .safetensors(isOverfit: document != nil)
    tensors = file.tensors.map {
      TensorEntry(name: $0.name, shape: $0.tensor.shape, type: "F32")
    }
    guard let network = document?.network else { return }
    tensors = network.namedParameters.map {
      TensorEntry(name: $0.name, shape: $0.tensor.shape, type: "F32")
    }
    (name, input) = (network.name, network.inputShape)
    layers = network.summaries.map { summary in
      LayerEntry(
        name: summary.name, kind: summary.kind, text: summary.text,
        output: summary.outputShape, parameters: summary.parameterCount)
    }
    training = [
      network.training.loss?.rawValue, network.training.optimizer?.optimizer.kind.rawValue,
    ]
    .compactMap(\.self)
  }

  private mutating func appendTensors(_ object: HDF5Tree.Object, path: String) {
    switch object {
    case .data(let set):
      let type =
        switch set.type {
        case .float(let bytes): bytes == 4 ? "F32" : "F64"
        case .integer: "whole numbers"
        case .other(let name): name
        }
      tensors.append(TensorEntry(name: path, shape: set.shape, type: type))
    case .group(let group):
      for member in group.members { appendTensors(member.object, path: "\(path)/\(member.name)") }
    }
  }

  private static func training(_ compiled: JSONValue?) -> [String] {
    ["loss", "optimizer", "optimizer_config"].compactMap { name in
      let value = compiled?[name]
      return value?.string ?? value?["class_name"]?.string
    }
  }
}

extension KerasNetwork {
  /// The layers of a model, each as far as it is known here.
  static func layers(of model: KerasModel) -> [FileContents.LayerEntry] {
    var shape: Shape? = model.input
    return model.layers.map { text in
      var line = FileContents.LayerEntry(name: text.name, kind: text.kind)
      guard let input = shape else { return line }
      var notes: [ExchangeNote] = []
      guard let part = try? part(text, input, &notes) else {
        shape = nil
        return line
      }
      line.text = part.layer.text
      line.output = part.output
      line.parameters = part.parameters.reduce(0) { $0 + $1.shape.count }
      shape = part.output
      return line
    }
  }
}
