import CCrypto

/// Signs messages by HMAC-SHA256 (RFC 2104), as 64 lower-case hexadecimal digits.
struct MessageSignature: Sendable {
  private static let blockSize = 64
  private let key: [UInt8]

  /// Whether messages are signed.
  var isAsked: Bool { !key.isEmpty }

  init(key: [UInt8]) { self.key = key }

  /// The signature of parts that follow each other; empty where none is asked for.
  func of(_ parts: [[UInt8]]) -> [UInt8] {
    guard isAsked else { return [] }
    let short = key.count > Self.blockSize ? Self.digest([key]) : key
    let padded = short + [UInt8](repeating: 0, count: Self.blockSize - short.count)
    let inner = Self.digest([padded.map { $0 ^ 0x36 }] + parts)
    return Self.hexadecimal(Self.digest([padded.map { $0 ^ 0x5C }, inner]))
  }

  /// Whether two signatures are the same, in a time that does not tell where they differ.
  static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func digest(_ parts: [[UInt8]]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    guard let context = EVP_MD_CTX_new() else { return digest }
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    for part in parts { EVP_DigestUpdate(context, part, part.count) }
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
