import Datasets
import Workbench

/// `data npz mnist.npz`: arrays of NumPy's, all in one file.
enum NPZFormat {
  static let format: DataFormat = .init(
    word: "npz", forms: ["data npz FILE.npz"], place: .file,
    options: [
      inputs.definition, DataCommand.target.definition, DataCommand.kind.definition,
    ],
    read: { try read($0, $1) })

  private static let inputs = CommandOption<String>.word(
    "inputs", standard: "x, x_train, ...", meaning: "npz: the array of the inputs")

  private static func read(_ execution: Execution, _ arguments: Arguments) throws -> Dataset {
    let path = try DataFormat.path(of: .file, for: format.word, arguments)
    try format.allowItsOptions(arguments)
    return try NumPyData.dataset(
      FileBytes(name: path, bytes: DatasetFolders(execution.settings).bytes(ofFile: path)),
      inputs: arguments.value(of: inputs), targets: arguments.value(of: DataCommand.target),
      kind: try arguments.value(of: DataCommand.kind))
  }
}
