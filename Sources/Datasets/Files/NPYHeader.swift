import TensorEngine

/// What the header of an .npy file says: the text of a Python dictionary.
///
/// ```
/// header = "{" { key ":" value "," } "}"       key = "'descr'" | "'fortran_order'" | "'shape'"
/// value  = text | "True" | "False" | "(" { digits "," } ")"
/// ```
struct NPYHeader {
  let type: NPYType
  let isFortran: Bool
  let shape: Shape

  init(_ bytes: ArraySlice<UInt8>, file: String) throws(DatasetError) {
    var scan = PythonScan(bytes)
    guard let values = scan.dictionary() else {
      throw DatasetError(file: file, .npy(.unreadableHeader))
    }
    guard case .text(let descriptor)? = values["descr"],
      case .truth(let isFortran)? = values["fortran_order"],
      case .numbers(let sizes)? = values["shape"], values.count == 3, sizes.count <= 16
    else { throw DatasetError(file: file, .npy(.unusualHeader)) }
    type = try NPYType(descriptor, file: file)
    self.isFortran = isFortran
    shape = Shape(sizes)
  }
}

/// Reads the few Python values that stand in a header.
private struct PythonScan {
  enum HeaderValue {
    case text(String)
    case truth(Bool)
    case numbers([Int])
    /// The fields of a record, in brackets.
    case record
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  mutating func dictionary() -> [String: HeaderValue]? {
    var values: [String: HeaderValue] = [:]
    guard take("{") else { return nil }
    while !take("}") {
      guard let key = text(), take(":"), let value = value() else { return nil }
      guard values.updateValue(value, forKey: key) == nil else { return nil }
      if !take(",") {
        guard take("}") else { return nil }
        break
      }
    }
    skipSpace()
    return position == bytes.count ? values : nil
  }

  private mutating func value() -> HeaderValue? {
    if take("True") { return .truth(true) }
    if take("False") { return .truth(false) }
    if take("(") { return tuple().map { .numbers($0) } }
    return take("[") ? record() : text().map { .text($0) }
  }

  private mutating func record() -> HeaderValue? {
    var depth = 1
    while depth > 0, position < bytes.count {
      if bytes[position] == UInt8(ascii: "[") { depth += 1 }
      if bytes[position] == UInt8(ascii: "]") { depth -= 1 }
      position += 1
    }
    return depth == 0 ? .record : nil
  }

  private mutating func tuple() -> [Int]? {
    var numbers: [Int] = []
    while !take(")") {
      guard let number = number() else { return nil }
      numbers.append(number)
      if !take(",") { return take(")") ? numbers : nil }
    }
    return numbers
  }

  private mutating func number() -> Int? {
    skipSpace()
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    // Python 2 wrote long integers with an L behind them.
    if position < bytes.count, bytes[position] == UInt8(ascii: "L") { position += 1 }
    return Int(digits)
  }

  private mutating func text() -> String? {
    skipSpace()
    guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else { return nil }
    let quote = bytes[position]
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    position = end + 1
    let text = bytes[start..<end]
    return text.contains(UInt8(ascii: "\\")) ? nil : String(validating: text, as: UTF8.self)
  }

  private mutating func take(_ word: String) -> Bool {
    skipSpace()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x09, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }
}
