import CZlib
import TensorEngine

/// Unpacks gzip files.
///
/// Every member of a file is unpacked, and the checksum and the length of each are compared.
///
/// **Source**: P. Deutsch, *GZIP file format specification version 4.3*, RFC 1952 (1996).
public enum Gzip {
  /// Whether the bytes begin as a gzip file does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
  }

  /// What is packed in a gzip file.
  ///
  /// - Parameter limit: the largest number of bytes that it may unpack to, so that a small file
  ///   can't fill the memory.
  /// - Throws: `DatasetError` if the file is not gzip, is cut off or damaged, or is too large.
  public static func inflated(
    _ file: FileBytes, limit: Int = 512 << 20
  ) throws(DatasetError) -> [UInt8] {
    guard isGzip(file.bytes) else {
      throw DatasetError(file: file.name, .archive(.noGzip))
    }
    let limit = min(limit, MemoryBudget.current.left / 2)
    guard file.bytes.count <= UInt32.max else { throw tooLarge(file.name, limit) }
    var inflater = try Inflater(file: file.name, limit: limit, packed: file.bytes)
    return try inflater.unpackAll()
  }

  fileprivate static func tooLarge(_ name: String, _ limit: Int) -> DatasetError {
    DatasetError(file: name, .archive(.unpacksBeyond(limit: limit)))
  }
}

/// One run of zlib over one file.
private struct Inflater: ~Copyable {
  private let file: String
  private let limit: Int
  private let packed: [UInt8]
  private var unpacked: [UInt8] = []
  /// The most bytes that are unpacked between two questions whether to go on.
  private static let bytesTogether = 1 << 20
  /// What is unpacked between two questions: memory is touched as it is filled, and not all at once.
  private var piece: [UInt8]
  private var read = 0
  // zlib keeps the address of its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init(file: String, limit: Int, packed: [UInt8]) throws(DatasetError) {
    self.file = file
    self.limit = limit
    self.packed = packed
    let expected = Self.expectedCount(of: packed, limit: limit)
    unpacked.reserveCapacity(expected)
    piece = [UInt8](repeating: 0, count: min(expected, Self.bytesTogether))
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard overfit_begin_gzip(stream) == Z_OK else {
      throw DatasetError(file: file, .archive(.noMemoryToRead))
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The last four bytes of a file of one member say how long its content is; they are only
  /// believed as far as deflate can stretch the bytes at hand (1032 to 1).
  private static func expectedCount(of packed: [UInt8], limit: Int) -> Int {
    let said = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return max(min(said, limit, packed.count * 1032), 1024)
  }

  mutating func unpackAll() throws(DatasetError) -> [UInt8] {
    var watch = InterruptionWatch()
    while true {
      try watch.check(of: file, weight: Self.bytesTogether)
      let (status, count) = step()
      try append(count)
      switch status {
      case Z_STREAM_END:
        if try isAtEnd(&watch) { return unpacked }
        inflateReset(stream)
      case Z_OK, Z_BUF_ERROR:
        guard count == piece.count else { throw DatasetError(file: file, .archive(.cutOff)) }
      case Z_MEM_ERROR:
        throw DatasetError(file: file, .archive(.noMemoryToRead))
      default:
        throw DatasetError(file: file, .archive(.damagedGzip))
      }
    }
  }

  /// Unpacks as much as there is input and room for in a piece, and says how much that is.
  private mutating func step() -> (status: Int32, count: Int) {
    let stream = self.stream
    let read = self.read
    return packed.withUnsafeBufferPointer { input in
      piece.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + read)
        stream.pointee.avail_in = UInt32(input.count - read)
        stream.pointee.next_out = output.baseAddress!
        stream.pointee.avail_out = UInt32(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        self.read = input.count - Int(stream.pointee.avail_in)
        return (status, output.count - Int(stream.pointee.avail_out))
      }
    }
  }

  /// Whether nothing but padding follows the member that has just ended.
  private func isAtEnd(_ watch: inout InterruptionWatch) throws(DatasetError) -> Bool {
    for start in stride(from: read, to: packed.count, by: Self.bytesTogether) {
      try watch.check(of: file, weight: Self.bytesTogether)
      let padding = packed[start..<min(packed.count, start + Self.bytesTogether)]
      if padding.allSatisfy({ $0 == 0 }) { continue }
      let rest = packed[read...]
      if rest.starts(with: [0x1f, 0x8b]) { return false }
      throw DatasetError(file: file, .archive(.bytesBehindEnd(rest.count)))
    }
    return true
  }

  /// Takes over what the piece holds.
  private mutating func append(_ count: Int) throws(DatasetError) {
    guard unpacked.count + count <= limit else { throw Gzip.tooLarge(file, limit) }
    if unpacked.count + count > unpacked.capacity {
      try FileBytes(name: file, bytes: []).require(3 * unpacked.capacity, for: .unpacking)
      unpacked.reserveCapacity(max(2 * unpacked.capacity, unpacked.count + count))
    }
    unpacked.append(contentsOf: piece[..<count])
  }
}
