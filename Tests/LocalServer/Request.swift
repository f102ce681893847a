import Foundation

/// The parts of an HTTP request that the server looks at.
struct Request {
  let path: String
  /// The text of the Range header, "bytes=100-".
  let range: String?

  init?(from connection: Int32) {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(connection, &piece, piece.count)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    path = String(words[1])
    range = lines.first { $0.lowercased().hasPrefix("range: ") }.map { String($0.dropFirst(7)) }
  }

  /// The first byte that a range "bytes=N-" asks for.
  var start: Int? {
    range.flatMap { Int($0.dropFirst("bytes=".count).dropLast()) }
  }
}
