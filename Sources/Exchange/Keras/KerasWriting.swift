import Datasets
import JSON
package import Networks
import TensorEngine

/// A file for another program, and what should be known of it.
package struct ExchangedFile: Equatable, Sendable {
  /// The bytes.
  package var bytes: [UInt8]
  /// What was left behind, or must be known.
  package var notes: [ExchangeNote]
}

/// A network as Keras writes one.
struct KerasWriting {
  /// The version whose files these are as.
  static let version = "3.15.1"
  /// All files are of one date, so that equal networks give equal bytes.
  private static let date = "1980-01-01@00:00:00"

  /// A layer of the file, with its parameters.
  struct WrittenLayer {
    let layer: any Layer
    let name: String
    let parameters: LayerParameters?

    var group: String { KerasNames.group(of: KerasLayerWriting.kind(of: layer)) }
  }

  let network: Network
  let entries: [WrittenLayer]
  /// The numbers, from 1, of the layers before which a flatten had to be put.
  let flattened: [Int]
  private let compiled: JSONValue?
  private(set) var notes: [ExchangeNote] = []

  init(
    _ network: Network, _ settings: TrainingSettings?, _ preparation: Preparation?
  ) throws(ExchangeError) {
    guard !network.layers.isEmpty else { throw .nothingToWrite }
    self.network = network
    var names = LayerNames(network)
    var entries: [WrittenLayer] = []
    var flattened: [Int] = []
    for (summary, parameters) in zip(network.summaries, network.parameters) {
      // Keras's Dense works on the last dimension alone.
      if summary.layer is Dense, summary.inputShape.rank > 1 {
        let flatten = Flatten()
        entries.append(
          WrittenLayer(layer: flatten, name: names.next(for: flatten), parameters: nil))
        flattened.append(summary.number)
      }
      entries.append(
        WrittenLayer(
          layer: summary.layer, name: names.next(for: summary.layer), parameters: parameters))
    }
    (self.entries, self.flattened) = (entries, flattened)
    compiled = KerasCompilationWriting.text(of: network, settings)
    if !flattened.isEmpty { notes.append(.flattened(flattened)) }
    let penalty = network.training.penalty
    if penalty.l1 != 0 || penalty.l2 != 0 {
      notes.append(.penalty(l1: penalty.l1, l2: penalty.l2))
    }
    if let scaling = preparation?.scaling { notes.append(.scaled(scaling.kind)) }
    if let logits = network.training.loss?.impliedActivation,
      network.outputActivation == .linear
    {
      notes.append(.logits(logits.rawValue))
    }
  }

  /// The text of the model.
  func model() throws(ExchangeError) -> JSONValue {
    let shape = JSONValue.array([.null] + network.inputShape.dimensions.map { .integer($0) })
    var layers = [
      KerasLayerWriting.part(
        "keras.layers", "InputLayer",
        ["batch_shape": shape, "dtype": "float32", "sparse": false, "name": "input_layer"])
    ]
    for entry in entries {
      guard
        let text = KerasLayerWriting.text(
          of: entry.layer, name: entry.name, isFrozen: entry.parameters?.isFrozen ?? false)
      else { throw .layer(name: entry.name, kind: entry.layer.kind, .unknownClass) }
      layers.append(text)
    }
    let config: JSONValue = [
      "name": .string(network.name), "trainable": true, "dtype": "float32",
      "layers": .array(layers), "build_input_shape": shape,
    ]
    guard case .object(var members) = KerasLayerWriting.part("keras", "Sequential", config) else {
      throw .nothingToWrite
    }
    members.append(.init("build_config", ["input_shape": shape]))
    if let compiled { members.append(.init("compile_config", compiled)) }
    return .object(members)
  }

  /// The weights as Keras 3 keeps them.
  ///
  /// - Parameter memory: What stands beside them of the optimizer.
  func weights(_ memory: HDF5Writer.WrittenGroup?) throws(ExchangeError) -> [UInt8] {
    var counts: [String: Int] = [:]
    var layers = HDF5Writer.WrittenGroup()
    for entry in entries {
      let count = counts[entry.group, default: 0]
      counts[entry.group] = count + 1
      var vars = HDF5Writer.WrittenGroup()
      vars.addText("name", entry.name)
      for (index, tensor) in (entry.parameters?.tensors ?? []).enumerated() {
        vars.members.append(.init(name: String(index), object: .tensor(tensor)))
      }
      let name = count == 0 ? entry.group : "\(entry.group)_\(count)"
      layers = layers.adding(name, HDF5Writer.WrittenGroup().adding("vars", vars))
    }
    var root = HDF5Writer.WrittenGroup().adding("layers", layers)
    if let memory {
      root = root.adding("optimizer", HDF5Writer.WrittenGroup().adding("vars", memory))
    }
    return try Self.encoded(root.adding("vars", HDF5Writer.WrittenGroup()))
  }

  /// The whole model in one file of HDF5, as Keras has written it before its version 3.
  func olderModel() throws(ExchangeError) -> [UInt8] {
    var weights = HDF5Writer.WrittenGroup()
    weights.addTexts("layer_names", entries.map(\.name))
    weights.addText("backend", "jax")
    weights.addText("keras_version", Self.version)
    for entry in entries {
      var layer = HDF5Writer.WrittenGroup()
      var inner = HDF5Writer.WrittenGroup()
      let parameters = entry.parameters
      let names = parameters?.names ?? []
      layer.addTexts("weight_names", names.map { "\(entry.name)/\($0)" })
      for (name, tensor) in zip(names, parameters?.tensors ?? []) {
        inner.members.append(.init(name: name, object: .tensor(tensor)))
      }
      if !names.isEmpty { layer = layer.adding(entry.name, inner) }
      weights = weights.adding(entry.name, layer)
    }
    var root = HDF5Writer.WrittenGroup().adding("model_weights", weights)
    root.addText("backend", "jax")
    root.addText("keras_version", Self.version)
    root.addText("model_config", try model().text)
    if let compiled {
      root.addText("training_config", Self.older(compiled).text)
    }
    return try Self.encoded(root)
  }

  /// What older files call the optimizer.
  private static func older(_ compiled: JSONValue) -> JSONValue {
    guard case .object(let members) = compiled else { return compiled }
    return .object(
      members.map {
        JSONValue.Member($0.name == "optimizer" ? "optimizer_config" : $0.name, $0.value)
      })
  }

  private static func encoded(_ root: HDF5Writer.WrittenGroup) throws(ExchangeError) -> [UInt8] {
    do throws(HDF5Fault) {
      return try HDF5Writer.bytes(of: root)
    } catch {
      throw .hdf5(error)
    }
  }

  /// The archive of Keras 3.
  func archive(_ memory: HDF5Writer.WrittenGroup?) throws(ExchangeError) -> [UInt8] {
    let metadata: JSONValue = [
      "keras_version": .string(Self.version), "date_saved": .string(Self.date),
    ]
    let (model, weights) = (try model(), try weights(memory))
    do throws(DatasetError) {
      return try ZipArchive.encoded([
        (KerasNames.metadata, Array(metadata.text.utf8)),
        (KerasNames.model, Array(model.text.utf8)), (KerasNames.weights, weights),
      ])
    } catch {
      throw .archive(error)
    }
  }
}

extension KerasFile {
  /// A network as a file of Keras.
  ///
  /// - Parameters:
  ///   - settings: By what it was trained last.
  ///   - preparation: What was done to its inputs.
  package static func file(
    _ form: Form, of network: Network, settings: TrainingSettings?, preparation: Preparation?
  ) throws(ExchangeError) -> ExchangedFile {
    let writing = try KerasWriting(network, settings, preparation)
    let bytes: [UInt8]
    switch form {
    case .archive:
      let memory = network.training.optimizer.flatMap { KerasMemory.group(of: $0) }
      bytes = try writing.archive(memory)
    case .model: bytes = try writing.olderModel()
    case .weights:
      guard network.parameterCount > 0 else { throw .nothingToWrite }
      bytes = try writing.weights(nil)
    case .architecture: bytes = Array(try writing.model().text.utf8)
    }
    let isLeft = form != .archive && network.training.optimizer?.slots.isEmpty == false
    return ExchangedFile(bytes: bytes, notes: writing.notes + (isLeft ? [.memory] : []))
  }
}

/// Names of layers as Keras gives them: the student's own where there is one, and no name twice.
private struct LayerNames {
  private var taken: Set<String>
  private var own: Set<String> = []
  private var counts: [String: Int] = [:]

  init(_ network: Network) {
    taken = Set(network.layers.compactMap(\.name)).union(["input_layer"])
  }

  mutating func next(for layer: any Layer) -> String {
    if let name = layer.name, !name.isEmpty, !name.contains("/"), own.insert(name).inserted {
      return name
    }
    let group = KerasNames.group(of: KerasLayerWriting.kind(of: layer))
    var name = ""
    repeat {
      let count = counts[group, default: 0]
      counts[group] = count + 1
      name = count == 0 ? group : "\(group)_\(count)"
    } while !taken.insert(name).inserted
    return name
  }
}
