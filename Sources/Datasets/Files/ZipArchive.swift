import CZip
import TensorEngine

/// Zip archives in memory, through libzip.
package enum ZipArchive {
  /// A file in an archive.
  package struct Entry {
    /// Its name, with its folders.
    package var name: String
    /// What it unpacks to.
    package var bytes: [UInt8]
  }

  /// All files of an archive, in its order.
  ///
  /// - Throws: `DatasetError` if it is damaged, encrypted, packed in an unusual way, or if it
  ///   unpacks to more than `limit` bytes or has more than `memberLimit` files.
  package static func entries(
    of file: FileBytes, limit: Int, memberLimit: Int
  ) throws(DatasetError) -> [Entry] {
    var result: Result<[Entry], DatasetError> = .success([])
    file.bytes.withUnsafeBytes { bytes in
      result = Result { () throws(DatasetError) in
        try entries(in: bytes, file: file.name, limit: limit, memberLimit: memberLimit)
      }
    }
    return try result.get()
  }

  private static func entries(
    in bytes: UnsafeRawBufferPointer, file: String, limit: Int, memberLimit: Int
  ) throws(DatasetError) -> [Entry] {
    var failure = zip_error_t()
    let damaged = DatasetError(file: file, .archive(.damagedZip))
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &failure)
    else { throw damaged }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw damaged
    }
    defer { zip_discard(archive) }
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= memberLimit else {
      throw DatasetError(file: file, .archive(.fileCount(count)))
    }
    var entries: [Entry] = []
    var room = limit
    for index in 0..<max(0, count) {
      let entry = try entry(UInt64(index), of: archive, file: file, room: room)
      room -= entry.bytes.count
      entries.append(entry)
    }
    return entries
  }

  private static func entry(
    _ index: UInt64, of archive: OpaquePointer, file: String, room: Int
  ) throws(DatasetError) -> Entry {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(archive, index, 0, &facts) == 0, let label = facts.name,
      let name = String(validatingCString: label)
    else { throw DatasetError(file: file, .archive(.unreadableName)) }
    let place = "\(file), \(printable(name))"
    // Deflate can't stretch a byte to more than 1032, so a larger promise is not believed.
    let stretched = facts.comp_size.multipliedReportingOverflow(by: 1032)
    guard facts.size <= UInt64(max(0, room)),
      stretched.overflow || facts.size <= stretched.partialValue
    else { throw DatasetError(file: place, .archive(.memberSize(byteCount: facts.size))) }
    guard let member = zip_fopen_index(archive, index, 0) else {
      throw DatasetError(file: place, .archive(.unreadableMember))
    }
    defer { zip_fclose(member) }
    try FileBytes(name: place, bytes: []).require(Int(facts.size), for: .unpacking)
    guard let bytes = content(of: member, count: Int(facts.size)) else {
      if Interruption.current.isAsked() { throw DatasetError(file: place, .interrupted) }
      throw DatasetError(file: place, .archive(.damagedMember))
    }
    return Entry(name: name, bytes: bytes)
  }

  /// The most bytes that are unpacked between two questions whether to go on.
  private static let bytesTogether = 1 << 20

  /// The bytes of a member; nil if they are not so many, their checksum is wrong, or the reading is
  /// called off.
  private static func content(of member: OpaquePointer, count size: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { memory, filled in
      while filled < size, let start = memory.baseAddress, !Interruption.current.isAsked() {
        let count = Int(
          zip_fread(member, start + filled, UInt64(min(size - filled, bytesTogether))))
        guard count > 0 else { return }
        filled += count
      }
    }
    guard bytes.count == size else { return nil }
    // The checksum is compared when the end is reached, and so one more byte is asked for.
    var end: UInt8 = 0
    return zip_fread(member, &end, 1) == 0 ? bytes : nil
  }

  /// The bytes of an archive of stored files, without times.
  ///
  /// - Throws: `DatasetError` if a name is given twice or there is no memory left.
  package static func encoded(_ files: [(name: String, bytes: [UInt8])]) throws(DatasetError)
    -> [UInt8]
  {
    // An archive without files is one that libzip does not write.
    guard !files.isEmpty else { throw DatasetError(file: "zip", .archive(.nothingToWrite)) }
    var failure = zip_error_t()
    let noMemory = DatasetError(file: "zip", .archive(.noMemoryToWrite))
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else { throw noMemory }
    // The archive lets go of its source when it is closed; the bytes are read after that.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
      zip_source_free(target)
      throw noMemory
    }
    // What is added has to stay in place until the archive is closed.
    var contents: [UnsafeMutableRawBufferPointer] = []
    defer { for content in contents { content.deallocate() } }
    for file in files {
      let content = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, file.bytes.count), alignment: 1)
      content.copyBytes(from: file.bytes)
      contents.append(content)
      guard add(content, count: file.bytes.count, as: file.name, to: archive) else {
        zip_discard(archive)
        throw DatasetError(file: file.name, .archive(.repeatedName))
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw noMemory
    }
    guard let bytes = content(of: target) else { throw noMemory }
    return bytes
  }

  private static func add(
    _ content: UnsafeMutableRawBufferPointer, count: Int, as name: String, to archive: OpaquePointer
  ) -> Bool {
    var failure = zip_error_t()
    guard let source = zip_source_buffer_create(content.baseAddress, UInt64(count), 0, &failure)
    else { return false }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    // The first moment of the format's calendar, 1980-01-01 00:00.
    return zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0) == 0
      && zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }

  private static func content(of source: OpaquePointer) -> [UInt8]? {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.size))
    let count = bytes.withUnsafeMutableBytes {
      zip_source_read(source, $0.baseAddress, UInt64($0.count))
    }
    return Int(count) == bytes.count ? bytes : nil
  }
}
