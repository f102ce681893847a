internal import CCrypto

/// The SHA-256 digest of some bytes (FIPS 180-4), by which one content is told from every other one.
package struct ContentDigest: Hashable, Sendable {
  /// Its 32 bytes.
  package let bytes: [UInt8]

  /// The digest of all of these contents, one behind the other, each with its length; nil where the
  /// library can't make it.
  package init?(of contents: [[UInt8]]) {
    let parts = contents.flatMap { content in
      [(0..<8).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }, content]
    }
    self.init(joined: parts)
  }

  /// The digest of a file, as other programs make it of its bytes; nil where the library can't.
  package init?(ofFile bytes: [UInt8]) { self.init(joined: [bytes]) }

  private init?(joined parts: [[UInt8]]) {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }
    for part in parts {
      guard unsafe EVP_DigestUpdate(context, part, part.count) == 1 else { return nil }
    }
    var digest = [UInt8](repeating: 0, count: 32)
    guard unsafe EVP_DigestFinal_ex(context, &digest, nil) == 1 else { return nil }
    bytes = digest
  }

  /// As 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
