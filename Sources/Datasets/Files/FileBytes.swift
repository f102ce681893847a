public import TensorEngine

/// The bytes of a file and the name by which messages speak of it.
///
/// This room opens no files: whoever read the bytes gives the name too.
public struct FileBytes: Equatable, Sendable {
  /// The name for messages, such as `wine.csv`.
  public var name: String
  /// The content.
  public var bytes: [UInt8]
  /// What calls the reading off.
  public var interruption = Interruption.never

  /// Names some bytes.
  public init(name: String, bytes: [UInt8], interruption: Interruption = .never) {
    self.name = name
    self.bytes = bytes
    self.interruption = interruption
  }

  /// Whether name and content are the same, whoever may call the reading off.
  public static func == (one: FileBytes, other: FileBytes) -> Bool {
    one.name == other.name && one.bytes == other.bytes
  }

  /// Asks for memory before it is taken.
  ///
  /// - Throws: `DatasetError` that names the file where there is not so much.
  func require(_ bytes: Int, for need: MemoryShortage.Need) throws(DatasetError) {
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(bytes, for: need)
    } catch {
      throw DatasetError(file: name, .memory(error))
    }
  }

  /// The bytes themselves, or what is packed in them if they are a gzip file.
  ///
  /// - Throws: `DatasetError` if they are a damaged gzip file.
  func unpacked() throws(DatasetError) -> FileBytes {
    guard Gzip.isGzip(bytes) else { return self }
    return FileBytes(name: name, bytes: try Gzip.inflated(self), interruption: interruption)
  }
}
