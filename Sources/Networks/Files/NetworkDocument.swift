import JSON
import TensorEngine

/// A network with its story, as one value that goes into a file and comes back bit for bit.
///
/// The file is a ``Safetensors``, which any program that knows that format can open. Its tensors
/// are the weights, "1.kernel" or, under the name of a named layer, "hidden.kernel", and what the
/// optimizer remembers, "optimizer/velocity/1.kernel"; in a checkpoint also those of the epoch that
/// early stopping holds for the best, "best/1.kernel". Its notes are texts:
///
/// | note | holds |
/// | --- | --- |
/// | format, version | "overfit", "1" |
/// | seed | the seed of the initializers |
/// | architecture | JSON: name, shape of an input, layers with all settings |
/// | training | JSON: epochs, steps, optimizer, loss, penalty |
/// | tensors | JSON: which tensors belong to which layer and slot, which layers are frozen |
/// | history | JSON: one record an epoch; may be missing |
/// | settings | JSON: the settings of the last training; may be missing |
/// | preparation | JSON: scaling, names of features and classes; may be missing |
/// | run | JSON: how far an unfinished training had come; missing but in checkpoints |
///
/// Weights keep their 32 bits. Numbers in the texts are the shortest decimals that read back as
/// the same double, 64-bit seeds are strings. A training that goes on from a network that was
/// read gives the bits of one that was never broken off. A setting of a training that is newer than
/// a file takes its default.
package struct NetworkDocument: Equatable, Sendable {
  static let format = "overfit"
  static let version = 1
  static let runNote = "run"
  /// No count in a file may be larger, so that sums of them stay whole numbers.
  static let countLimit = 1 << 48

  /// The network with its weights, its frozen layers and what the optimizer remembers.
  package var network: Network
  /// The epochs of all trainings since the weights were drawn.
  package var history: History
  /// The settings of the last training, the seed of its shuffles among them.
  package var settings: TrainingSettings?
  /// What was done to the data that the network learned from; nil where nothing is known of it.
  package var preparation: Preparation?
  /// How far a training under ``settings`` had come; nil but in checkpoints.
  package var run: UnfinishedRun?

  /// Puts a document together.
  package init(
    network: Network, history: History = History(), settings: TrainingSettings? = nil,
    preparation: Preparation? = nil, run: UnfinishedRun? = nil
  ) {
    self.network = network
    self.history = history
    self.settings = settings
    self.preparation = preparation
    self.run = run
  }

  /// The bytes of the file. Equal documents give equal bytes.
  ///
  /// - Throws: `NetworkFileError` if the texts are too long: a history of some hundred thousand
  ///   epochs.
  package func encoded() throws(NetworkFileError) -> [UInt8] {
    let names = TensorNames(network)
    let notes: [Safetensors.Note]
    do throws(JSONError) {
      notes = try self.notes(names)
    } catch {
      throw .json(error)
    }
    return try Safetensors(
      tensors: names.tensors(of: network) + names.tensors(of: run), metadata: notes
    ).encoded()
  }

  private func notes(_ names: TensorNames) throws(JSONError) -> [Safetensors.Note] {
    var notes = [
      Safetensors.Note("format", Self.format),
      Safetensors.Note("version", String(Self.version)),
      Safetensors.Note("seed", String(network.seed)),
      Safetensors.Note("architecture", try ArchitectureText(network).json().text),
      Safetensors.Note("training", try JSONValue(encoding: network.training).text),
      Safetensors.Note("tensors", try JSONValue(encoding: TensorPlaces(network, names)).text),
    ]
    if !history.records.isEmpty {
      notes.append(Safetensors.Note("history", try JSONValue(encoding: history.records).text))
    }
    if let settings {
      notes.append(Safetensors.Note("settings", try JSONValue(encoding: settings).text))
    }
    if let preparation {
      notes.append(Safetensors.Note("preparation", try JSONValue(encoding: preparation).text))
    }
    if let run {
      notes.append(Safetensors.Note(Self.runNote, try JSONValue(encoding: run).text))
    }
    return notes
  }

  /// Whether some bytes are a file of a network whose training is not finished.
  package static func isCheckpoint(_ bytes: [UInt8]) -> Bool {
    guard let file = try? Safetensors(reading: bytes) else { return false }
    return file.note("format") == format && file.note(runNote) != nil
  }

  static func checkName(_ name: String) throws(NetworkFileError) {
    let isPrintable = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        false
      default: true
      }
    }
    guard isPrintable, name.utf8.count <= 1000 else {
      throw .content(.unprintableName(name))
    }
  }

  static func checkCount(
    _ count: Int, _ what: NetworkFileError.Count
  ) throws(NetworkFileError) {
    guard (0...countLimit).contains(count) else { throw .content(.badCount(what, count)) }
  }
}
