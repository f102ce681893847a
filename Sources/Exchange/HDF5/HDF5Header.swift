import TensorEngine

/// The header of a group or of a data set: what messages it is made of.
struct HDF5Header {
  /// What a message is about.
  enum MessageKind: Int {
    case space = 1
    case linkInfo = 2
    case type = 3
    case link = 6
    case externalFiles = 7
    case layout = 8
    case filters = 11
    case attribute = 12
    case continuation = 16
    case symbolTable = 17
    case attributeInfo = 21
  }

  /// A message: what it is about, and where it stands in the file.
  struct Message {
    let kind: MessageKind
    let start: Int
    let count: Int
    /// Whether what it says stands elsewhere.
    let isShared: Bool

    /// The bytes of the message.
    func cursor(in bytes: [UInt8]) throws(HDF5Fault) -> ByteCursor {
      guard !isShared else { throw .unsupported("shared messages") }
      return try ByteCursor(bytes, at: start, count: count)
    }
  }

  /// The most messages of one header.
  private static let messageLimit = 100_000

  /// Those that are known, in the order of the file.
  private(set) var messages: [Message] = []
  /// The bytes that it takes.
  private(set) var byteCount = 0

  /// Whether it is one of numbers.
  var isDataSet: Bool { messages.contains { $0.kind == .layout } }

  init(reading bytes: [UInt8], at address: Int) throws(HDF5Fault) {
    var cursor = try ByteCursor(bytes, at: address, count: max(0, bytes.count - address))
    if try cursor.integer(1) == 1 {
      try readFirst(cursor, bytes)
    } else {
      try readSecond(bytes, at: address)
    }
  }

  /// The first version: messages at multiples of 8, as many as the header says.
  private mutating func readFirst(_ start: ByteCursor, _ bytes: [UInt8]) throws(HDF5Fault) {
    var cursor = start
    try cursor.skip(1)
    var left = try cursor.integer(2)
    try cursor.skip(4)
    let count = try cursor.integer(4)
    try cursor.skip(4)
    var blocks = [(start: cursor.position, count: count)]
    byteCount = 16
    while !blocks.isEmpty {
      let block = blocks.removeFirst()
      byteCount += block.count
      guard byteCount <= bytes.count else { throw .damaged("object header") }
      var cursor = try ByteCursor(bytes, at: block.start, count: block.count)
      while left > 0, cursor.count >= 8 {
        left -= 1
        let (kind, size) = (try cursor.integer(2), try cursor.integer(2))
        let flags = try cursor.integer(1)
        try cursor.skip(3)
        try add(kind, flags, size, &cursor, bytes) { blocks.append($0) }
      }
    }
  }

  /// The second version: blocks with a name and a checksum.
  private mutating func readSecond(_ bytes: [UInt8], at address: Int) throws(HDF5Fault) {
    var cursor = try ByteCursor(bytes, at: address, count: bytes.count - address)
    try cursor.expect("OHDR")
    guard try cursor.integer(1) == 2 else { throw .damaged("object header") }
    let flags = try cursor.integer(1)
    if flags & 0x20 != 0 { try cursor.skip(16) }
    if flags & 0x10 != 0 { try cursor.skip(4) }
    let count = try cursor.integer(1 << (flags & 3))
    var blocks = [(start: address, skip: cursor.position - address, count: count)]
    while !blocks.isEmpty {
      let block = blocks.removeFirst()
      guard block.count <= bytes.count else { throw .cutOff }
      byteCount += block.skip + block.count + 4
      guard byteCount <= bytes.count + 4 else { throw .damaged("object header") }
      var cursor = try ByteCursor(bytes, at: block.start, count: block.skip + block.count + 4)
      let covered = bytes[block.start..<cursor.end - 4]
      if block.start != address { try cursor.expect("OCHK") }
      var end = try ByteCursor(bytes, at: cursor.end - 4, count: 4)
      guard try end.integer(4) == Int(Lookup3.checksum(covered)) else { throw .checksum }
      cursor = try ByteCursor(bytes, at: block.start + block.skip, count: block.count)
      let head = flags & 4 != 0 ? 6 : 4
      while cursor.count >= head {
        let (kind, size) = (try cursor.integer(1), try cursor.integer(2))
        let own = try cursor.integer(1)
        try cursor.skip(head - 4)
        try add(kind, own, size, &cursor, bytes) { place in
          blocks.append((place.start, 4, place.count - 8))
        }
      }
    }
  }

  /// Takes a message in; one that goes on elsewhere is told to `follow`.
  private mutating func add(
    _ number: Int, _ flags: Int, _ size: Int, _ cursor: inout ByteCursor, _ bytes: [UInt8],
    follow: ((start: Int, count: Int)) -> Void
  ) throws(HDF5Fault) {
    let start = cursor.position
    try cursor.skip(size)
    guard let kind = MessageKind(rawValue: number) else {
      // Whoever does not know such a message must not read the object.
      if flags & 0x80 != 0 { throw .unsupported("messages of the kind \(number)") }
      return
    }
    guard messages.count < Self.messageLimit else { throw .tooMany("messages") }
    guard kind == .continuation else {
      messages.append(Message(kind: kind, start: start, count: size, isShared: flags & 2 != 0))
      return
    }
    var place = try ByteCursor(bytes, at: start, count: size)
    guard let address = try place.address() else { throw .damaged("object header") }
    let count = try place.integer(8)
    guard count >= 8, count <= bytes.count else { throw .damaged("object header") }
    follow((address, count))
  }
}

extension HDF5Header {
  /// What data set the messages tell of.
  func dataSet(in bytes: [UInt8]) throws(HDF5Fault) -> HDF5Tree.DataSet {
    var (shape, type, place) = (Shape?.none, HDF5Type?.none, Range<Int>?.none)
    for message in messages {
      switch message.kind {
      case .space:
        var cursor = try message.cursor(in: bytes)
        shape = try Self.shape(&cursor)
      case .type:
        var cursor = try message.cursor(in: bytes)
        type = try HDF5Type(reading: &cursor)
      case .layout:
        var cursor = try message.cursor(in: bytes)
        place = try Self.place(&cursor, bytes)
      case .filters: throw .unsupported("packed data")
      case .externalFiles: throw .unsupported("data in other files")
      default: break
      }
    }
    guard let shape, let type, let place else { throw .damaged("a data set") }
    let (count, isTooMuch) = shape.count.multipliedReportingOverflow(by: type.size)
    guard !isTooMuch, place.isEmpty || count <= place.count else { throw .damaged("a data set") }
    return HDF5Tree.DataSet(
      shape: shape, type: type.numbers,
      place: place.isEmpty ? place : place.lowerBound..<place.lowerBound + count)
  }

  /// The sizes that a message of a data space tells.
  static func shape(_ cursor: inout ByteCursor) throws(HDF5Fault) -> Shape {
    let version = try cursor.integer(1)
    let rank = try cursor.integer(1)
    let flags = try cursor.integer(1)
    guard version == 1 || version == 2, rank <= 32 else { throw .damaged("a data space") }
    if version == 1 { try cursor.skip(5) }
    if version == 2, try cursor.integer(1) == 2 { return [0] }
    var sizes: [Int] = []
    for _ in 0..<rank { sizes.append(try cursor.integer(8)) }
    if flags & 1 != 0 { try cursor.skip(8 * rank) }
    return Shape(sizes)
  }

  /// Where the numbers stand.
  private static func place(
    _ cursor: inout ByteCursor, _ bytes: [UInt8]
  ) throws(HDF5Fault) -> Range<Int> {
    let version = try cursor.integer(1)
    guard version == 3 || version == 4 else { throw .unsupported("layout \(version)") }
    switch try cursor.integer(1) {
    case 0:
      let count = try cursor.integer(2)
      let start = cursor.position
      try cursor.skip(count)
      return start..<start + count
    case 1:
      guard let address = try cursor.address() else { return 0..<0 }
      let count = try cursor.integer(8)
      guard count <= bytes.count, address <= bytes.count - count else { throw .cutOff }
      return address..<address + count
    case 2: throw .unsupported("chunked data")
    default: throw .unsupported("data put together of other data")
    }
  }
}
