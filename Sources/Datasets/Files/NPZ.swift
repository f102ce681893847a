import TensorEngine

/// Reads and writes NumPy's files of several arrays: a zip archive of .npy files.
///
/// Members may be stored or deflated; checksums are compared. Written are stored members without
/// a time, so that equal arrays give equal bytes.
public enum NPZ {
  /// An array and the name under which the archive holds it, without ".npy".
  public struct Member: Equatable, Sendable {
    /// The name, such as "x_train".
    public var name: String
    /// The array.
    public var array: NPYArray

    /// Names an array.
    public init(name: String, array: NPYArray) {
      self.name = name
      self.array = array
    }
  }

  /// The most bytes that an archive may unpack to.
  static let limit = 1 << 30
  /// The most members that are read.
  static let memberLimit = 100_000

  /// Whether the bytes begin as a zip archive does.
  public static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// All arrays of an archive, in its order.
  ///
  /// - Throws: `DatasetError` if it is no archive, is damaged or too large, holds a name twice, or
  ///   a member that is no array.
  public static func members(of file: FileBytes) throws(DatasetError) -> [Member] {
    guard isZip(file.bytes) else {
      throw DatasetError(file: file.name, .archive(.noNPZ(isNPY: NPY.isNPY(file.bytes))))
    }
    var members: [Member] = []
    var names: Set<String> = []
    // The arrays are made beside the bytes that they are read from.
    let room = min(limit, MemoryBudget.current.left / 2)
    for entry in try ZipArchive.entries(of: file, limit: room, memberLimit: memberLimit) {
      let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
      guard names.insert(name).inserted else {
        throw DatasetError(file: file.name, .archive(.repeatedMember(name)))
      }
      let place = "\(file.name), \(printable(name))"
      members.append(
        Member(name: name, array: try NPY.array(FileBytes(name: place, bytes: entry.bytes))))
    }
    return members
  }

  /// The bytes of an archive.
  ///
  /// - Throws: `DatasetError` if it can't be made: there is nothing to write or no memory left, or
  ///   a name is given twice.
  public static func encoded(_ members: [Member]) throws(DatasetError) -> [UInt8] {
    try ZipArchive.encoded(members.map { ("\($0.name).npy", NPY.encoded($0.array)) })
  }
}
