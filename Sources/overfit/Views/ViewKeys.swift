#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the keys of a view mean.
enum ViewKey: Equatable {
  case left, right, up, down, pageUp, pageDown, home, end, space, enter
  /// Leaves the view: Esc, q, Ctrl-C, Ctrl-D, or nobody is there any more.
  case leave
  /// The screen has another size, or was another program's in between.
  case redraw
}

/// Takes the keys of a view one by one, with the terminal in its hands until it is ended.
struct ViewKeys: ~Copyable {
  /// A sequence of a key comes in one piece, or in two that follow each other at once.
  private static let pause: Int32 = 50
  private static let sequences: [(text: String, key: ViewKey)] = [
    ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right),
    ("[D", .left), ("OD", .left), ("[5~", .pageUp), ("[6~", .pageDown), ("[H", .home),
    ("OH", .home), ("[1~", .home), ("[F", .end), ("OF", .end), ("[4~", .end),
  ]

  private var before = termios()
  private var waiting: [UInt8] = []

  /// Takes the terminal; nil where there is none.
  init?() {
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    takeTerminal()
    // What was typed before the view was there is no answer to it.
    StandardInput.forgetTyped()
    Signals.beginWaiting(editing: false)
  }

  /// Gives the terminal back as it was.
  deinit {
    Signals.endWaiting()
    var mode = before
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  private func takeTerminal() {
    var mode = before
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    mode.freeQuitKey()
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  /// Whether a key or a signal waits to be taken.
  var hasNews: Bool { !waiting.isEmpty || StandardInput.hasNews }

  /// The next key; nil where none has come within so many milliseconds, or for one that means
  /// nothing. It waits for ever where no time is given.
  mutating func next(within milliseconds: Int32 = -1) -> ViewKey? {
    if Signals.take(SIGINT) { return .leave }
    if Signals.take(SIGCONT) {
      // The shell has had the terminal in between.
      takeTerminal()
      return .redraw
    }
    if Signals.take(SIGWINCH) { return .redraw }
    if waiting.isEmpty {
      guard StandardInput.wait(within: milliseconds) else { return nil }
      guard read() else { return .leave }
    }
    if waiting == [0x1B], StandardInput.hasMore(within: Self.pause) { _ = read() }
    return waiting.isEmpty ? nil : key()
  }

  /// Takes the bytes that are there; false at their end.
  private mutating func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    guard let count = StandardInput.take(&bytes, limit: bytes.count) else { return true }
    waiting += bytes[..<count]
    return count > 0
  }

  private mutating func key() -> ViewKey? {
    let byte = waiting.removeFirst()
    switch byte {
    case 0x1B: return sequence()
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"): return .enter
    case UInt8(ascii: " "): return .space
    case UInt8(ascii: "h"): return .left
    case UInt8(ascii: "l"): return .right
    case UInt8(ascii: "k"): return .up
    case UInt8(ascii: "j"): return .down
    case UInt8(ascii: "q"), 0x03, 0x04: return .leave
    default: return nil
    }
  }

  /// What follows an escape character: a key, or nothing, where that was the key.
  private mutating func sequence() -> ViewKey? {
    guard let first = waiting.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else {
      return .leave
    }
    for (text, key) in Self.sequences where waiting.starts(with: text.utf8) {
      waiting.removeFirst(text.utf8.count)
      return key
    }
    // Another key: its sequence ends with a letter or a tilde.
    waiting.removeFirst()
    while let byte = waiting.first {
      waiting.removeFirst()
      if (0x40...0x7E).contains(byte) { break }
    }
    return nil
  }
}
