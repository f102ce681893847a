import TensorEngine

/// Reads and writes NumPy's files of one array.
///
/// ```
/// 93 "NUMPY" · major · minor · length of the header, 2 bytes (version 1) or 4, little-endian ·
/// {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } · the values
/// ```
///
/// Versions 1 to 3 are read, and integers, floats, truth values and texts of either byte order, in
/// C or in Fortran order. Objects are refused: they are pickled, and a pickle can run a program.
/// Written is version 1, little-endian, in C order, as NumPy writes it.
///
/// **Source**: NumPy Enhancement Proposal 1, *A simple file format for NumPy arrays* (2007).
public enum NPY {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Whether the bytes begin as such a file does.
  public static func isNPY(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// The array in a file.
  ///
  /// - Throws: `DatasetError` if it is no such file, is cut off, or holds what can't be read.
  public static func array(_ file: FileBytes) throws(DatasetError) -> NPYArray {
    let (header, start) = try header(of: file)
    let layout = try NPYHeader(header, file: file.name)
    let (length, overflow) = layout.shape.count.multipliedReportingOverflow(by: layout.type.size)
    let found = file.bytes.count - start
    guard !overflow, length == found else {
      throw DatasetError(
        file: file.name,
        .npy(.contentSize(shape: layout.shape, valueSize: layout.type.size, found: found)))
    }
    var values = try layout.type.values(file.bytes[start...], layout.shape.count, file: file.name)
    if layout.isFortran { values = values.rowMajor(from: layout.shape) }
    return NPYArray(shape: layout.shape, values: values)
  }

  /// The text of the header, and where the values begin.
  private static func header(
    of file: FileBytes
  ) throws(DatasetError) -> (text: ArraySlice<UInt8>, end: Int) {
    let bytes = file.bytes
    guard isNPY(bytes) else {
      throw DatasetError(
        file: file.name, .npy(.noNPY(isZip: bytes.starts(with: [0x50, 0x4B]))))
    }
    let cutOff = DatasetError(file: file.name, .npy(.headerCutOff))
    guard bytes.count >= 12 else { throw cutOff }
    guard (1...3).contains(bytes[6]) else {
      throw DatasetError(file: file.name, .npy(.unknownVersion(bytes[6])))
    }
    let start = bytes[6] == 1 ? 10 : 12
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= 1 << 16 else {
      throw DatasetError(file: file.name, .npy(.headerTooLong(byteCount: length)))
    }
    guard bytes.count >= start + length else { throw cutOff }
    return (bytes[start..<start + length], start + length)
  }

  /// The bytes of a file with an array of numbers; floats are written as `float32`, doubles as
  /// `float64`.
  public static func encoded(_ array: NPYArray) -> [UInt8] {
    let sizes = array.shape.dimensions
    let shape = sizes.map { "\($0)" }.joined(separator: ", ") + (sizes.count == 1 ? "," : "")
    let (type, content) = array.values.littleEndian
    var header = Array(
      "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape)), }".utf8)
    let padding = (64 - (10 + header.count + 1) % 64) % 64
    header += repeatElement(UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
    let length = [
      UInt8(truncatingIfNeeded: header.count), UInt8(truncatingIfNeeded: header.count >> 8),
    ]
    return magic + [1, 0] + length + header + content
  }
}

extension NPYArray.Values {
  /// NumPy's name of the type, and the values in its bytes.
  fileprivate var littleEndian: (type: String, bytes: [UInt8]) {
    switch self {
    case .bytes(let bytes): ("|u1", bytes)
    case .integers(let values): ("<i8", Self.bytes(of: values.map { $0.littleEndian }))
    case .floats(let values): ("<f4", Self.bytes(of: values.map { $0.bitPattern.littleEndian }))
    case .doubles(let values): ("<f8", Self.bytes(of: values.map { $0.bitPattern.littleEndian }))
    case .texts(let texts):
      (
        "<U\(Self.width(texts))",
        Self.bytes(of: texts.flatMap { Self.padded($0, Self.width(texts)) })
      )
    }
  }

  private static func width(_ texts: [String]) -> Int {
    max(1, texts.map(\.unicodeScalars.count).max() ?? 1)
  }

  private static func padded(_ text: String, _ width: Int) -> [UInt32] {
    let scalars = text.unicodeScalars.map { $0.value.littleEndian }
    return scalars + repeatElement(0, count: width - scalars.count)
  }

  private static func bytes<Value>(of values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }

  /// Values that run along the first dimension fastest, in the order in which they run along the
  /// last one fastest.
  fileprivate func rowMajor(from shape: Shape) -> Self {
    switch self {
    case .bytes(let values): .bytes(Self.transposed(values, shape.dimensions))
    case .integers(let values): .integers(Self.transposed(values, shape.dimensions))
    case .floats(let values): .floats(Self.transposed(values, shape.dimensions))
    case .doubles(let values): .doubles(Self.transposed(values, shape.dimensions))
    case .texts(let values): .texts(Self.transposed(values, shape.dimensions))
    }
  }

  private static func transposed<Value>(_ values: [Value], _ sizes: [Int]) -> [Value] {
    var strides = [Int](repeating: 1, count: sizes.count)
    for index in sizes.indices.dropFirst() {
      strides[index] = strides[index - 1] * sizes[index - 1]
    }
    var place = [Int](repeating: 0, count: sizes.count)
    var source = 0
    return values.indices.mapUntilCalledOff(else: values[0]) { _ in
      let value = values[source]
      for index in sizes.indices.reversed() {
        place[index] += 1
        source += strides[index]
        if place[index] < sizes[index] { break }
        source -= strides[index] * sizes[index]
        place[index] = 0
      }
      return value
    }
  }
}
