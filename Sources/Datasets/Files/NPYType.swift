import TensorEngine

/// The type of an array's values: a letter for the kind, a size, and a byte order.
struct NPYType {
  private enum Kind: UInt8 {
    case truth = 0x62  // b
    case signed = 0x69  // i
    case unsigned = 0x75  // u
    case floating = 0x66  // f
    case bytes = 0x53  // S
    case unicode = 0x55  // U
  }

  /// The bytes of one value.
  let size: Int
  private let kind: Kind
  private let isBigEndian: Bool
  private let descriptor: String

  /// - Parameter descriptor: As NumPy writes it: `<f4`, `>i8`, `|b1`, `<U10`.
  init(_ descriptor: String, file: String) throws(DatasetError) {
    let bytes = Array(descriptor.utf8)
    let order = bytes.first ?? 0
    guard bytes.count >= 2, "<>|=".utf8.contains(order), let kind = Kind(rawValue: bytes[1]),
      let count = Int(String(decoding: bytes[2...], as: UTF8.self)), (0...1 << 20).contains(count)
    else { throw Self.refusal(descriptor, file: file) }
    self.kind = kind
    self.descriptor = descriptor
    isBigEndian = order == UInt8(ascii: ">")
    size = kind == .unicode ? 4 * count : count
    let sizes: [Int]? =
      switch kind {
      case .truth: [1]
      case .signed, .unsigned: [1, 2, 4, 8]
      case .floating: [2, 4, 8]
      case .bytes, .unicode: nil
      }
    guard sizes?.contains(size) ?? (size > 0) else { throw Self.refusal(descriptor, file: file) }
  }

  private static func refusal(_ descriptor: String, file: String) -> DatasetError {
    DatasetError(
      file: file, .npy(descriptor.hasSuffix("O") ? .objects : .unknownType(descriptor)))
  }

  /// The values of so many bytes.
  ///
  /// - Throws: `DatasetError` for an integer beyond `Int.max`, for a text that is none, and where
  ///   the reading is called off.
  func values(
    _ bytes: ArraySlice<UInt8>, _ count: Int, file: String
  ) throws(DatasetError) -> NPYArray.Values {
    switch (kind, size) {
    case (.truth, _):
      return .bytes(try bytes.map(orThrow: DatasetError.interrupted(file)) { $0 == 0 ? 0 : 1 })
    case (.unsigned, 1): return .bytes(Array(bytes))
    case (.signed, _):
      let shift = 64 - 8 * size
      return .integers(
        try words(bytes, count, file) { Int(Int64(bitPattern: $0 << shift) >> shift) })
    case (.unsigned, _):
      var integers: [Int] = []
      integers.reserveCapacity(count)
      for word in try words(bytes, count, file, { $0 }) {
        guard let integer = Int(exactly: word) else {
          throw DatasetError(file: file, .npy(.largeInteger(word)))
        }
        integers.append(integer)
      }
      return .integers(integers)
    case (.floating, 2):
      return .floats(try words(bytes, count, file) { Self.half(UInt16($0)) })
    case (.floating, 4):
      return .floats(try words(bytes, count, file) { Float(bitPattern: UInt32($0)) })
    case (.floating, _):
      return .doubles(try words(bytes, count, file) { Double(bitPattern: $0) })
    case (.bytes, _), (.unicode, _): return .texts(try texts(bytes, count, file: file))
    }
  }

  /// What is made of each value's bytes as an unsigned number.
  @inline(__always)
  private func words<Value>(
    _ bytes: ArraySlice<UInt8>, _ count: Int, _ file: String, _ value: (UInt64) -> Value
  ) throws(DatasetError) -> [Value] {
    try bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(DatasetError) in
        try (0..<count).map(orThrow: DatasetError.interrupted(file)) { index in
          var word: UInt64 = 0
          for place in 0..<size {
            let byte = bytes[index * size + (isBigEndian ? place : size - 1 - place)]
            word = word << 8 | UInt64(byte)
          }
          return value(word)
        }
      }
    }.get()
  }

  /// The value of a float of 16 bits: 1 for the sign, 5 for the exponent, 10 for the fraction.
  private static func half(_ bits: UInt16) -> Float {
    let sign: Float = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Float(bits & 1023)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
    }
  }

  private func texts(
    _ bytes: ArraySlice<UInt8>, _ count: Int, file: String
  ) throws(DatasetError) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(count)
    var watch = InterruptionWatch()
    for index in 0..<count {
      try watch.check(of: file, weight: size)
      let start = bytes.startIndex + index * size
      guard let text = text(Array(bytes[start..<start + size])) else {
        throw DatasetError(file: file, .npy(.noText(number: index + 1)))
      }
      texts.append(printable(text))
    }
    return texts
  }

  /// A text without the zeros that fill it up; nil if it is none.
  private func text(_ bytes: [UInt8]) -> String? {
    if kind == .bytes {
      let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
      return String(validating: bytes[..<end], as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    let codes = stride(from: 0, to: bytes.count, by: 4).map { start in
      let code = bytes[start..<start + 4]
      return (isBigEndian ? Array(code) : code.reversed()).reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
    }
    for code in codes[..<(codes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)] {
      guard let scalar = Unicode.Scalar(code) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
