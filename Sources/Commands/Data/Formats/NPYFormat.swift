import Datasets
import Language
import Workbench

/// `data npy x.npy labels=y.npy`: two arrays of NumPy's, each in its file.
enum NPYFormat {
  static let format: DataFormat = .init(
    word: "npy", forms: ["data npy FILE.npy labels=FILE.npy"], place: .file,
    options: [labels.definition, DataCommand.kind.definition], read: { try read($0, $1) })

  private static let labels = CommandOption<String>.word(
    "labels", meaning: "npy: the file with the targets")

  private static func read(_ execution: Execution, _ arguments: Arguments) throws -> Dataset {
    let path = try DataFormat.path(of: .file, for: format.word, arguments)
    try format.allowItsOptions(arguments)
    let folders = DatasetFolders(execution.settings)
    guard let labels = try arguments.value(of: labels) else {
      throw Diagnostic(
        "data npy needs the file with the targets too", at: arguments.values[1].range,
        hints: ["data npy \(path) labels=FILE.npy"])
    }
    return try NumPyData.dataset(
      inputs: FileBytes(name: path, bytes: folders.bytes(ofFile: path)),
      targets: FileBytes(name: labels, bytes: labelBytes(labels, folders, arguments)),
      kind: try arguments.value(of: DataCommand.kind))
  }

  /// The bytes of the file of targets; an error about it points at its option.
  private static func labelBytes(
    _ path: String, _ folders: DatasetFolders, _ arguments: Arguments
  ) throws -> [UInt8] {
    do {
      return try folders.bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: arguments.range(of: labels))
    }
  }
}
