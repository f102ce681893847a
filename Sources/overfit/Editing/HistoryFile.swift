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
/// that two sessions at once do not lose each other's cells. What cannot be read or written is
/// passed over: history is a convenience.
struct HistoryFile {
  static let limit = 1000
  let path: String

  /// nil where there is no place to keep it.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    path = folder + "/history"
  }

  func entries() -> [String] {
    guard let bytes = contents() else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n"))
      .suffix(HistoryFile.limit)
      .map { HistoryFile.decoded(String(decoding: $0, as: UTF8.self)) }
  }

  /// Adds a cell, unless it is the one that was added last.
  func append(_ cell: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    guard StateFolder.make(folder) else { return }
    let lock = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    flock(lock, LOCK_EX)

    var all = entries()
    guard all.last != cell else { return }
    all.append(cell)
    replace(with: all.suffix(HistoryFile.limit).map { HistoryFile.encoded($0) + "\n" }.joined())
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

  private func contents() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += piece[..<count]
    }
  }

  private func replace(with text: String) {
    let temporary = "\(path).\(getpid())"
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWhole = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
