import TensorEngine

/// Writes groups, numbers and texts as a file of HDF5 that its library reads from version 1.8 on.
///
/// Equal contents give equal bytes: there are no times, and no library's version decides anything.
/// The layout is the newer one: superblock 2, and each group a header with the names of what is in
/// it; numbers stand in one piece.
///
/// Source: The HDF WrittenGroup, *HDF5 File Format Specification*, version 3.0.
struct HDF5Writer {
  /// What is written of a group.
  struct WrittenGroup {
    /// What is in it, in order, under names that differ.
    var members: [WrittenObject] = []
    /// Texts that stand beside it.
    var texts: [HDF5Tree.Text] = []

    /// The group with another one in it.
    func adding(_ name: String, _ group: WrittenGroup) -> WrittenGroup {
      var sum = self
      sum.members.append(WrittenObject(name: name, object: .group(group)))
      return sum
    }

    mutating func addText(_ name: String, _ text: String) {
      texts.append(HDF5Tree.Text(name: name, values: [text], isList: false))
    }

    mutating func addTexts(_ name: String, _ list: [String]) {
      texts.append(HDF5Tree.Text(name: name, values: list, isList: true))
    }
  }

  /// Something in a group, and its name there.
  struct WrittenObject {
    var name: String
    var object: Content
  }

  /// What is written in a group.
  indirect enum Content {
    case group(WrittenGroup)
    case tensor(Tensor)
    /// One whole number of 32 bits.
    case integer(Int32)
  }

  /// The most bytes of a message, and so of the texts that stand beside a group under one name.
  static let messageLimit = 65_000

  private var file = ByteWriter()

  private init() {}

  /// The bytes of a file whose root is a group.
  ///
  /// - Throws: `HDF5Fault.tooMany` where texts are longer than a message can be.
  static func bytes(of root: WrittenGroup) throws(HDF5Fault) -> [UInt8] {
    var writer = HDF5Writer()
    writer.file.append(contentsOf: HDF5Reader.signature)
    // The version, the bytes of addresses and of lengths, no flags, and the place of the file.
    for value in [2, 8, 8, 0] { writer.file.append(value, size: 1) }
    writer.file.append(0, size: 8)
    writer.file.appendNoAddress()
    let places = writer.file.bytes.count
    writer.file.append(contentsOf: [UInt8](repeating: 0, count: 20))
    let address = try writer.write(root)
    writer.file.set(writer.file.bytes.count, size: 8, at: places)
    writer.file.set(address, size: 8, at: places + 8)
    let checksum = Lookup3.checksum(writer.file.bytes[..<(places + 16)])
    writer.file.set(Int(checksum), size: 4, at: places + 16)
    return writer.file.bytes
  }

  /// Writes what is in a group, and behind it its header, whose address it gives.
  private mutating func write(_ group: WrittenGroup) throws(HDF5Fault) -> Int {
    var messages: [(kind: HDF5Header.MessageKind, body: ByteWriter)] = []
    // Names stand in the header, and in no heap.
    var info = ByteWriter()
    info.append(0, size: 2)
    info.appendNoAddress()
    info.appendNoAddress()
    messages.append((.linkInfo, info))
    for member in group.members {
      let address: Int
      switch member.object {
      case .group(let inner): address = try write(inner)
      case .tensor(let tensor):
        var elements = ByteWriter()
        elements.append(tensor.elements)
        address = write(elements, of: Self.float, shape: tensor.shape.dimensions)
      case .integer(let number):
        var bytes = ByteWriter()
        bytes.append(Int(UInt32(bitPattern: number)), size: 4)
        address = write(bytes, of: Self.integer, shape: [])
      }
      messages.append((.link, Self.link(member.name, to: address)))
    }
    for text in group.texts { messages.append((.attribute, try Self.attribute(text))) }
    return writeHeader(messages)
  }

  /// Writes numbers, and behind them their header, whose address it gives.
  private mutating func write(_ numbers: ByteWriter, of type: ByteWriter, shape: [Int]) -> Int {
    file.fill(to: 8)
    let address = file.bytes.count
    file.append(contentsOf: numbers.bytes)
    var layout = ByteWriter()
    for value in [3, 1] { layout.append(value, size: 1) }
    if numbers.bytes.isEmpty { layout.appendNoAddress() } else { layout.append(address, size: 8) }
    layout.append(numbers.bytes.count, size: 8)
    return writeHeader([(.space, Self.space(shape)), (.type, type), (.layout, layout)])
  }

  /// A header of one block, whose size takes four bytes.
  private mutating func writeHeader(
    _ messages: [(kind: HDF5Header.MessageKind, body: ByteWriter)]
  ) -> Int {
    file.fill(to: 8)
    let address = file.bytes.count
    file.append("OHDR")
    file.append(2, size: 1)
    file.append(2, size: 1)
    file.append(messages.reduce(0) { $0 + 4 + $1.body.bytes.count }, size: 4)
    for (kind, body) in messages {
      file.append(kind.rawValue, size: 1)
      file.append(body.bytes.count, size: 2)
      file.append(0, size: 1)
      file.append(contentsOf: body.bytes)
    }
    file.append(Int(Lookup3.checksum(file.bytes[address...])), size: 4)
    return address
  }

  private static func link(_ name: String, to address: Int) -> ByteWriter {
    var link = ByteWriter()
    // The version; a name in UTF-8 whose length takes two bytes.
    for value in [1, 0x11, 1] { link.append(value, size: 1) }
    link.append(name.utf8.count, size: 2)
    link.append(contentsOf: name.utf8)
    link.append(address, size: 8)
    return link
  }

  /// A text or a list of texts, each of as many bytes as the longest.
  private static func attribute(_ text: HDF5Tree.Text) throws(HDF5Fault) -> ByteWriter {
    let width = max(1, text.values.reduce(0) { max($0, $1.utf8.count) })
    guard width * text.values.count + text.name.utf8.count <= messageLimit else {
      throw .tooMany("texts of \(text.name)")
    }
    var type = ByteWriter()
    // Texts in UTF-8, filled up with zeros.
    for value in [0x13, 0x11, 0, 0] { type.append(value, size: 1) }
    type.append(width, size: 4)
    let space = space(text.isList ? [text.values.count] : [])
    var attribute = ByteWriter()
    for value in [3, 0] { attribute.append(value, size: 1) }
    for count in [text.name.utf8.count + 1, type.bytes.count, space.bytes.count] {
      attribute.append(count, size: 2)
    }
    attribute.append(1, size: 1)
    attribute.append(contentsOf: text.name.utf8)
    attribute.append(0, size: 1)
    attribute.append(contentsOf: type.bytes)
    attribute.append(contentsOf: space.bytes)
    for value in text.values {
      attribute.append(contentsOf: value.utf8)
      attribute.append(contentsOf: repeatElement(0, count: width - value.utf8.count))
    }
    return attribute
  }

  private static func space(_ sizes: [Int]) -> ByteWriter {
    var space = ByteWriter()
    for value in [2, sizes.count, 0, sizes.isEmpty ? 0 : 1] { space.append(value, size: 1) }
    for size in sizes { space.append(size, size: 8) }
    return space
  }

  /// Little-endian numbers of 32 bits as IEEE 754 has them.
  private static let float: ByteWriter = {
    var type = ByteWriter()
    for value in [0x11, 0x20, 31, 0] { type.append(value, size: 1) }
    type.append(4, size: 4)
    type.append(0, size: 2)
    type.append(32, size: 2)
    for value in [23, 8, 0, 23] { type.append(value, size: 1) }
    type.append(127, size: 4)
    return type
  }()

  /// Little-endian whole numbers of 32 bits with a sign.
  private static let integer: ByteWriter = {
    var type = ByteWriter()
    for value in [0x10, 0x08, 0, 0] { type.append(value, size: 1) }
    type.append(4, size: 4)
    type.append(0, size: 2)
    type.append(32, size: 2)
    return type
  }()
}
