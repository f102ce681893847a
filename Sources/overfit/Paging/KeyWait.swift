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
    /// What was typed is no key here, but for the prompt, a line or Ctrl-D: it is given back.
    case text
  }

  /// Shows the line, waits, and takes the line away again.
  ///
  /// - Parameter takesLetters: Whether letters are keys; else each begins a line for the prompt, but for
  ///   one that comes alone and ends every pager, or moves in it. What was typed before the page was
  ///   there is such a line then, or no answer.
  static func answer(under line: String, takesLetters: Bool = true) -> Answer {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .all }
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    takeKeysOneByOne(before)
    if !takesLetters, giveBackText(of: bytesThatAreThere()) { return .text }
    StandardStream.output.send(line)
    defer { StandardStream.output.send("\r\u{1B}[K") }
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
      keys = Array(keys[..<count])
      if takesLetters, keys.allSatisfy(letters.contains) {
        StandardInput.giveBack(keys.dropFirst())
        keys = [keys[0]]
      } else if let key = key(alone: keys) {
        if let answer = key { return answer }
        continue
      } else if giveBackText(of: keys) || giveBackEnd(keys) {
        return .text
      }
      if let answer = answer(to: keys) { return answer }
    }
  }

  private static func bytesThatAreThere() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 256)
    while StandardInput.hasMore(within: 0),
      let count = StandardInput.take(&piece, limit: piece.count), count > 0
    {
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Gives keys back that are letters, behind blanks and return keys, or a text that is pasted; false where
  /// there are none.
  private static func giveBackText(of keys: some Collection<UInt8>) -> Bool {
    let text = keys.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    guard let first = text.first, first > 0x20 && first != 0x7F || text.starts(with: pasting)
    else { return false }
    StandardInput.giveBack(text)
    return true
  }

  /// Gives Ctrl-D back, which leaves at the prompt; false for other keys.
  private static func giveBackEnd(_ keys: [UInt8]) -> Bool {
    guard keys.first == endOfInput else { return false }
    StandardInput.giveBack(keys)
    return true
  }

  /// What a terminal sends before a text that is pasted.
  private static let pasting = Array("\u{1B}[200~".utf8)

  private static let endOfInput: UInt8 = 0x04

  private static func takeKeysOneByOne(_ mode: termios) {
    var mode = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    mode.freeQuitKey()
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  /// The keys that are letters, blanks or line ends.
  private static let letters = Set(" \n\rfjebGqQ".utf8)

  /// How long a letter waits for a second one, which makes both the beginning of a line.
  private static let millisecondsAlone: Int32 = 250

  /// What a letter means that is a key of every pager and comes alone, where letters begin a line; nil
  /// for other keys.
  private static func key(alone keys: [UInt8]) -> Answer?? {
    guard keys.count == 1 else { return nil }
    let answer: Answer?
    switch keys[0] {
    case UInt8(ascii: "q"), UInt8(ascii: "Q"): answer = .quit
    case UInt8(ascii: "j"): answer = .page
    case UInt8(ascii: "k"): answer = nil
    default: return nil
    }
    guard !StandardInput.hasMore(within: millisecondsAlone) else { return nil }
    // `quit`, typed slowly, goes to the prompt whole: no other line has these two letters.
    if keys[0] == UInt8(ascii: "q") { StandardInput.hold(keys[0], before: UInt8(ascii: "u")) }
    return .some(answer)
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
