import Foundation

/// What goes over the line for one request.
struct Answer {
  private var status = "200 OK"
  private var headers: [String] = []
  private var body: [UInt8] = []
  private var keepsLineOpen = false

  init(_ file: ServedFile?, to request: Request) {
    switch file {
    case nil:
      status = "404 Not Found"
      body = Array("no such file".utf8)
      headers = ["Content-Length: \(body.count)"]
    case .redirect(let target):
      status = "302 Found"
      headers = ["Location: \(target)", "Content-Length: 0"]
    case .wholeOnly(let bytes):
      body = bytes
      headers = ["Content-Length: \(bytes.count)"]
    case .bytes(let bytes):
      serve(bytes, from: request.start, upTo: bytes.count)
    case .cut(let bytes, let count):
      serve(bytes, from: request.start, upTo: count)
    case .silent(let bytes, let count):
      serve(bytes, from: request.start, upTo: count)
      keepsLineOpen = true
    }
  }

  private mutating func serve(_ bytes: [UInt8], from start: Int?, upTo end: Int) {
    if let start {
      guard start < bytes.count else {
        status = "416 Range Not Satisfiable"
        headers = ["Content-Range: bytes */\(bytes.count)", "Content-Length: 0"]
        return
      }
      status = "206 Partial Content"
      headers = ["Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)"]
    }
    let begin = start ?? 0
    headers.append("Content-Length: \(bytes.count - begin)")
    body = Array(bytes[begin..<max(begin, end)])
  }

  /// Whether the line is to be closed now.
  func send(on connection: Int32) -> Bool {
    let head = (["HTTP/1.1 \(status)"] + headers + ["Connection: close", "", ""])
      .joined(separator: "\r\n")
    var rest = Array(head.utf8) + body
    while !rest.isEmpty {
      let count = Foundation.send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { break }
      rest.removeFirst(count)
    }
    return !keepsLineOpen
  }
}
