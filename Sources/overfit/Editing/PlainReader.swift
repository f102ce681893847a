#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines from a file, a pipe, or a terminal that cannot be edited on.
final class PlainReader: LineReader {
  private let showsPrompt: Bool
  private var buffer: [UInt8] = []
  /// Where the next line begins.
  private var position = 0
  /// Up to where there is no line's end, so that a long line is not searched over and over again.
  private var searched = 0
  private var isAtEnd = false

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
    let found = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
    searched = buffer.count
    guard let end = found ?? (isAtEnd && position < buffer.count ? buffer.count : nil) else {
      return nil
    }
    var line = buffer[position..<end]
    position = min(end + 1, buffer.count)
    searched = position
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private func waitForBytes() {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, nfds_t(waiting.count), -1)
    Signals.quiet()
    guard waiting[0].revents != 0 else { return }

    buffer.removeFirst(position)
    searched -= position
    position = 0
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = systemRead(STDIN_FILENO, &piece, piece.count)
    if count > 0 {
      buffer += piece[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }
}

// Inside of a type that has a `read` of its own, the system's is out of sight.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}
