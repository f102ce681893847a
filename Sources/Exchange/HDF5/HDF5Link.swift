/// A name in a group, and where the header is of what it names.
struct HDF5Link {
  let name: String
  let address: Int

  init(name: String, address: Int) {
    (self.name, self.address) = (name, address)
  }

  init(_ message: HDF5Header.Message, in bytes: [UInt8]) throws(HDF5Fault) {
    var cursor = try message.cursor(in: bytes)
    guard try cursor.integer(1) == 1 else { throw .damaged("a link") }
    let flags = try cursor.integer(1)
    let kind = flags & 8 != 0 ? try cursor.integer(1) : 0
    if flags & 4 != 0 { try cursor.skip(8) }
    if flags & 16 != 0 { try cursor.skip(1) }
    let length = try cursor.integer(1 << (flags & 3))
    name = try Self.checked(ByteCursor.text(cursor.take(length)))
    switch kind {
    case 0: break
    case 1: throw .at(name, .unsupported("soft links"))
    default: throw .at(name, .unsupported("links to other files"))
    }
    guard let address = try cursor.address() else { throw .damaged("a link") }
    self.address = address
  }

  /// Refuses a group whose names stand in a heap.
  static func checkCompact(
    _ message: HDF5Header.Message, in bytes: [UInt8]
  ) throws(HDF5Fault) {
    var cursor = try message.cursor(in: bytes)
    try cursor.skip(1)
    if try cursor.integer(1) & 1 != 0 { try cursor.skip(8) }
    if try cursor.address() != nil { throw .unsupported("groups of many names in a heap") }
  }

  static func checked(_ name: String) throws(HDF5Fault) -> String {
    guard !name.isEmpty, !name.contains("/"), name.utf8.count <= 1000 else {
      throw .damaged("a name")
    }
    return name
  }
}

/// The names of a group of the older kind: a tree of nodes, and a heap of texts.
struct HDF5SymbolTable {
  /// A tree of more levels has more nodes than a file.
  private static let levelLimit = 8

  let bytes: [UInt8]
  /// Where the texts of the names are.
  let heap: Range<Int>

  /// The data of the heap at an address.
  static func heap(at address: Int, _ bytes: [UInt8]) throws(HDF5Fault) -> Range<Int> {
    var cursor = try ByteCursor(bytes, at: address, count: 32)
    try cursor.expect("HEAP")
    try cursor.skip(4)
    let size = try cursor.integer(8)
    try cursor.skip(8)
    guard let start = try cursor.address() else { throw .damaged("HEAP") }
    let data = try ByteCursor(bytes, at: start, count: size)
    return data.position..<data.end
  }

  /// Appends the names of a node and of all that are below it.
  func append(
    to links: inout [HDF5Link], fromNodeAt address: Int, level expected: Int?
  ) throws(HDF5Fault) {
    var cursor = try ByteCursor(bytes, at: address, count: max(0, bytes.count - address))
    try cursor.expect("TREE")
    guard try cursor.integer(1) == 0 else { throw .damaged("TREE") }
    let level = try cursor.integer(1)
    // Each level is one less than the level above, so that no node leads back to itself.
    guard level < Self.levelLimit, expected == nil || expected == level else {
      throw .damaged("TREE")
    }
    let count = try cursor.integer(2)
    try cursor.skip(16)
    for _ in 0..<count {
      try cursor.skip(8)
      guard let child = try cursor.address() else { throw .damaged("TREE") }
      if level > 0 {
        try append(to: &links, fromNodeAt: child, level: level - 1)
      } else {
        try appendNames(to: &links, at: child)
      }
      guard links.count <= HDF5Reader.objectLimit else { throw .tooMany("names") }
    }
  }

  private func appendNames(to links: inout [HDF5Link], at address: Int) throws(HDF5Fault) {
    var cursor = try ByteCursor(bytes, at: address, count: max(0, bytes.count - address))
    try cursor.expect("SNOD")
    try cursor.skip(2)
    let count = try cursor.integer(2)
    for _ in 0..<count {
      let offset = try cursor.integer(8)
      let address = try cursor.address()
      let cache = try cursor.integer(4)
      try cursor.skip(20)
      guard offset <= heap.count else { throw .damaged("SNOD") }
      var text = try ByteCursor(bytes, at: heap.lowerBound + offset, count: heap.count - offset)
      let name = try HDF5Link.checked(text.text())
      if cache == 2 { throw .at(name, .unsupported("soft links")) }
      guard let address else { throw .damaged("SNOD") }
      links.append(HDF5Link(name: name, address: address))
    }
  }
}
