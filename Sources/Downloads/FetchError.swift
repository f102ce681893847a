/// Why a file could not be fetched. `file` is the file's own name, never its folder.
package enum FetchError: Error, Equatable, Sendable {
  /// The address is not one of http or https.
  case badAddress(String)
  /// libcurl, which speaks with servers, is not installed.
  case noLibrary
  /// No answer: the name is unknown, nobody listens, or the connection is not safe.
  case unreachable(file: String, reason: String)
  /// The server answered with a status of 400 or above.
  case refused(file: String, status: Int)
  /// The server sent nothing for `seconds`.
  case stalled(file: String, seconds: Int)
  /// The connection broke; what came is kept for the next attempt.
  case cutOff(file: String, received: Int64)
  /// The student stopped it; what came is kept for the next attempt.
  case interrupted(file: String, received: Int64)
  /// The file came whole and is not the file that was expected; it was thrown away.
  case wrongDigest(file: String, expected: String, actual: String)
  /// The server sends, or announces, more bytes than the file has; what came was thrown away.
  case tooLong(file: String, size: Int64)
  /// The disk has not enough room for what is missing of the file, both figures in bytes.
  case noRoom(file: String, needed: Int64, free: Int64)
  /// The server sends on to another host, which is not asked unless the student says so.
  case sentOn(file: String, host: String)
  /// The server sends on again and again, or from https to http.
  case sentAround(file: String)
  /// Another process is fetching the same file.
  case busy(file: String)
  /// The disk said no.
  case disk(file: String, reason: String)
}

extension FetchError: CustomStringConvertible {
  /// One sentence for the student, without a full stop.
  package var description: String {
    switch self {
    case .badAddress(let address):
      "cannot fetch \"\(address)\": the address must begin with http:// or https://"
    case .noLibrary:
      "cannot fetch files: libcurl is not installed"
    case .unreachable(let file, let reason):
      "cannot reach the server of \(file): \(reason)"
    case .refused(let file, 404):
      "the server has no \(file) (404)"
    case .refused(let file, let status):
      "the server refused to send \(file) (\(status))"
    case .stalled(let file, let seconds):
      "the server of \(file) sent nothing for \(seconds) seconds; "
        + "the same command goes on where it stopped"
    case .cutOff(let file, let received):
      "the connection broke after \(received) bytes of \(file); "
        + "the same command goes on where it stopped"
    case .interrupted(let file, let received):
      "stopped after \(received) bytes of \(file); the same command goes on where it stopped"
    case .wrongDigest(let file, let expected, let actual):
      "\(file) is not the file that was expected and was thrown away: "
        + "its SHA-256 is \(actual), not \(expected)"
    case .tooLong(let file, let size):
      "the server has another \(file): it has more than \(size) bytes"
    case .noRoom(let file, let needed, let free):
      "\(file) needs \(needed) bytes more, and the disk has room for \(free)"
    case .sentOn(let file, let host):
      "the server of \(file) sends on to another one, \(host); from= may name a folder there"
    case .sentAround(let file):
      "the server of \(file) sends on to where it can't be fetched"
    case .busy(let file):
      "\(file) is being fetched by another overfit"
    case .disk(let file, let reason):
      "cannot write \(file): \(reason)"
    }
  }
}
