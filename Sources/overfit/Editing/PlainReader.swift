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
    // Before the prompt is shown: Ctrl-C comes in answer to it.
    Signals.beginWaiting(editing: false)
    defer { Signals.endWaiting() }
    if showsPrompt { StandardStream.output.send(request.prompt) }
    while true {
      if Signals.take(SIGINT) {
        abandon()
        // The terminal has shown ^C behind what was typed.
        if showsPrompt { StandardStream.output.send("\n") }
        return .abandoned
      }
      if let line = nextLine() { return .line(line) }
      if isAtEnd {
        guard showsPrompt else { return .end }
        // At a terminal each Ctrl-D is one end, and more may come behind it.
        isAtEnd = false
        StandardStream.output.send("^D\n")
        return .end
      }
      waitForBytes()
    }
  }

  /// Forgets what is read already and was no whole line, or one that was to come.
  func abandon() {
    guard showsPrompt else { return }
    (buffer, position, searched) = ([], 0, 0)
  }

  private func nextLine() -> String? {
    guard let ending = nextEnding() else { return nil }
    var line = buffer[position..<ending.lowerBound]
    position = ending.upperBound
    searched = position
    // A byte-order mark that an editor put before the first line is no character of it.
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isAtStart = false
    return String(decoding: line, as: UTF8.self)
  }

  /// Where the line's end stands: `\n`, `\r\n`, a `\r` alone, or the end of all; nil while it is
  /// not here.
  private func nextEnding() -> Range<Int>? {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    guard let start = buffer[searched...].firstIndex(where: isEnd) else {
      searched = buffer.count
      let isTooLong = buffer.count - position > Self.longestLine
      return isTooLong || (isAtEnd && position < buffer.count) ? buffer.count..<buffer.count : nil
    }
    guard buffer[start] == UInt8(ascii: "\r") else { return start..<start + 1 }
    if start + 1 == buffer.count, !isAtEnd {
      searched = start
      return nil
    }
    let isPair = start + 1 < buffer.count && buffer[start + 1] == UInt8(ascii: "\n")
    return start..<start + (isPair ? 2 : 1)
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
