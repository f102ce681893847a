internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The cells that were typed, oldest first, as plain text: one line an entry, where `\n` stands for
/// a line's end inside of a cell and `\\` for a backslash.
///
/// A cell is put behind the others as soon as it is typed, so that nothing is lost when a session dies,
/// and two sessions at once do not lose each other's cells. Where a cell stands twice by then, the
/// earlier one is taken out when nobody is typing: what is typed or pasted quickly costs no more the
/// longer the file is. History is a convenience: what cannot be read or written is said once, and
/// nothing waits for it.
final class HistoryFile {
  static let limit = 10_000
  /// The most bytes that are read and kept.
  private static let sizeLimit = 1 << 23
  /// As many bytes are put behind the others before those are tidied up that nobody waits for.
  private static let untidyLimit = sizeLimit / 2
  private static let newline = UInt8(ascii: "\n")

  private let path: String
  /// Cells that are not written yet, a line each with its end: those that another session's lock has
  /// kept out.
  private var waiting: [UInt8] = []
  /// The lines that were put behind the others since the file was last tidied up.
  private var added: [UInt8] = []
  /// The folder and the file, open from one line to the next as long as nobody tidies up.
  private var folder: Int32 = -1
  private var file: OpenFile?
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

  /// Adds a cell, which is in the file from then on, or from the next ``finish()`` on where it is followed
  /// by others.
  func append(_ cell: String, isFollowed: Bool = false) {
    waiting += HistoryFile.encoded(cell).utf8
    waiting.append(HistoryFile.newline)
    if !isFollowed { finish() }
  }

  /// Writes what is not written yet.
  func finish() {
    guard !waiting.isEmpty else { return }
    holding { kind in
      guard put(waiting, kind) else { return }
      added += waiting
      waiting.removeAll(keepingCapacity: true)
    }
    if added.count >= HistoryFile.untidyLimit { tidyUp() }
  }

  /// Has each cell that was added stand there once, and no more cells than are kept.
  func tidyUp() {
    guard waiting.isEmpty, !added.isEmpty else { return }
    holding { _ in
      var known: Set<HistoryLine> = []
      // What was added before these comes to stand no more in the file.
      var new = added[...]
      while known.count < HistoryFile.limit, let line = Self.takeLastLine(of: &new) {
        known.insert(line)
      }
      var seen: Set<HistoryLine> = []
      let before = contents() ?? []
      var lines: [HistoryLine] = []
      var rest = before[...]
      // What is older is not even looked at.
      while lines.count < HistoryFile.limit, let line = Self.takeLastLine(of: &rest) {
        if !known.contains(line) || seen.insert(line).inserted { lines.append(line) }
      }
      let after = Self.text(of: lines.reversed().map(\.bytes))
      if after != before { replace(with: after) }
      added = []
    }
    letGo()
  }

  /// Takes the last line that is not empty; nil where there is none.
  private static func takeLastLine(of bytes: inout ArraySlice<UInt8>) -> HistoryLine? {
    while bytes.last == newline { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    let start = bytes.lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    defer { bytes = bytes[..<start] }
    return HistoryLine(bytes: bytes[start...])
  }

  /// Does what changes the file, while no other session does.
  private func holding(_ change: (Kind) -> Void) {
    guard openFolder() else { return }
    guard HistoryFile.take(folder) else {
      complain("another program holds it; what is typed is added when it lets go of it")
      return
    }
    defer { flock(folder, LOCK_UN) }
    let kind = kind
    guard kind != .other else {
      complain("it is no plain file")
      return
    }
    change(kind)
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

  /// The bytes of lines with their ends.
  private static func text(of lines: [some Collection<UInt8>]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line
      bytes.append(newline)
    }
    return bytes
  }

  static func encoded(_ cell: String) -> String {
    let isPlain = !cell.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == newline }
    if isPlain { return cell }
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

/// A line of the file, told from others by all its bytes together.
private struct HistoryLine: Hashable {
  let bytes: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

// The file itself.
extension HistoryFile {
  private enum Kind: Equatable {
    case nothing, other
    case file(device: dev_t, number: ino_t)
  }

  private struct OpenFile {
    let descriptor: Int32
    let kind: Kind
  }

  /// What stands at the path, or where a link there leads to.
  private var kind: Kind {
    var information = stat()
    guard stat(path, &information) == 0 else {
      return lstat(path, &information) == 0 ? .other : .nothing
    }
    guard information.st_mode & S_IFMT == S_IFREG else { return .other }
    return .file(device: information.st_dev, number: information.st_ino)
  }

  /// Opens the folder, unless it is open; false where there is none, and none can be made.
  private func openFolder() -> Bool {
    var information = stat()
    if folder >= 0, fstat(folder, &information) == 0, information.st_nlink > 0 { return true }
    letGo()
    guard let slash = path.lastIndex(of: "/"), StateFolder.make(String(path[..<slash])) else {
      return false
    }
    folder = open(String(path[..<slash]), O_RDONLY | O_CLOEXEC)
    return true
  }

  private func letGo() {
    for descriptor in [folder, file?.descriptor ?? -1] where descriptor >= 0 {
      close(descriptor)
    }
    (folder, file) = (-1, nil)
  }

  private func contents() -> [UInt8]? {
    // Opening a pipe would wait for who writes into it, and opening a device may do anything.
    guard case .file = kind else { return nil }
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

  /// Puts lines behind what stands there; false where the disk is full.
  private func put(_ lines: [UInt8], _ kind: Kind) -> Bool {
    var bytes = lines
    if file?.kind != kind {
      guard openFile() else {
        // It may be one that is not to be written, in a folder that is.
        replace(with: (contents() ?? []) + bytes)
        return true
      }
    }
    guard let descriptor = file?.descriptor else { return false }
    let size = lseek(descriptor, 0, SEEK_END)
    var last = Self.newline
    // Whoever else has written it may have left its last line without an end.
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    if last != Self.newline { bytes.insert(Self.newline, at: 0) }
    if write(descriptor, bytes, bytes.count) == bytes.count { return true }
    ftruncate(descriptor, size)
    return false
  }

  private func openFile() -> Bool {
    if let file { close(file.descriptor) }
    file = nil
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return false }
    file = OpenFile(descriptor: descriptor, kind: kind)
    return true
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
