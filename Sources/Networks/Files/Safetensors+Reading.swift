import JSON
import TensorEngine

extension Safetensors {
  /// Reads a file.
  ///
  /// - Throws: `NetworkFileError` for anything that breaks the layout: a file that is cut off, a
  ///   header that is no JSON or names a tensor twice, offsets with holes or overlaps, a length
  ///   that does not fit shape and type, a type other than F32 and F64; and where the reading is
  ///   called off.
  public init(reading bytes: [UInt8]) throws(NetworkFileError) {
    let header = try Self.header(of: bytes)
    let data = bytes[(8 + header.length)...]
    var entries: [TensorEntry] = []
    var metadata: [Note] = []
    for member in header.members {
      if member.name == Self.metadataName {
        metadata = try Self.notes(member.value)
      } else {
        entries.append(try TensorEntry(member, dataCount: data.count))
      }
    }
    try Self.checkCover(entries, dataCount: data.count)
    var tensors: [NamedTensor] = []
    for entry in entries { tensors.append(NamedTensor(entry.name, try entry.tensor(in: data))) }
    self.init(tensors: tensors, metadata: metadata)
  }

  /// Whether the bytes begin as such a file does: a length that fits, and an object.
  public static func isSafetensors(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && bytes[8] == UInt8(ascii: "{")
  }

  private static func header(
    of bytes: [UInt8]
  ) throws(NetworkFileError) -> (length: Int, members: [JSONValue.Member]) {
    guard bytes.count >= 8 else {
      throw .layout(.tooShort(byteCount: bytes.count))
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(headerLimit) else {
      throw .layout(.headerTooLong(byteCount: length))
    }
    guard length <= UInt64(bytes.count - 8) else {
      throw .layout(.headerCutOff(byteCount: length))
    }
    guard length > 0, bytes[8] == UInt8(ascii: "{") else {
      throw .layout(.noHeader)
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: bytes[8..<8 + Int(length)])
    } catch {
      throw .layout(.unreadableHeader(error))
    }
    guard case .object(let members) = value else { throw .layout(.headerIsNoObject) }
    return (Int(length), members)
  }

  private static func notes(_ value: JSONValue) throws(NetworkFileError) -> [Note] {
    guard case .object(let members) = value else {
      throw .layout(.notesAreNoObject(member: metadataName))
    }
    var notes: [Note] = []
    for member in members {
      guard case .string(let text) = member.value else {
        throw .layout(.noteIsNoText(member: metadataName, note: member.name))
      }
      notes.append(Note(member.name, text))
    }
    return notes
  }

  /// Every byte behind the header belongs to exactly one tensor.
  private static func checkCover(_ entries: [TensorEntry], dataCount: Int) throws(NetworkFileError)
  {
    var end = 0
    let ordered = entries.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for entry in ordered {
      guard entry.range.lowerBound == end else {
        throw .tensor(entry.name, .misplaced(begin: entry.range.lowerBound, endBefore: end))
      }
      end = entry.range.upperBound
    }
    guard end == dataCount else { throw .layout(.tensorsEnd(at: end, byteCount: dataCount)) }
  }
}

/// What a header says of one tensor.
private struct TensorEntry {
  let name: String
  let shape: Shape
  let isDouble: Bool
  let range: Range<Int>

  init(_ member: JSONValue.Member, dataCount: Int) throws(NetworkFileError) {
    name = member.name
    guard case .string(let type)? = member.value["dtype"] else {
      throw .tensor(name, .noType)
    }
    guard type == "F32" || type == "F64" else { throw .tensor(name, .unknownType(type)) }
    isDouble = type == "F64"
    shape = Shape(try Self.numbers("shape", of: member))
    let offsets = try Self.numbers("data_offsets", of: member)
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw .tensor(name, .badOffsets)
    }
    guard offsets[1] <= dataCount else {
      throw .tensor(name, .cutOff(end: offsets[1], byteCount: dataCount))
    }
    range = offsets[0]..<offsets[1]
    let (length, overflow) = shape.count.multipliedReportingOverflow(by: isDouble ? 8 : 4)
    guard !overflow, range.count == length else {
      throw .tensor(name, .badSize(shape: shape, byteCount: range.count, type: type))
    }
  }

  private static func numbers(
    _ key: String, of member: JSONValue.Member
  ) throws(NetworkFileError) -> [Int] {
    guard case .array(let values)? = member.value[key], values.count <= 16 else {
      throw .tensor(member.name, .noList(key))
    }
    var numbers: [Int] = []
    for value in values {
      guard case .integer(let number) = value, number >= 0 else {
        throw .tensor(member.name, .noCount(list: key))
      }
      numbers.append(number)
    }
    return numbers
  }

  func tensor(in data: ArraySlice<UInt8>) throws(NetworkFileError) -> Tensor {
    let elements = data.withUnsafeBytes { buffer in
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[range])
      return (0..<shape.count).mapUntilCalledOff(else: 0) { Self.value(bytes, $0, isDouble) }
    }
    if Interruption.current.isAsked() { throw .setting(.interrupted) }
    return Tensor(shape: shape, elements: elements)
  }

  private static func value(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ isDouble: Bool)
    -> Float
  {
    guard isDouble else {
      let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
      return Float(bitPattern: UInt32(littleEndian: bits))
    }
    let bits = bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
    return Float(Double(bitPattern: UInt64(littleEndian: bits)))
  }
}
