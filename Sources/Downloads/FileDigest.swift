internal import CCrypto

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The SHA-256 digest of a file (FIPS 180-4), read in pieces.
package enum FileDigest {
  private static let pieceSize = 1 << 16

  /// The digest as 64 lower-case hexadecimal digits; nil where the file cannot be read.
  package static func sha256(ofFile path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return sha256(ofDescriptor: descriptor)
  }

  /// The digest of all that can be read from the descriptor, from its present position on.
  static func sha256(ofDescriptor descriptor: Int32) -> String? {
    guard let context = EVP_MD_CTX_new() else { return nil }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }

    var piece = [UInt8](repeating: 0, count: pieceSize)
    while true {
      let count = read(descriptor, &piece, pieceSize)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      guard EVP_DigestUpdate(context, piece, count) == 1 else { return nil }
    }

    var digest = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { return nil }
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
