import CPseudoTerminal
import Foundation
import Testing

/// The program on a terminal, with a student whose fingers are the test.
final class PseudoTerminal {
  enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)

    /// From what `waitpid` gives.
    init(_ status: Int32) {
      self = status & 0x7f == 0 ? .status(status >> 8 & 0xff) : .signal(status & 0x7f)
    }
  }

  struct TimedOut: Error, CustomStringConvertible {
    let expected: String
    let screen: String
    var description: String { "waited for \(expected), but the screen shows:\n\(screen)" }
  }

  private(set) var screen: Screen
  /// All bytes that came, escape codes and all.
  private(set) var raw = ""
  private let process: pid_t
  private let master: Int32
  private var exit: Exit?
  private var undecoded: [UInt8] = []
  private var isOpen = true
  /// In seconds; a machine that does other things too may take its time for what comes in the end.
  private let patience = 180.0

  init(
    _ arguments: [String] = [], program: String = Binary.path, home: TemporaryFolder,
    environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) {
    screen = Screen(columns: columns, rows: rows)
    let variables = Binary.environment(home: home.path, environment)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var master: Int32 = -1
    process = pseudo_terminal_start(
      &master, program, &words, &settings, UInt16(columns), UInt16(rows))
    self.master = master
    for text in words + settings { free(text) }
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if isOpen { close(master) }
  }

  /// Closes the terminal, as its window does.
  func hangUp() {
    close(master)
    isOpen = false
  }

  /// Types. "\r" is the return key, "\u{3}" Ctrl-C, "\u{4}" Ctrl-D, "\t" Tab.
  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    #expect(write(master, bytes, bytes.count) == bytes.count)
  }

  /// Types cells one after the other, each when the prompt is there: `number`, `number` + 1, …
  func enter(_ cells: [String], from number: Int = 1) throws {
    try wait(forLine: "[\(number)]")
    for (offset, cell) in cells.enumerated() {
      send(cell + "\r")
      try wait(forLine: "[\(number + offset + 1)]")
    }
  }

  /// Types a line that is no cell, and waits for the prompt under its result.
  func type(_ line: String, thenPrompt number: Int) throws {
    let place = screen.place
    send(line + "\r")
    try wait(for: "the next prompt, [\(number)]") { screen in
      screen.currentLine == "[\(number)]" && screen.place > place
    }
  }

  /// Types a line of any kind, waits for the prompt under its result, whatever its number is, and
  /// gives back the rows between the two.
  @discardableResult
  func type(_ line: String) throws -> [String] {
    let place = screen.place
    send(line + "\r")
    try wait(for: "the next prompt") { $0.isAtPrompt && $0.place > place }
    let count = screen.place - place - 1
    return Array(screen.lines[..<screen.row].suffix(count))
  }

  func signal(_ number: Int32) {
    kill(process, number)
  }

  func resize(columns: Int) {
    screen.resize(columns: columns)
    pseudo_terminal_resize(master, UInt16(columns), 24)
  }

  /// Waits until the screen is as it should be.
  func wait(for expected: String, until isMet: (Screen) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: patience)
    while !isMet(screen) {
      guard Date() < deadline, listen() else {
        throw TimedOut(expected: expected, screen: screen.description)
      }
    }
  }

  private var isRunning: Bool {
    var status: Int32 = 0
    if exit == nil, waitpid(process, &status, WNOHANG) == process { exit = Exit(status) }
    return exit == nil
  }

  /// Waits until the text stands somewhere on the screen.
  func wait(for text: String) throws {
    try wait(for: "\"\(text)\"") { $0.description.contains(text) }
  }

  /// Waits until the row with the cursor is exactly this, trailing blanks aside.
  func wait(forLine line: String) throws {
    try wait(for: "the line \"\(line)\"") { $0.currentLine == line }
  }

  func waitForExit() throws -> Exit {
    let deadline = Date(timeIntervalSinceNow: patience)
    while isRunning {
      _ = listen()
      guard Date() < deadline else {
        throw TimedOut(expected: "the program's end", screen: screen.description)
      }
    }
    while listen() {}
    return try #require(exit)
  }

  /// Whether the terminal edits and echoes lines itself, as a shell expects to find it.
  var isAsFound: Bool {
    var mode = termios()
    guard tcgetattr(master, &mode) == 0 else { return false }
    let wanted = tcflag_t(ICANON) | tcflag_t(ECHO) | tcflag_t(ISIG)
    return mode.c_lflag & wanted == wanted
  }

  /// Takes in what the program wrote; false when it will write no more.
  private func listen() -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard isOpen else { return usleep(20_000) == 0 && exit == nil }
    guard poll(&waiting, 1, 50) > 0 else { return exit == nil }
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &piece, piece.count)
    guard count > 0 else { return false }
    undecoded += piece[..<count]
    // A character may come in two pieces: whole lines and sequences are not waited for.
    let whole = undecoded.count - PseudoTerminal.unfinished(undecoded)
    let text = String(decoding: undecoded[..<whole], as: UTF8.self)
    undecoded.removeFirst(whole)
    raw += text
    screen.show(text)
    return true
  }

  /// How many bytes at the end begin a character that is not complete.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for (back, byte) in bytes.reversed().prefix(3).enumerated() {
      if byte & 0xc0 == 0x80 { continue }
      let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
      return length > back + 1 ? back + 1 : 0
    }
    return 0
  }
}
