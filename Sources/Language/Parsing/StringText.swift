/// The text between quotes, both ways.
enum StringText {
  /// What a token in quotes, double or single ones, says: `\"` is a quote and `\\` a backslash.
  static func value(of token: Token) throws(Diagnostic) -> String {
    let bytes = Array(token.text.utf8.dropFirst().dropLast())
    var value: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let place = token.range.lowerBound + 1 + offset
      if byte < 0x20 && byte != 0x09 || byte == 0x7F { throw .controlInText(byte, at: place) }
      if byte == UInt8(ascii: "\\") {
        offset += 1
        guard let escaped = offset < bytes.count ? bytes[offset] : nil,
          escaped == UInt8(ascii: "\\") || escaped == token.text.utf8.first
        else { throw .unknownEscape(at: place) }
      }
      value.append(bytes[offset])
      offset += 1
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// The text in quotes.
  static func quoted(_ text: String) -> String {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }
}
