package import Exchange
package import Language
import TensorEngine

/// What is wrong with a file of another program, in words.
extension Wording {
  /// A file that can't be taken over, or can't be written.
  package static func diagnostic(
    for error: ExchangeError, file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "\(file): \(problem(of: error))", at: range, hints: hint(for: error).map { [$0] } ?? [])
  }

  /// What was found, and what was expected.
  package static func problem(of error: ExchangeError) -> String {
    switch error {
    case .archive(let error): problem(of: error)
    case .hdf5(let fault): problem(of: fault, at: [])
    case .json(let part, let error): "\(part): \(problem(of: error))"
    case .unknownFormat: "this is no file of a network that is known here"
    case .noMember(let name): "the archive has no \(name): this is no file of Keras"
    case .weightsAlone: "it holds weights alone, and no layers"
    case .layersAlone: "it holds layers alone, and no weights"
    case .structure(let place): "\(place) is missing in the model, or is another thing"
    case .modelClass(let kind): "the model is of the class \(shown(kind))"
    case .branch(let layer): "the model branches at the layer \(shown(layer))"
    case .input(nil): "the model does not say the shape of an input"
    case .input(let shape?): "the shape of an input is \(shown(shape)), and sizes are expected"
    case .layer(let name, let kind, let fault):
      "the layer \(shown(name)), \(printable(kind)): \(problem(of: fault))"
    case .weightedLayers(let count, let expected):
      "it has weights for \(self.count(count, "layer")), and \(expected) have some here"
    case .tooManyLayers(let count, let limit): "it has \(count) layers, and \(limit) are read"
    case .modelTooLong(let count, let limit):
      "its layers take \(count / 1_048_576) MiB of text, and \(limit / 1_048_576) MiB are read"
    case .nothingToWrite: "the network has nothing that could be written"
    case .memory(let shortage): text(of: shortage)
    case .interrupted: interruption
    }
  }

  /// What to do about it; nil where nothing is known to help.
  static func hint(for error: ExchangeError) -> String? {
    switch error {
    case .archive(let error): hint(for: error)
    case .hdf5(let fault): hint(for: fault)
    case .weightsAlone: "load weights takes them into a network that is there already"
    case .layersAlone: "load network reads them"
    case .modelClass, .branch: "only layers that stand one behind the other are read"
    case .input(nil): "in Keras, keras.Input(shape=(2,)) as the first layer says it"
    case .layer(_, _, .needsRow): "in Keras, a Flatten before it makes one row of them"
    case .layer(_, _, .engine(let error)): layerHint(for: error)
    case .memory(let shortage): hint(for: shortage)
    default: nil
    }
  }

  private static func layerHint(for error: EngineError) -> String? {
    if case .memory(let shortage) = error { hint(for: shortage) } else { nil }
  }

  private static func problem(of fault: ExchangeError.LayerFault) -> String {
    switch fault {
    case .unknownClass: "there is no such layer here"
    case .setting(let name, let value): "\(name) can't be \(shown(unquoted(value))) here"
    case .missing(let name): "its \(name) is missing"
    case .needsRow(let shape): "its inputs are \(shape), and one row is expected"
    case .engine(let error): problem(of: error)
    case .weightCount(let count, let expected):
      "the file has \(self.count(count, "tensor")) of it, and \(expected) are expected"
    case .weightShape(let name, let shape, let expected):
      "its \(name) is \(shape), and \(expected) is expected"
    case .notFinite(let name): "its \(name) holds a value that is no finite number"
    case .numberType(let name, let type):
      "its \(name) holds \(type), and floats of 32 bits are expected"
    }
  }

  /// A text of JSON as the text itself, anything else with the quotes of a sentence.
  private static func unquoted(_ value: String) -> String {
    let isText = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
    return String(isText ? value.dropFirst().dropLast() : value[...]).replacing("\"", with: "'")
  }

  private static func problem(of fault: HDF5Fault, at path: [String]) -> String {
    let place = path.isEmpty ? "" : "at \(shown(path.joined(separator: "/"))), "
    return switch fault {
    case .noHDF5: "this is no file of HDF5"
    case .cutOff: "\(place)the file ends too early"
    case .damaged(let block): "\(place)\(block) is damaged"
    case .checksum: "\(place)a checksum of it is wrong"
    case .unsupported(let what): "\(place)it has \(what), which is not read here"
    case .tooMany(let what): "\(place)it has more \(what) than are read here"
    case .missing(let name): "\(place)it has no \(shown(name))"
    case .at(let name, let inner): problem(of: inner, at: path + [name])
    }
  }

  private static func hint(for fault: HDF5Fault) -> String? {
    switch fault {
    case .cutOff, .damaged, .checksum: "copy the file again, or save it anew"
    case .unsupported: "Keras's own model.save writes files that can be read"
    case .at(_, let inner): hint(for: inner)
    case .noHDF5, .tooMany, .missing: nil
    }
  }
}
