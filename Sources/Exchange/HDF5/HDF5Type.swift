/// What the values of a data set or of an attribute are.
enum HDF5Type: Equatable {
  /// Little-endian numbers of IEEE 754.
  case float(bytes: Int)
  /// Little-endian whole numbers with a sign, of 4 or 8 bytes.
  case integer(bytes: Int)
  /// Texts that fill so many bytes.
  case text(bytes: Int)
  /// Texts of any length, which stand elsewhere.
  case longText
  /// Anything else, by its name, and its bytes.
  case other(String, bytes: Int)

  /// The bytes of a value.
  var size: Int {
    switch self {
    case .float(let bytes), .integer(let bytes), .text(let bytes), .other(_, let bytes): bytes
    case .longText: 16
    }
  }

  /// The numbers that it stands for.
  var numbers: HDF5Tree.NumberType {
    switch self {
    case .float(let bytes): .float(bytes: bytes)
    case .integer(let bytes): .integer(bytes: bytes)
    case .text, .longText: .other("texts")
    case .other(let name, _): .other(name)
    }
  }

  init(reading cursor: inout ByteCursor) throws(HDF5Fault) {
    let head = try cursor.integer(1)
    let bits = try cursor.integer(3)
    let size = try cursor.integer(4)
    guard (1...3).contains(head >> 4) else { throw .damaged("a type") }
    switch head & 0xF {
    // Big-endian ones have the lowest bit, and those with a sign the fourth.
    case 0 where bits & 0x9 == 0x8 && (size == 4 || size == 8): self = .integer(bytes: size)
    case 0: self = .other("whole numbers", bytes: size)
    case 1: self = try Self.float(bits, size, &cursor)
    case 3: self = .text(bytes: size)
    case 9 where bits & 0xF == 1: self = .longText
    default: self = .other("values that are no numbers", bytes: size)
    }
  }

  private static func float(
    _ bits: Int, _ size: Int, _ cursor: inout ByteCursor
  ) throws(HDF5Fault) -> HDF5Type {
    var parts: [Int] = []
    try cursor.skip(4)
    for _ in 0..<4 { parts.append(try cursor.integer(1)) }
    parts.append(try cursor.integer(4))
    // Big-endian ones have the lowest bit, and those of VAX the seventh.
    let isLittle = bits & 0x41 == 0
    let sign = bits >> 8 & 0xFF
    if isLittle, size == 4, sign == 31, parts == [23, 8, 0, 23, 127] { return .float(bytes: 4) }
    if isLittle, size == 8, sign == 63, parts == [52, 11, 0, 52, 1023] { return .float(bytes: 8) }
    return .other("\(8 * size)-bit floats of another kind", bytes: size)
  }
}
