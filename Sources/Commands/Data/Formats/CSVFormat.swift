/// `data csv wine.csv target=quality`: a table in text.
enum CSVFormat {
  static let format: DataFormat = .init(
    word: "csv", forms: ["data csv FILE target=COLUMN"], place: .file,
    options: [
      DataCommand.target.definition, DataCommand.skip.definition, DataCommand.kind.definition,
    ] + TableReading.options,
    read: { try DataCommand.csv($0, $1) })
}
