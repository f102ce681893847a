import TensorEngine

/// Reads what a file of HDF5 holds: groups, data sets of numbers in one piece, and texts beside them.
///
/// This is the part of the format in which Keras writes weights, through any version of h5py:
/// superblocks 0 to 3, object headers 1 and 2, groups as symbol tables and as links. Chunks, filters,
/// links to elsewhere and all else is refused by name. Every place that the file tells of is compared
/// with the file's end before it is read, no block is read twice as a group, and nothing is allocated
/// that the file itself has not.
///
/// Source: The HDF Group, *HDF5 File Format Specification*, version 3.0.
struct HDF5Reader {
  /// The most groups and data sets.
  static let objectLimit = 100_000
  /// The most groups within each other.
  static let depthLimit = 32
  /// The most bytes of texts that stand beside groups.
  static let textLimit = 64 << 20

  let bytes: [UInt8]
  /// Groups and data sets so far.
  private var objects = 0
  /// The addresses of the groups so far.
  private var seen: Set<Int> = []
  /// The bytes of headers, names and texts that were taken so far, of a file of the same size.
  private var taken = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether some bytes begin as a file of HDF5 does.
  static func isHDF5(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads the tree of a file.
  static func tree(of bytes: [UInt8]) throws(HDF5Fault) -> HDF5Tree {
    guard isHDF5(bytes) else { throw .noHDF5 }
    var reader = HDF5Reader(bytes)
    return HDF5Tree(root: try reader.group(at: reader.rootAddress(), depth: 1))
  }

  /// Where the header of the root group is.
  private func rootAddress() throws(HDF5Fault) -> Int {
    var cursor = try ByteCursor(bytes, at: 8, count: bytes.count - 8)
    let version = try cursor.integer(1)
    guard (0...3).contains(version) else { throw .unsupported("superblock \(version)") }
    if version < 2 { try cursor.skip(4) }
    let (addressSize, lengthSize) = (try cursor.integer(1), try cursor.integer(1))
    guard addressSize == 8, lengthSize == 8 else { throw .unsupported("short addresses") }
    // What follows: a zero, the sizes of tree nodes and flags; of later versions flags alone.
    try cursor.skip(version < 2 ? (version == 0 ? 9 : 13) : 1)
    guard try cursor.address() == 0 else { throw .unsupported("a file within a file") }
    try cursor.skip(8)
    guard let end = try cursor.address(), end <= bytes.count else { throw .cutOff }
    // The older ones have the address of a driver here, and the name of the root.
    try cursor.skip(version < 2 ? 2 * 8 : 0)
    guard let address = try cursor.address() else { throw .damaged("superblock") }
    if version >= 2 {
      let covered = bytes[..<cursor.position]
      guard try cursor.integer(4) == Int(Lookup3.checksum(covered)) else { throw .checksum }
    }
    return address
  }

  /// The group whose header is at an address.
  private mutating func group(at address: Int, depth: Int) throws(HDF5Fault) -> HDF5Tree.Group {
    guard depth <= Self.depthLimit else { throw .tooMany("groups within each other") }
    guard seen.insert(address).inserted else { throw .unsupported("two names of one group") }
    let header = try HDF5Header(reading: bytes, at: address)
    try take(header.byteCount)
    guard !header.isDataSet else { throw .damaged("a group") }
    return try group(of: header, depth: depth)
  }

  private mutating func group(
    of header: HDF5Header, depth: Int
  ) throws(HDF5Fault) -> HDF5Tree.Group {
    var group = HDF5Tree.Group()
    for link in try links(of: header) {
      do throws(HDF5Fault) {
        group.members.append(try member(link, depth: depth))
      } catch {
        throw .at(link.name, error)
      }
    }
    let names = Set(group.members.map(\.name))
    guard names.count == group.members.count else { throw .damaged("names of a group") }
    for message in header.messages where message.kind == .attribute {
      guard let text = try HDF5Attribute(message, in: bytes).text(in: bytes) else { continue }
      try take(text.values.reduce(0) { $0 + $1.utf8.count })
      group.texts.append(text)
    }
    return group
  }

  private mutating func member(
    _ link: HDF5Link, depth: Int
  ) throws(HDF5Fault) -> HDF5Tree.NamedObject {
    objects += 1
    guard objects <= Self.objectLimit else { throw .tooMany("groups and data sets") }
    let header = try HDF5Header(reading: bytes, at: link.address)
    try take(header.byteCount)
    if header.isDataSet {
      return HDF5Tree.NamedObject(name: link.name, object: .data(try header.dataSet(in: bytes)))
    }
    return HDF5Tree.NamedObject(
      name: link.name, object: .group(try group(at: link.address, depth: depth + 1)))
  }

  /// Counts what was read, so that a small file can't say a thing a million times.
  private mutating func take(_ count: Int) throws(HDF5Fault) {
    taken += count
    guard taken <= 4 * bytes.count + Self.textLimit else { throw .tooMany("names and texts") }
  }

  /// What a group's header says is in it.
  private mutating func links(of header: HDF5Header) throws(HDF5Fault) -> [HDF5Link] {
    var links: [HDF5Link] = []
    for message in header.messages {
      switch message.kind {
      case .link: links.append(try HDF5Link(message, in: bytes))
      case .linkInfo: try HDF5Link.checkCompact(message, in: bytes)
      case .symbolTable:
        var cursor = try message.cursor(in: bytes)
        guard let tree = try cursor.address(), let heap = try cursor.address() else {
          throw .damaged("symbol table")
        }
        let table = HDF5SymbolTable(bytes: bytes, heap: try HDF5SymbolTable.heap(at: heap, bytes))
        try table.append(to: &links, fromNodeAt: tree, level: nil)
      case .attributeInfo: try HDF5Attribute.checkCompact(message, in: bytes)
      default: break
      }
    }
    return links
  }
}

extension HDF5Tree {
  /// Reads what a file holds.
  ///
  /// - Throws: `HDF5Fault` where it is damaged, or uses what is not read here.
  package init(reading bytes: [UInt8]) throws(HDF5Fault) {
    self = try HDF5Reader.tree(of: bytes)
  }
}
