import Datasets
import Workbench

/// `data csv wine.csv target=quality`: a table in text.
enum CSVFormat {
  static let format: DataFormat = .init(
    word: "csv", forms: ["data csv FILE target=COLUMN"], place: .file,
    options: [
      DataCommand.target.definition, DataCommand.skip.definition, DataCommand.kind.definition,
    ] + TableReading.options,
    read: { execution, arguments in
      try format.allowItsOptions(arguments)
      let path = try DataFormat.path(of: .file, for: format.word, arguments)
      let bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
      return try CSV.dataset(
        FileBytes(name: path, bytes: bytes, interruption: execution.control.interruption),
        TableReading.options(arguments))
    })
}
