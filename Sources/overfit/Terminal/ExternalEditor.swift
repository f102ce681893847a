internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The student's own editor, for cells that are long: what VISUAL or EDITOR names.
struct ExternalEditor {
  /// Why there is no edited text.
  enum Failure: Error, CustomStringConvertible {
    case noName
    case noFile(String)
    case failed(String)

    var description: String {
      switch self {
      case .noName:
        "no editor is named: start overfit with EDITOR=nano, or type edit N without editor=yes"
      case .noFile(let problem): "no file for the editor: \(problem)"
      case .failed(let command):
        "the editor \(command.cleaned(.message)) failed: the cell is as it was"
      }
    }
  }

  /// The longest text that is read back, in bytes.
  private static let limit = 64 << 20

  /// The text as the student leaves it in the editor, without ends of lines at its end.
  ///
  /// It stands in a file in a folder of its own, which nobody else may look into and which is taken
  /// away afterwards. The terminal's modes are then what they were.
  func edited(_ text: String) throws(Failure) -> String {
    guard let command = Environment.value("VISUAL") ?? Environment.value("EDITOR") else {
      throw .noName
    }
    let temporary = Environment.value("TMPDIR") ?? "/tmp"
    guard let folder = strdup("\(temporary)/overfit-XXXXXX") else { throw .noFile("no memory") }
    defer { free(folder) }
    guard mkdtemp(folder) != nil else { throw .noFile(String(cString: strerror(errno))) }
    let file = "\(String(cString: folder))/cell.overfit"
    defer {
      unlink(file)
      rmdir(folder)
    }
    guard write(text + "\n", to: file) else { throw .noFile(String(cString: strerror(errno))) }
    var mode = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &mode) == 0
    SavedTerminal.endPastes()
    let isDone = run(command, on: file)
    if isKnown { tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) }
    guard isDone, let bytes = read(file) else { throw .failed(command) }
    let edited = String(decoding: bytes, as: UTF8.self).cleaned(.text)
    return String(edited.reversed().drop { $0.isNewline }.reversed())
  }

  private func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
      let count = Glibc.write(file, bytes, bytes.count)
    #else
      let count = Darwin.write(file, bytes, bytes.count)
    #endif
    return close(file) == 0 && count == bytes.count
  }

  private func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < ExternalEditor.limit {
      #if canImport(Glibc)
        let count = Glibc.read(file, &piece, piece.count)
      #else
        let count = Darwin.read(file, &piece, piece.count)
      #endif
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += piece[..<count]
    }
    return nil
  }

  /// Runs the command, which may have words of its own, with the file behind them. Ctrl-C and Ctrl-\
  /// are the editor's meanwhile.
  private func run(_ command: String, on file: String) -> Bool {
    let kept = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in kept { signal(number, handler) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGXFSZ] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let line = ["sh", "-c", "\(command) \"$1\"", "sh", file]
    var words = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &words, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
