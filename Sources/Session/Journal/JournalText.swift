/// The journal of a session as text: changes of a notebook, one behind the other, that lead to it.
/// In rules:
///
/// 1. The first lines are ``heading``, `folder PATH` (where the session began) and `seed N`.
/// 2. A change is `keep N`, then the cells behind the first N as they are now, then `= N cells, saved`
///    or `= N cells, not saved`.
/// 3. A cell is its source as in a notebook, `> ` before its first line and `. ` before the others.
///    `of PATH` before it names the file whose command it is, `failed` behind it says that it failed,
///    `fits N` how many networks it trained, and `+ ` begins a line that saved something while it was
///    the last cell.
/// 4. `file DIGEST CELLS SAME PATH` before the end of a change tells of the file of the notebook.
/// 5. A change without its last line was not written to its end, and is left out.
package struct JournalText: Sendable {
  private static let heading = "Overfit journal 1"
  /// The bytes of the usual lines around a cell.
  private static let roomForEnds = 64

  /// The folder in which the session began.
  package let folder: String
  /// What its whole changes lead to.
  package private(set) var record: SessionRecord
  /// How many bytes its whole changes take.
  package private(set) var length: Int

  /// Reads a journal; nil for a text that is none.
  package init?(_ bytes: [UInt8]) {
    var lines = JournalLines(bytes)
    guard lines.next()?.text == Self.heading, let folder = lines.next()?.word(behind: "folder"),
      let seed = lines.next()?.word(behind: "seed").flatMap({ UInt64($0) })
    else { return nil }
    self.folder = Self.unescaped(folder)
    record = SessionRecord(seed: seed)
    length = lines.offset
    while let next = Self.change(of: record, &lines) {
      record = next
      length = lines.offset
    }
  }

  /// How a journal begins.
  package static func beginning(folder: String, seed: UInt64) -> String {
    "\(heading)\nfolder \(escaped(folder))\nseed \(seed)\n"
  }

  /// The change from one record to another one.
  package static func change(from old: SessionRecord, to new: SessionRecord) -> String {
    let same = zip(old.cells, new.cells).prefix { $0 == $1 }.count
    var rest = new
    rest.cells.removeFirst(same)
    return change(keeping: same, with: rest)
  }

  /// The change that keeps the first cells and has the record's behind them.
  static func change(keeping kept: Int, with rest: SessionRecord) -> String {
    var text = "keep "
    text.reserveCapacity(rest.cells.reduce(Self.roomForEnds) { $0 + $1.source.utf8.count })
    text += String(kept)
    text += "\n"
    for cell in rest.cells {
      if let holder = cell.holder { text += "of \(escaped(holder))\n" }
      var mark = "> "
      for line in lines(of: cell.source) {
        text += mark
        text += line
        text += "\n"
        mark = ". "
      }
      if cell.hasFailed { text += "failed\n" }
      if cell.fits > 0 { text += "fits \(cell.fits)\n" }
      for save in cell.saves { text += "+ \(escaped(save))\n" }
    }
    if let file = rest.file {
      text += "file \(file.digest) \(file.cells) \(file.same) \(escaped(file.path))\n"
    }
    let count = kept + rest.cells.count
    text += "= "
    text += String(count)
    text +=
      count == 1
      ? rest.isSaved ? " cell, saved\n" : " cell, not saved\n"
      : rest.isSaved ? " cells, saved\n" : " cells, not saved\n"
    return text
  }

  /// The lines of a source, which mostly is one.
  private static func lines(of source: String) -> [String] {
    let newline = UInt8(ascii: "\n")
    guard source.utf8.contains(newline) else { return [source] }
    return source.utf8.split(separator: newline, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  /// How many cells the session had and whether they are saved, from the last bytes of its journal;
  /// nil where no change ends in them.
  package static func summary(ofEnd bytes: [UInt8]) -> (cells: Int, isSaved: Bool)? {
    let newline = UInt8(ascii: "\n")
    var end = bytes.lastIndex(of: newline)
    while let current = end {
      let start = bytes[..<current].lastIndex(of: newline)
      if let start, let summary = JournalLine(bytes[(start + 1)..<current]).summary {
        return summary
      }
      end = start
    }
    return nil
  }

  /// Reads a change; nil where it is not whole or does not fit.
  private static func change(
    of record: SessionRecord, _ lines: inout JournalLines
  ) -> SessionRecord? {
    guard let change = change(ofCells: record.cells.count, &lines) else { return nil }
    var next = record
    next.cells.replaceSubrange(change.kept..., with: change.cells)
    (next.isSaved, next.file) = (change.isSaved, change.file)
    return next
  }

  /// Reads a change of so many cells; nil where it is not whole or does not fit.
  static func change(ofCells count: Int, _ lines: inout JournalLines) -> NotebookChange? {
    guard let first = lines.next()?.word(behind: "keep"), let kept = Int(first),
      (0...count).contains(kept)
    else { return nil }
    var next = NotebookChange(kept: kept)
    var holder: String?
    while let line = lines.next() {
      if let (cells, isSaved) = line.summary {
        next.isSaved = isSaved
        return cells - kept == next.cells.count ? next : nil
      }
      if let source = line.text(behind: "> ") {
        next.cells.append(.init(source, of: holder))
        holder = nil
      } else if let path = line.word(behind: "of") {
        holder = unescaped(path)
      } else if let words = line.word(behind: "file") {
        guard let file = file(words) else { return nil }
        next.file = file
      } else if next.cells.isEmpty || !add(line, to: &next.cells[next.cells.count - 1]) {
        return nil
      }
    }
    return nil
  }

  /// Adds a line that belongs to the cell above it; false for one that does not.
  private static func add(_ line: JournalLine, to cell: inout RecordedCell) -> Bool {
    if let source = line.text(behind: ". ") {
      cell.source += "\n" + source
    } else if let save = line.text(behind: "+ ") {
      cell.saves.append(unescaped(save))
    } else if line.text == "failed" {
      cell.hasFailed = true
    } else if let fits = line.word(behind: "fits").flatMap({ Int($0) }), fits > 0 {
      cell.fits = fits
    } else {
      return false
    }
    return true
  }

  private static func file(_ words: String) -> SessionRecord.File? {
    let parts = words.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let digest = UInt64(parts[0]), let cells = Int(parts[1]),
      let same = Int(parts[2]), (0...cells).contains(same)
    else { return nil }
    return .init(path: unescaped(String(parts[3])), digest: digest, cells: cells, same: same)
  }

  /// A text on one line: `\n` stands for a line's end and `\\` for a backslash.
  static func escaped(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }
    if isPlain { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  static func unescaped(_ text: String) -> String {
    var isEscaped = false
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
        isEscaped = false
      }
    }
  }
}

/// A change of a notebook, as a journal tells of it.
struct NotebookChange {
  /// How many cells, the first ones, stay as they were.
  let kept: Int
  /// The cells behind these.
  var cells: [RecordedCell] = []
  /// Whether they are saved.
  var isSaved = false
  /// The file of the notebook; nil for none.
  var file: SessionRecord.File?
}

/// The whole lines of a journal, one after the other.
struct JournalLines {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line that has an end.
  mutating func next() -> JournalLine? {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { offset = end + 1 }
    return JournalLine(bytes[offset..<end])
  }
}

/// A line of a journal. It is compared byte by byte: a mark may belong to the character before it.
struct JournalLine {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What stands behind a mark; nil for a line without it.
  func text(behind mark: String) -> String? {
    guard bytes.starts(with: mark.utf8) else { return nil }
    return String(decoding: bytes.dropFirst(mark.utf8.count), as: UTF8.self)
  }

  func word(behind name: String) -> String? { text(behind: name + " ") }

  /// What the last line of a change says.
  var summary: (cells: Int, isSaved: Bool)? {
    guard let words = text(behind: "= ")?.split(separator: " ", maxSplits: 1), words.count == 2,
      let cells = Int(words[0]), cells >= 0
    else { return nil }
    switch words[1] {
    case "cell, saved", "cells, saved": return (cells, true)
    case "cell, not saved", "cells, not saved": return (cells, false)
    default: return nil
    }
  }
}
