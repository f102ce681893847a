internal import Session
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file in which the wishes for the terminal are kept between sessions, `init.overfit`: lines such
/// as `set pictures braille`. It is read where someone sits at a terminal, and never in a pipe, a replay
/// or a run.
struct WishFile {
  /// The most bytes that are read.
  private static let sizeLimit = 1 << 16

  let path: String

  /// `$XDG_CONFIG_HOME/overfit/init.overfit`, or `~/.config/overfit/init.overfit`; nil for a user
  /// without a home.
  init?() {
    if let folder = Environment.value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/overfit/init.overfit"
    } else if let home = Environment.value("HOME") {
      path = home + "/.config/overfit/init.overfit"
    } else {
      return nil
    }
  }

  /// What stands in it; nil where there is none.
  private var text: String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var information = stat()
    guard fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return "" }
    var bytes = [UInt8](repeating: 0, count: min(Int(information.st_size), Self.sizeLimit))
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Whether there is one.
  var exists: Bool { access(path, F_OK) == 0 }

  /// The wishes that it says, and what is wrong in it: a line each, with its file and its number.
  func wishes() -> (wishes: TerminalWishes, faults: [String]) {
    var wishes = TerminalWishes.atTerminal
    var faults: [String] = []
    for (index, line) in Self.lines(of: text ?? "").enumerated() {
      if case .fault(let problem) = wishes.read(line) {
        faults.append("\(path):\(index + 1): \(problem)")
      }
    }
    return (wishes, faults)
  }

  private static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// Puts a wish into the file, in the place of the line that says otherwise; all else stays.
  ///
  /// - Returns: Why it can't be written; nil where it is.
  func keep(_ name: String, as line: String) -> String? {
    var lines = Self.lines(of: text ?? "")
    while lines.last?.isEmpty == true { lines.removeLast() }
    let places = lines.indices.filter { index in
      lines[index].split { $0 == " " || $0 == "\t" }.prefix(2) == ["set", Substring(name)]
    }
    for index in places.dropLast().reversed() { lines.remove(at: index) }
    if places.isEmpty {
      lines.append(line)
    } else if let index = lines.lastIndex(where: {
      $0.split { $0 == " " || $0 == "\t" }.prefix(2) == ["set", Substring(name)]
    }) {
      lines[index] = line
    }
    return write(lines.map { $0 + "\n" }.joined())
  }

  /// Writes it anew, all of it or nothing.
  func write(_ text: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard StateFolder.make(folder), JournalFile(making: target, with: text) != nil else {
      return String(cString: strerror(errno))
    }
    return nil
  }

  /// Where a link leads to, which stays a link.
  private var target: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
