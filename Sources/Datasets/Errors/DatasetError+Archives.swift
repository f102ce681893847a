extension DatasetError {
  /// What is wrong with a gzip file or a zip archive.
  public enum ArchiveFault: Equatable, Sendable {
    /// It does not begin as a gzip file does.
    case noGzip
    /// It ends before what is packed in it does.
    case cutOff
    /// What is packed in it can't be unpacked, or its checksum is wrong.
    case damagedGzip
    /// So many bytes follow the end.
    case bytesBehindEnd(Int)
    /// It unpacks to more bytes than are allowed.
    case unpacksBeyond(limit: Int)
    /// There is no memory left to unpack it.
    case noMemoryToRead
    /// It is a zip archive that is cut off or damaged.
    case damagedZip
    /// It holds so many files.
    case fileCount(Int)
    /// The name of a file in it is no text.
    case unreadableName
    /// A file in it would unpack to so many bytes.
    case memberSize(byteCount: UInt64)
    /// A file in it is encrypted, or packed in an unusual way.
    case unreadableMember
    /// What is packed of a file in it is damaged.
    case damagedMember
    /// It holds two files of this name.
    case repeatedMember(String)
    /// It is no archive of arrays; whether it is one array.
    case noNPZ(isNPY: Bool)
    /// There is no file to write.
    case nothingToWrite
    /// There is no memory left to write it.
    case noMemoryToWrite
    /// Two files of this name are to be written.
    case repeatedName
  }
}
