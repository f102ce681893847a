package import Language
package import Networks
import TensorEngine

/// What is wrong with a file of weights or of a network, in words.
///
/// Problems are sentences without a capital and a full stop, so that they can stand behind the name
/// of the file: "net.safetensors: layer 2 is of the kind "lambda", which is not known here".
extension Wording {
  /// A file that is no network, or a broken one.
  package static func diagnostic(
    for error: NetworkFileError, file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "\(file): \(problem(of: error))", at: range, hints: hint(for: error).map { [$0] } ?? [])
  }

  /// What was found, and what was expected.
  package static func problem(of error: NetworkFileError) -> String {
    switch error {
    case .layout(let fault): problem(of: fault)
    case .tensor(let name, let fault): problem(of: fault, in: shown(name))
    case .content(let fault): problem(of: fault)
    case .json(let error): problem(of: error)
    case .setting(let error): problem(of: error)
    case .part(let part, let error): "\(text(of: part)): \(problem(of: error))"
    }
  }

  /// What to do about it; nil where nothing is known to help.
  static func hint(for error: NetworkFileError) -> String? {
    switch error {
    case .layout(.headerCutOff), .layout(.tensorsEnd), .tensor(_, .cutOff):
      "copy the file again, or save it anew"
    case .tensor(_, .unknownType):
      "convert it before saving: in NumPy with astype(numpy.float32)"
    case .tensor(_, .notFinite): "a network with such a weight can't compute anything"
    case .content(.noNetwork):
      "load weights takes the tensors into a network that is there already"
    case .content(.unknownVersion): "a newer Overfit may have written it"
    case .part(_, let error): hint(for: error)
    case .layout, .tensor, .content, .json, .setting: nil
    }
  }

  private static func problem(of fault: NetworkFileError.Layout) -> String {
    switch fault {
    case .tooShort(let count): "it has \(count) bytes: this is not a safetensors file"
    case .headerTooLong(let count):
      "this is not a safetensors file: its first 8 bytes promise a header of \(count) bytes"
    case .headerCutOff(let count):
      "it ends within its header of \(count) bytes: the file is cut off, or no safetensors"
    case .noHeader: "its header does not begin with {: this is not a safetensors file"
    case .unreadableHeader(let error): "its header can't be read: \(problem(of: error))"
    case .headerIsNoObject: "its header is no JSON object"
    case .notesAreNoObject(let member): "its \(member) is no JSON object"
    case .noteIsNoText(let member, let note): "\(member): \(shown(note)) is no text"
    case .tensorsEnd(let end, let count):
      "its tensors end at byte \(end) of the data, but there are \(count) bytes"
    case .notesTooLong(let limit): "its texts would be longer than \(limit) bytes"
    }
  }

  private static func problem(
    of fault: NetworkFileError.TensorFault, in tensor: String
  ) -> String {
    switch fault {
    case .noType: "\(tensor) has no dtype"
    case .unknownType(let type):
      "\(tensor) holds numbers of the type \(shown(type)), and F32 is expected"
    case .noList(let list): "\(tensor) has no list \(list)"
    case .noCount(let list): "\(tensor): \(list) holds something that is no whole number from 0"
    case .badOffsets: "\(tensor) needs two data_offsets, the smaller one first"
    case .cutOff(let end, let count):
      "\(tensor) ends at byte \(end) of the data, but there are \(count): the file is cut off"
    case .badSize(let shape, let count, let type):
      "\(tensor) is \(shape), which does not fit its \(count) bytes of \(type)"
    case .misplaced(let begin, let end):
      "the data of \(tensor) "
        + (begin < end ? "overlaps the one before it" : "leaves a hole")
        + ": it begins at \(begin), and the one before it ends at \(end)"
    case .missing(let other):
      "the tensor \(tensor) is missing" + (other.map { "; it has \(shown($0))" } ?? "")
    case .badShape(let actual, let expected): "\(tensor) is \(actual), and \(expected) is expected"
    case .notFinite: "\(tensor) holds a value that is no finite number"
    case .unknown: "it has \(tensor), and the network has not"
    }
  }

  private static func problem(of fault: NetworkFileError.Content) -> String {
    switch fault {
    case .noNetwork(let count):
      "it holds \(count) tensors, but no network that Overfit has saved"
    case .unknownVersion(let version, let known):
      "it is of version \(shown(version)), and \(known) can be read"
    case .badSeed: "its seed is no whole number from 0"
    case .missingNote(let name): "its note \"\(name)\" is missing"
    case .unprintableName(let name): "a name in it can't be printed: \(shown(name))"
    case .badCount(let what, let count): "\(text(of: what)) can't be \(count)"
    case .badInput(let shape): "its inputs can't be \(shape)"
    case .badLayerList: "the list of layers is missing or too long"
    case .noKind(let layer): "layer \(layer) has no kind"
    case .unknownKind(let layer, let kind):
      "layer \(layer) is of the kind \(shown(kind)), which is not known here"
    case .layerCount(let count, let weights):
      "it has \(count) layers, but the weights of \(weights)"
    case .parameterCount(let count, let found):
      "it has \(count) parameters, and the file has \(found)"
    case .slotCount(let optimizer, let count, let found):
      "\(optimizer) remembers \(count) slots, and the file has \(found)"
    case .slotSize(let count, let expected):
      "a slot of the optimizer has \(count) tensors, not \(expected)"
    case .missingSettings: "the settings of its unfinished training are missing"
    case .badScaling: "its scaling of the inputs is no scaling"
    case .scaledFeatures(let count, let input):
      "it scales \(count) features, but the network takes \(input)"
    case .badColumns: "its columns are no columns of a table"
    case .columnFeatures: "its columns do not become the features that it names"
    case .badFill: "what stands for its missing values is no number"
    case .featureCount(let count, let input):
      "it names \(count) features, but the network takes \(input)"
    case .badPositiveClass(let number, let count):
      "class \(number) can't be its positive one: it has \(count) classes"
    }
  }

  /// A refusal of the engine where no student has typed what it refuses.
  static func problem(of error: EngineError) -> String {
    switch error {
    case .outOfRange(let what, let valid, let actual): "\(what) must be \(valid), not \(actual)"
    case .misfit(let what, let misfit): "\(what) can't be \(text(of: misfit))"
    case .shapeMismatch(let what, let expected, let actual):
      "\(what) needs \(expected), but it is \(actual)"
    case .needsImage(let layer, let input): "\(layer) needs images, but its input is \(input)"
    case .windowTooLarge(let layer, let window, let image):
      "the \(window) window of \(layer) does not fit into \(image)"
    case .diverged(_, _, let what): "the \(what) is not finite"
    case .memory(let shortage): text(of: shortage)
    case .work(let excess): text(of: excess.plan)
    case .interrupted: interruption
    }
  }

  private static func text(of part: NetworkFileError.Part) -> String {
    switch part {
    case .note(let name): name
    case .layer(let number, let text): "layer \(number), \(text)"
    case .optimizer: "the optimizer"
    case .loss: "the loss"
    case .penalty: "the penalty"
    case .schedule: "the schedule"
    }
  }

  private static func text(of count: NetworkFileError.Count) -> String {
    switch count {
    case .epochs: "the number of epochs"
    case .steps: "the number of steps"
    case .optimizerSteps: "the number of the optimizer's steps"
    case .historyEpoch: "an epoch of the history"
    case .historyStep: "a step of the history"
    case .settings: "a count of the settings"
    case .unfinishedTraining: "a count of its unfinished training"
    }
  }

  /// A name of a file for a message.
  static func shown(_ name: String) -> String {
    "\"\(printable(name))\"" + (name.unicodeScalars.count > nameLimit ? "…" : "")
  }

  /// The letters that are shown of a name.
  private static let nameLimit = 60

  /// The beginning of a name of a file, with a mark for each character that is obeyed.
  package static func printable(_ name: String) -> String {
    let printable = name.unicodeScalars.prefix(nameLimit).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: "?"
      default: Character(scalar)
      }
    }
    return String(printable)
  }
}
