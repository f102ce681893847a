/// A message of Protocol Buffers as it is written: fields with their numbers, one behind the other.
///
/// Source: Google, *Protocol Buffers*, "Encoding".
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  /// How the value of a field stands in the bytes.
  private enum Wire: Int {
    case number = 0
    case bytes = 2
    case float = 5
  }

  mutating func append(_ number: Int, field: Int) {
    appendTag(field, .number)
    appendNumber(UInt64(bitPattern: Int64(number)))
  }

  mutating func append(_ value: Float, field: Int) {
    appendTag(field, .float)
    for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> (8 * index))) }
  }

  mutating func append(_ text: String, field: Int) {
    append(Array(text.utf8), field: field)
  }

  mutating func append(_ message: ProtobufWriter, field: Int) {
    append(message.bytes, field: field)
  }

  mutating func append(_ content: [UInt8], field: Int) {
    appendTag(field, .bytes)
    appendNumber(UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  /// Appends fields that were written elsewhere.
  mutating func append(contentsOf fields: [UInt8]) { bytes.append(contentsOf: fields) }

  private mutating func appendTag(_ field: Int, _ wire: Wire) {
    appendNumber(UInt64(field << 3 | wire.rawValue))
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private mutating func appendNumber(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
