import TensorEngine

extension InterruptionWatch {
  /// Ends work on data that was called off.
  ///
  /// - Parameter file: What the data is called.
  /// - Throws: `DatasetError` of an interruption.
  mutating func check(of file: String, weight: Int = 1) throws(DatasetError) {
    if isAsked(weight: weight) { throw .interrupted(file) }
  }
}

extension DatasetError {
  /// Work on some data was called off.
  static func interrupted(_ file: String) -> DatasetError {
    DatasetError(file: file, .interrupted)
  }
}
