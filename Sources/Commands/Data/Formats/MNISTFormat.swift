import Workbench

/// `data mnist`: the handwritten digits, from the folders of data sets.
enum MNISTFormat {
  static let format: DataFormat = .init(
    word: "mnist", forms: ["data mnist", "data mnist classes=0..4"],
    read: { execution, arguments in
      try format.allowItsOptions(arguments)
      return try DatasetFolders(execution.settings).mnist()
    })
}
