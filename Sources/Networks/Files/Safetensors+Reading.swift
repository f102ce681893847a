import JSON
import TensorEngine

extension Safetensors {
  /// Reads a file.
  ///
  /// - Throws: `NetworkFileError` for anything that breaks the layout: a file that is cut off, a
  ///   header that is no JSON or names a tensor twice, offsets with holes or overlaps, a length
  ///   that does not fit shape and type, a type other than F32 and F64.
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
    self.init(
      tensors: entries.map { NamedTensor($0.name, $0.tensor(in: data)) }, metadata: metadata)
  }

  /// Whether the bytes begin as such a file does: a length that fits, and an object.
  public static func isSafetensors(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && bytes[8] == UInt8(ascii: "{")
  }

  private static func header(
    of bytes: [UInt8]
  ) throws(NetworkFileError) -> (length: Int, members: [JSONValue.Member]) {
    guard bytes.count >= 8 else {
      throw NetworkFileError("it has \(bytes.count) bytes: this is not a safetensors file")
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(headerLimit) else {
      throw NetworkFileError(
        "this is not a safetensors file: its first 8 bytes promise a header of \(length) bytes")
    }
    guard length <= UInt64(bytes.count - 8) else {
      throw NetworkFileError(
        "it ends within its header of \(length) bytes: the file is cut off, or no safetensors",
        hint: NetworkFileError.damaged)
    }
    guard length > 0, bytes[8] == UInt8(ascii: "{") else {
      throw NetworkFileError("its header does not begin with {: this is not a safetensors file")
    }
    do {
      guard case .object(let members) = try JSONValue(reading: bytes[8..<8 + Int(length)]) else {
        throw NetworkFileError("its header is no JSON object")
      }
      return (Int(length), members)
    } catch let error as JSONError {
      throw NetworkFileError("its header can't be read: \(error.problem)")
    } catch let error as NetworkFileError {
      throw error
    } catch {
      throw NetworkFileError("its header can't be read")
    }
  }

  private static func notes(_ value: JSONValue) throws(NetworkFileError) -> [Note] {
    guard case .object(let members) = value else {
      throw NetworkFileError("its \(metadataName) is no JSON object")
    }
    var notes: [Note] = []
    for member in members {
      guard case .string(let text) = member.value else {
        throw NetworkFileError("\(metadataName): \(shown(member.name)) is no text")
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
        let what = entry.range.lowerBound < end ? "overlaps the one before it" : "leaves a hole"
        throw NetworkFileError(
          "the data of \(shown(entry.name)) \(what): it begins at \(entry.range.lowerBound), "
            + "and the one before it ends at \(end)")
      }
      end = entry.range.upperBound
    }
    guard end == dataCount else {
      throw NetworkFileError(
        "its tensors end at byte \(end) of the data, but there are \(dataCount) bytes",
        hint: NetworkFileError.damaged)
    }
  }

  /// A name of a file for a message.
  static func shown(_ name: String) -> String {
    let printable = name.unicodeScalars.prefix(60).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: "?"
      default: Character(scalar)
      }
    }
    return "\"\(String(printable))\"" + (name.unicodeScalars.count > 60 ? "…" : "")
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
    let title = Safetensors.shown(name)
    guard case .string(let type)? = member.value["dtype"] else {
      throw NetworkFileError("\(title) has no dtype")
    }
    guard type == "F32" || type == "F64" else {
      throw NetworkFileError(
        "\(title) holds numbers of the type \(Safetensors.shown(type)), and F32 is expected",
        hint: "convert it before saving: in NumPy with astype(numpy.float32)")
    }
    isDouble = type == "F64"
    shape = Shape(try Self.numbers("shape", of: member.value, title))
    let offsets = try Self.numbers("data_offsets", of: member.value, title)
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw NetworkFileError("\(title) needs two data_offsets, the smaller one first")
    }
    guard offsets[1] <= dataCount else {
      throw NetworkFileError(
        "\(title) ends at byte \(offsets[1]) of the data, but there are \(dataCount): "
          + "the file is cut off", hint: NetworkFileError.damaged)
    }
    range = offsets[0]..<offsets[1]
    let (length, overflow) = shape.count.multipliedReportingOverflow(by: isDouble ? 8 : 4)
    guard !overflow, range.count == length else {
      throw NetworkFileError(
        "\(title) is \(shape), which does not fit its \(range.count) bytes of \(type)")
    }
  }

  private static func numbers(
    _ key: String, of value: JSONValue, _ title: String
  ) throws(NetworkFileError) -> [Int] {
    guard case .array(let values)? = value[key], values.count <= 16 else {
      throw NetworkFileError("\(title) has no list \(key)")
    }
    var numbers: [Int] = []
    for value in values {
      guard case .integer(let number) = value, number >= 0 else {
        throw NetworkFileError("\(title): \(key) holds something that is no whole number from 0")
      }
      numbers.append(number)
    }
    return numbers
  }

  func tensor(in data: ArraySlice<UInt8>) -> Tensor {
    let elements = data.withUnsafeBytes { buffer in
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[range])
      return (0..<shape.count).map { Self.value(bytes, $0, isDouble) }
    }
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
