package import Datasets
import JSON
package import Networks
import TensorEngine

/// Which of Keras's files some bytes are, and what is in them.
///
/// | file | holds |
/// | --- | --- |
/// | `.keras`, of Keras 3 | a zip archive: `config.json`, `metadata.json`, `model.weights.h5` |
/// | `.h5`, older | HDF5: the weights, and the model as a text beside them |
/// | `.weights.h5` | HDF5: the weights alone |
/// | `.json` | the model without weights |
package enum KerasFile {
  /// The kinds of files.
  package enum Form: String, CaseIterable, Sendable {
    /// The archive of Keras 3.
    case archive
    /// The older file of a whole model.
    case model
    /// Weights alone.
    case weights
    /// Layers alone.
    case architecture
  }

  /// The parts of a file that are known here.
  struct Parts {
    var form: Form
    var model: JSONValue?
    var compiled: JSONValue?
    var weights: KerasWeights?
    /// The version of Keras that has written it.
    var version: String?
  }

  /// The most files of an archive; one of Keras has three, and those of its assets.
  private static let memberLimit = 1000
  private static let sizeLimit = 1 << 30
  /// The longest text of layers that is read: the most layers, each with 8 KiB of settings.
  static let modelLimit = 8 << 20

  /// Whether some bytes are one of these files: a file of HDF5, an archive with a model in it, or a
  /// text of JSON.
  package static func isKnown(_ bytes: [UInt8]) -> Bool {
    if HDF5Reader.isHDF5(bytes) { return true }
    if NPZ.isZip(bytes) { return isArchive(bytes) }
    // A safetensors file may begin with such a byte, too, but its second number is small.
    return !bytes.prefix(8).contains(0)
      && bytes.first { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: "{")
  }

  /// Whether the first file of a zip archive is one that Keras puts into its own.
  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 30 else { return false }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = String(decoding: bytes[30..<min(bytes.count, 30 + length)], as: UTF8.self)
    return name.hasSuffix(".json") || name.hasSuffix(".h5") || name.hasPrefix("assets/")
  }

  /// The network of a file.
  ///
  /// - Parameter seed: What weights that the file has not are drawn from.
  package static func network(
    of file: FileBytes, seed: UInt64
  ) throws(ExchangeError) -> ForeignNetwork {
    let parts = try parts(of: file)
    guard let value = parts.model else { throw .weightsAlone }
    let model = try KerasModel(value)
    return try KerasNetwork.network(model, parts.weights, compiled: parts.compiled, seed: seed)
  }

  /// The weights of a file as the parameters of a network.
  package static func weights(
    of file: FileBytes, for network: Network
  ) throws(ExchangeError) -> [NamedTensor] {
    guard let weights = try parts(of: file).weights else { throw .layersAlone }
    let summaries = network.summaries
    let weighted = summaries.filter { !$0.layer.parameters(for: $0.inputShape).isEmpty }
    let kinds = weighted.map { KerasNames.group(of: KerasLayerWriting.kind(of: $0.layer)) }
    var tensors: [Tensor] = []
    for (data, summary) in zip(try weights.layers(of: kinds), weighted) {
      tensors += try weights.tensors(
        data, summary.layer.parameters(for: summary.inputShape),
        name: "layer \(summary.number)", kind: summary.layer.title)
    }
    return zip(network.namedParameters, tensors).map { NamedTensor($0.name, $1) }
  }

  static func parts(of file: FileBytes) throws(ExchangeError) -> Parts {
    if NPZ.isZip(file.bytes) { return try archive(file) }
    if HDF5Reader.isHDF5(file.bytes) { return try hierarchy(file.bytes) }
    guard isKnown(file.bytes) else { throw .unknownFormat }
    let model = try json(file.bytes, "the model")
    return Parts(
      form: .architecture, model: model, compiled: model["compile_config"],
      version: model["keras_version"]?.string)
  }

  private static func archive(_ file: FileBytes) throws(ExchangeError) -> Parts {
    let entries: [ZipArchive.Entry]
    do throws(DatasetError) {
      let limit = min(sizeLimit, MemoryBudget.current.left / 2)
      entries = try ZipArchive.entries(of: file, limit: limit, memberLimit: memberLimit)
    } catch {
      throw .archive(error)
    }
    func bytes(_ name: String) throws(ExchangeError) -> [UInt8] {
      guard let entry = entries.first(where: { $0.name == name }) else { throw .noMember(name) }
      return entry.bytes
    }
    let model = try json(bytes(KerasNames.model), KerasNames.model)
    let metadata = (try? bytes(KerasNames.metadata)).flatMap { try? JSONValue(reading: $0) }
    return Parts(
      form: .archive, model: model, compiled: model["compile_config"],
      weights: try KerasWeights(reading: bytes(KerasNames.weights)),
      version: metadata?["keras_version"]?.string)
  }

  private static func hierarchy(_ bytes: [UInt8]) throws(ExchangeError) -> Parts {
    let weights = try KerasWeights(reading: bytes)
    var parts = Parts(form: .weights, weights: weights)
    parts.version = weights.root.texts("keras_version")?.first
    guard let text = weights.root.texts("model_config")?.first else { return parts }
    parts.form = .model
    parts.model = try json(Array(text.utf8), "model_config")
    if let text = weights.root.texts("training_config")?.first {
      parts.compiled = try json(Array(text.utf8), "training_config")
    }
    return parts
  }

  private static func json(_ bytes: [UInt8], _ place: String) throws(ExchangeError) -> JSONValue {
    guard bytes.count <= modelLimit else {
      throw .modelTooLong(bytes.count, limit: modelLimit)
    }
    do throws(JSONError) {
      return try JSONValue(reading: bytes)
    } catch {
      throw .json(place, error)
    }
  }
}
