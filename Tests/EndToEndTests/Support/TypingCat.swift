import CPseudoTerminal
import Foundation
import SeededRandom

/// A session at the prompt on a terminal of random kind and size, in which random keys are pressed.
final class TypingCat {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// The longest time that the program took to show that it takes keys.
  private(set) var slowest = 0.0
  private let home = TemporaryFolder()
  private let seed: UInt64
  private var random: SeededGenerator
  private var settings: [String: String] = [:]
  private var size = (columns: 80, rows: 24)
  private var process: pid_t = -1
  private var master: Int32 = -1
  /// The last bytes that came.
  private var heard: [UInt8] = []
  private var typed: [UInt8] = []

  init(seed: UInt64) throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    // No other program is to be found: vi's keys could call one.
    settings = Binary.environment(
      home: home.path,
      [
        "TERM": random.pick(TypingCat.terminals), "PATH": home.path, "EDITOR": home.path,
        "LANG": random.pick(["C.UTF-8", "C.UTF-8", "C"]),
      ])
    size = TypingCat.size(&random)
    try home.write(random.pick(TypingCat.bindings), to: ".editrc")
    let loop = ["for a in 1, 2"] + (1...40).map { "  print a * \($0)" } + ["end"]
    try home.write(
      (1...30).map { "print \($0)\n" }.joined() + loop.joined(separator: "\\n") + "\n"
        + String(repeating: "漢x", count: 1500) + "\n",
      to: ".local/state/overfit/history")
  }

  deinit { end() }

  /// Presses so many keys.
  /// - Throws: `Fault` where the program dies, or doesn't take keys any more.
  func type(keys: Int, patience: Double) throws {
    var generator = RandomKeys(seed: seed &+ 1)
    var left = keys
    while left > 0 {
      if process < 0 { try start(patience) }
      var burst: [UInt8] = []
      for _ in 0...random.below(60) where left > 0 {
        let next = generator.next()
        burst += next
        left -= RandomKeys.count(next)
      }
      try send(burst, patience)
      if random.oneIn(4) {
        size = TypingCat.size(&random)
        pseudo_terminal_resize(master, UInt16(size.columns), UInt16(size.rows))
      }
      if random.oneIn(3) { try probe(patience) }
    }
    if process >= 0 { try probe(patience) }
  }

  private func start(_ patience: Double) throws {
    var words = [strdup(Binary.path), nil]
    var variables = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    process = pseudo_terminal_start(
      &master, Binary.path, &words, &variables, UInt16(size.columns), UInt16(size.rows))
    for text in words + variables { free(text) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    (heard, typed) = ([], [])
    // On the narrowest terminals the rest of the greeting waits for a key.
    try wait(for: "Overfit", patience + 10)
  }

  /// Ctrl-C, behind a letter in case a key is waited for, brings the prompt back.
  private func probe(_ patience: Double) throws {
    let start = Date()
    for attempt in 0..<2 {
      heard = []
      try send([UInt8(ascii: "x"), 3], patience)
      guard process >= 0 else { return }
      do {
        try wait(for: "^C", patience)
        break
      } catch {
        // The key before had the next one taken as it is.
        if attempt == 1 { throw error }
      }
    }
    slowest = max(slowest, Date().timeIntervalSince(start))
    typed = typed.suffix(1 << 16)
  }

  private func send(_ bytes: [UInt8], _ patience: Double) throws {
    typed += bytes
    var rest = bytes[...]
    let deadline = Date(timeIntervalSinceNow: patience + Double(bytes.count) / 1000)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { rest = rest.dropFirst(count) }
      guard try listen(rest.isEmpty ? 0 : 10) else { return }
      guard Date() < deadline else { throw fault("takes no keys") }
    }
  }

  /// Waits until it writes a text; what is still being done of the lines before may take its time, as
  /// long as it writes something.
  private func wait(for text: String, _ patience: Double) throws {
    var deadline = Date(timeIntervalSinceNow: patience)
    var last = heard
    let wanted = Array(text.utf8)
    while !heard.indices.contains(where: { heard[$0...].starts(with: wanted) }) {
      guard try listen(50) else { return }
      if heard != last { deadline = Date(timeIntervalSinceNow: patience) }
      last = heard
      guard Date() < deadline else { throw fault("doesn't answer") }
    }
  }

  /// Takes in what the program wrote; false where it has left.
  private func listen(_ milliseconds: Int32) throws -> Bool {
    // Any other child would be waited for.
    guard process >= 0 else { return false }
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, milliseconds)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(master, &piece, piece.count)
      if count > 0 { heard = (heard + piece[..<count]).suffix(4096) }
      if count == piece.count { continue }
      if count >= 0 || errno == EAGAIN { return true }
      break
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    process = -1
    close(master)
    // 130 is what two Ctrl-C while a command runs are meant to lead to.
    guard status & 0x7F == 0, status >> 8 < 128 || status >> 8 == 130 else {
      throw fault("died, status \(status)")
    }
    return false
  }

  private func end() {
    guard process >= 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(master)
    process = -1
  }

  private func fault(_ what: String) -> Fault {
    let keys = String(decoding: typed.suffix(600), as: UTF8.self).debugDescription
    return Fault(
      description: "seed \(seed), TERM \(settings["TERM"] ?? ""), last \(size.columns) columns and "
        + "\(size.rows) rows: the program \(what) after \(keys)")
  }

  private static let terminals = [
    "xterm", "xterm", "xterm-256color", "vt100", "linux", "screen", "tmux", "rxvt", "ansi", "vt220",
    "vt52", "dumb", "no-such-terminal",
  ]

  private static let bindings = [
    "", "", "", "bind -v\n", "bind -v\n", "bind -e\n", "bind ^U em-universal-argument\n",
    "bind -s ^O \"print 7\"\nbind ^] em-exchange-mark\n", "settc co 2\nsettc li 1\n",
  ]

  private static func size(_ random: inout SeededGenerator) -> (columns: Int, rows: Int) {
    switch random.below(8) {
    case 0: (1 + random.below(4), 1 + random.below(4))
    case 1: (1 + random.below(1000), 1 + random.below(1000))
    case 2: (80, 1 + random.below(3))
    case 3: random.oneIn(4) ? (65_535, 24) : (1000, 1000)
    case 4: (1 + random.below(20), 24)
    case 5: random.oneIn(4) ? (0, 0) : (2, 1)
    default: (80, 24)
    }
  }
}
