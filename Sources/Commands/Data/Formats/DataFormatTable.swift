/// All data that is read and not made.
enum DataFormatTable {
  /// In the order in which help lists it.
  static let all: [DataFormat] = [
    CSVFormat.format, MNISTFormat.format, NPYFormat.format, NPZFormat.format, ImagesFormat.format,
  ]
}
