#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits for a key of a reader at the end of a page, under a line that says which there are.
enum KeyWait {
  enum Answer {
    /// The next page.
    case page
    /// One more line.
    case line
    /// The page before.
    case back
    /// All that is left.
    case all
    /// Nothing more.
    case quit
  }

  /// Shows the line, waits, and takes the line away again.
  static func answer(under line: String) -> Answer {
    StandardStream.output.send(line)
    defer { StandardStream.output.send("\r\u{1B}[K") }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .all }
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    takeKeysOneByOne(before)
    Signals.beginWaiting(editing: false)
    defer { Signals.endWaiting() }
    while true {
      if Signals.take(SIGINT) { return .quit }
      // The shell has had the terminal in between.
      if Signals.take(SIGCONT) {
        takeKeysOneByOne(before)
        StandardStream.output.send("\r" + line)
      }
      guard StandardInput.wait() else { continue }
      var keys = [UInt8](repeating: 0, count: 16)
      guard let count = StandardInput.take(&keys, limit: keys.count) else { continue }
      // Nobody is there any more.
      guard count > 0 else { return .quit }
      if let answer = answer(to: Array(keys[..<count])) { return answer }
    }
  }

  private static func takeKeysOneByOne(_ mode: termios) {
    var mode = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  /// What the keys mean that came together; nil for those that mean nothing here.
  private static func answer(to keys: [UInt8]) -> Answer? {
    switch String(decoding: keys, as: UTF8.self) {
    case " ", "\n", "\r", "f", "\u{1B}[6~": .page
    case "j", "e", "\u{1B}[B", "\u{1B}OB": .line
    case "b", "\u{1B}[5~": .back
    case "G", "\u{1B}[F", "\u{1B}OF": .all
    case "q", "Q", "\u{4}": .quit
    case let text where text.first.map { " \n\r".contains($0) } == true: .page
    default: nil
    }
  }
}
