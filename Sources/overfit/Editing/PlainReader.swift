#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines from a file, a pipe, or a terminal that cannot be edited on.
final class PlainReader: LineReader {
  /// A line that is longer is no line, and ends here: nothing that is read is so long.
  private static let longestLine = 64 << 20

  private let showsPrompt: Bool
  private var buffer: [UInt8] = []
  /// Where the next line begins.
  private var position = 0
  /// Up to where there is no line's end, so that a long line is not searched over and over again.
  private var searched = 0
  private var isAtEnd = false
  private var isAtStart = true

  init(showsPrompt: Bool) {
    self.showsPrompt = showsPrompt
  }

  func read(_ request: LineRequest) -> LineRead {
    if showsPrompt { StandardStream.output.send(request.prompt) }
    Signals.beginWaiting(editing: false)
    defer { Signals.endWaiting() }
    while true {
      if Signals.take(SIGINT) { return .abandoned }
      if let line = nextLine() { return .line(line) }
      if isAtEnd { return .end }
      waitForBytes()
    }
  }

  private func nextLine() -> String? {
    let found = lineEnd
    searched = buffer.count
    guard
      let end = found ?? (buffer.count - position > Self.longestLine ? buffer.count : nil)
        ?? (isAtEnd && position < buffer.count ? buffer.count : nil)
    else {
      return nil
    }
    var line = buffer[position..<end]
    position = min(end + 1, buffer.count)
    searched = position
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    // A byte-order mark that an editor put before the first line is no character of it.
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isAtStart = false
    return String(decoding: line, as: UTF8.self)
  }

  private var lineEnd: Int? {
    buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, searched < bytes.count,
        let found = memchr(start + searched, 0x0A, bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }

  private func waitForBytes() {
    guard StandardInput.wait() else { return }
    buffer.removeFirst(position)
    searched -= position
    position = 0
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    guard let count = StandardInput.take(&piece, limit: piece.count) else { return }
    if count > 0 {
      buffer += piece[..<count]
    } else {
      isAtEnd = true
    }
  }
}
