internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The cells that were typed, oldest first, as plain text: one line an entry, where `\n` stands for
/// a line's end inside of a cell and `\\` for a backslash.
///
/// It is written after every cell, so that nothing is lost when a session dies, and read before, so
/// that two sessions at once do not lose each other's cells. History is a convenience: what cannot
/// be read or written is said once, and nothing waits for it.
final class HistoryFile {
  static let limit = 10_000
  /// The most bytes that are read and kept.
  private static let sizeLimit = 1 << 23

  private let path: String
  /// The most cells of a paste that are written at once.
  private static let mostTogether = 100
  /// Cells that are not written yet: those of a paste that goes on, and those that another session's
  /// lock has kept out.
  private var waiting: [String] = []
  private var hasComplained = false

  /// nil where there is no place to keep it.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    path = folder + "/history"
  }

  func entries() -> [String] {
    guard let bytes = contents() else { return [] }
    var known: Set<String> = []
    return bytes.split(separator: UInt8(ascii: "\n"))
      .suffix(HistoryFile.limit)
      .map { HistoryFile.decoded(String(decoding: $0, as: UTF8.self)) }
      .reversed().filter { known.insert($0).inserted }.reversed()
  }

  /// Adds a cell; where it stands already, it stands at the end from then on.
  ///
  /// - Parameter isFollowed: Whether more come at once, with which it can be written.
  func append(_ cell: String, isFollowed: Bool = false) {
    waiting.append(cell)
    if !isFollowed || waiting.count >= HistoryFile.mostTogether { finish() }
  }

  /// Writes what is not written yet.
  func finish() {
    guard !waiting.isEmpty, let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    guard StateFolder.make(folder) else { return }
    let lock = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    guard lock < 0 || HistoryFile.take(lock) else {
      complain("another program holds it; what is typed is added when it lets go of it")
      return
    }
    guard kind != .other else {
      complain("it is no plain file")
      return
    }
    let bytes = contents() ?? []
    var known: Set<ArraySlice<UInt8>> = []
    let added = waiting.map { Array(HistoryFile.encoded($0).utf8)[...] }
      .reversed().filter { known.insert($0).inserted }.reversed()
    let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { !known.contains($0) } + added
    waiting = []
    replace(
      with: lines.suffix(HistoryFile.limit).reduce(into: []) { $0 += $1 + [UInt8(ascii: "\n")] })
  }

  /// Another session holds it for the moment in which it writes; that is waited for, a second at most.
  private static func take(_ lock: Int32) -> Bool {
    for _ in 0..<200 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      usleep(5000)
    }
    return false
  }

  private func complain(_ problem: String) {
    guard !hasComplained else { return }
    hasComplained = true
    let name = path.cleaned(.message)
    StandardStream.error.sendLine("overfit: the history \(name) is not written: \(problem)")
  }

  static func encoded(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a terminal obeys is left out: a file must not steer it.
  static func decoded(_ line: String) -> String {
    // Nearly every line; a thousand of them are read before the first prompt.
    if line.utf8.allSatisfy({ (0x20..<0x7f).contains($0) && $0 != UInt8(ascii: "\\") }) {
      return line
    }
    var cell = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "n" where isEscaped:
        cell += "\n"
      case _ where scalar.isObeyed && scalar != "\t":
        break
      default:
        cell.unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    return cell
  }
}

// The file itself.
extension HistoryFile {
  private enum Kind {
    case nothing, file, other
  }

  /// What stands at the path, or where a link there leads to.
  private var kind: Kind {
    var information = stat()
    guard stat(path, &information) == 0 else {
      return lstat(path, &information) == 0 ? .other : .nothing
    }
    return information.st_mode & S_IFMT == S_IFREG ? .file : .other
  }

  private func contents() -> [UInt8]? {
    // Opening a pipe would wait for who writes into it, and opening a device may do anything.
    guard kind == .file else { return nil }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    let start = max(size - HistoryFile.sizeLimit, 0)
    lseek(file, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= HistoryFile.sizeLimit {
      let count = read(file, &piece, piece.count)
      guard count > 0 else {
        guard count == 0 else { return nil }
        break
      }
      bytes += piece[..<count]
    }
    // The line that was cut through.
    guard start > 0 else { return bytes }
    return Array(bytes.drop { $0 != UInt8(ascii: "\n") })
  }

  /// Writes it anew, with the mode that it had; a link stays, and what it leads to is written.
  private func replace(with bytes: [UInt8]) {
    let target = realpath(path, nil)
    defer { free(target) }
    let path = target.map { String(cString: $0) } ?? path
    var information = stat()
    let mode = stat(path, &information) == 0 ? information.st_mode & 0o777 : 0o600
    let temporary = "\(path).\(getpid()).part"
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWhole = write(file, bytes, bytes.count) == bytes.count && fchmod(file, mode) == 0
    close(file)
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
