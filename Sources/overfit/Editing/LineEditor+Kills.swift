internal import CEditline
internal import TerminalText

// Cutting, copying and putting in again, with emacs keys.
extension LineEditor {
  /// The keys that the user's file may bind to something else. With vi's keys Escape begins none of them:
  /// it is a key of its own.
  func bindKills(_ keys: String) {
    let functions: [(name: String, help: String, keys: [String], editline_function)] = [
      ("kill-to-end", "Cut to the end", ["^K"], { LineEditor.owner($0).killToEnd($1) }),
      ("kill-all", "Cut all", ["^U"], { LineEditor.owner($0).killAll($1) }),
      (
        "kill-region", "Cut from the mark, or the word before", ["^W"],
        { LineEditor.owner($0).killRegion($1) }
      ),
      (
        "copy-to-ring", "Copy from the mark", ["^[w", "^[W"],
        { LineEditor.owner($0).copyRegion($1) }
      ),
      (
        "kill-word-before", "Cut the word before", ["^[^H", "^[^?"],
        { LineEditor.owner($0).killWordBefore($1) }
      ),
      (
        "kill-word-after", "Cut the word after", ["^[d", "^[D"],
        { LineEditor.owner($0).killWordAfter($1) }
      ),
      ("set-mark", "Set the mark", ["^@"], { LineEditor.owner($0).setMark($1) }),
      (
        "exchange-mark", "Go to the mark, and set it here", ["^X^X"],
        { LineEditor.owner($0).exchangeMark($1) }
      ),
      ("yank", "Put in what was cut last", ["^Y"], { LineEditor.owner($0).yank($1) }),
      (
        "yank-pop", "Put in what was cut before instead", ["^[y", "^[Y"],
        { LineEditor.owner($0).yankPop($1) }
      ),
    ]
    for function in functions {
      editline_add(editor, function.name, function.help, function.3)
      for key in function.keys where keys == "emacs" || !key.hasPrefix("^[") {
        editline_bind(editor, key, function.name)
      }
    }
  }

  private func killToEnd(_: Int32) -> UInt8 {
    let line = line
    return kill(line.cursor..<line.scalars.count)
  }

  private func killAll(_: Int32) -> UInt8 { kill(0..<line.scalars.count) }

  /// Where no mark was set, as in shells: back to a blank.
  private func killRegion(_: Int32) -> UInt8 {
    if isMarked { return kill(region) }
    let line = line
    var start = line.cursor
    while start > 0, line.scalars[start - 1] == " " { start -= 1 }
    while start > 0, ![" ", "\n"].contains(line.scalars[start - 1]) { start -= 1 }
    return kill(start..<line.cursor)
  }

  private func copyRegion(_: Int32) -> UInt8 {
    kills.add(LineEditor.string(line.scalars[region]))
    return UInt8(CC_NORM)
  }

  private func killWordBefore(_: Int32) -> UInt8 {
    let line = line
    var start = line.cursor
    while start > 0, !line.scalars[start - 1].isWordly { start -= 1 }
    while start > 0, line.scalars[start - 1].isWordly { start -= 1 }
    return kill(start..<line.cursor)
  }

  private func killWordAfter(_: Int32) -> UInt8 {
    let line = line
    var end = line.cursor
    while end < line.scalars.count, !line.scalars[end].isWordly { end += 1 }
    while end < line.scalars.count, line.scalars[end].isWordly { end += 1 }
    return kill(line.cursor..<end)
  }

  private func setMark(_: Int32) -> UInt8 {
    (mark, isMarked) = (line.cursor, true)
    return UInt8(CC_NORM)
  }

  private func exchangeMark(_: Int32) -> UInt8 {
    let line = line
    let target = min(mark, line.scalars.count)
    mark = line.cursor
    el_cursor(editor, Int32(target - line.cursor))
    return UInt8(CC_CURSOR)
  }

  private func yank(_: Int32) -> UInt8 {
    guard let text = kills.current else { return UInt8(CC_ERROR) }
    (mark, killed) = (line.cursor, nil)
    return putIn(text, instead: 0)
  }

  private func yankPop(_: Int32) -> UInt8 {
    let line = line
    guard let yanked, yanked.upperBound == line.cursor, let old = kills.current,
      LineEditor.string(line.scalars[yanked]) == old
    else { return UInt8(CC_ERROR) }
    kills.turn()
    return putIn(kills.current ?? old, instead: yanked.count)
  }

  private func putIn(_ text: String, instead count: Int) -> UInt8 {
    el_deletestr(editor, Int32(count))
    let start = line.cursor
    let room = max(LineEditor.limit - line.scalars.count, 0)
    el_insertstr(editor, LineEditor.string(text.unicodeScalars.prefix(room)))
    hidden.makeRoom()
    yanked = start..<line.cursor
    return UInt8(CC_REFRESH)
  }

  /// From the mark to the cursor, whichever comes first.
  private var region: Range<Int> {
    let line = line
    let end = min(mark, line.scalars.count)
    return min(end, line.cursor)..<max(end, line.cursor)
  }

  /// Cuts a part out; what is cut right behind another cut is joined to it.
  private func kill(_ range: Range<Int>) -> UInt8 {
    let line = line
    let text = LineEditor.string(line.scalars[range])
    let isBefore = range.upperBound == line.cursor && !range.isEmpty
    el_cursor(editor, Int32(range.upperBound - line.cursor))
    el_deletestr(editor, Int32(range.count))
    if let killed, killed == Killed(text: LineEditor.string(line.scalars), cursor: line.cursor) {
      kills.join(text, before: isBefore)
    } else {
      kills.add(text)
    }
    mark = range.lowerBound
    killed = Killed(text: wholeLine, cursor: self.line.cursor)
    return UInt8(CC_REFRESH)
  }

  /// The text as a cut left it: a cut that finds it so comes right behind.
  struct Killed: Equatable {
    let text: String
    let cursor: Int
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a word, for the keys that cut words.
  fileprivate var isWordly: Bool { properties.isAlphabetic || ("0"..."9").contains(self) }
}
