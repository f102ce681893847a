internal import CEditline
internal import TerminalText

// Keys with a meaning of their own.
extension LineEditor {
  func bindKeys() {
    editline_add(editor, "complete-word", "Complete the word at the cursor") { editor, _ in
      LineEditor.owner(editor).complete()
    }
    editline_add(editor, "clear-screen", "Clear the screen") { editor, _ in
      LineEditor.owner(editor).clearScreen()
    }
    editline_add(editor, "insert-paste", "Put the pasted text in") { editor, _ in
      LineEditor.owner(editor).insertPaste()
    }
    editline_bind(editor, LineEditor.pasteKeyName, "insert-paste")
    editline_bind_command(editor, LineEditor.pasteKeyName, "insert-paste")
    editline_bind(editor, "^I", "complete-word")
    editline_bind(editor, "^L", "clear-screen")
    // The library's own commands could change what the program relies on, and its way to another
    // editor loses what is long.
    if isEmacs {
      for key in ["^[x", "^[X"] { editline_bind(editor, key, "ed-unassigned") }
      bindHistory()
    } else {
      editline_bind_command(editor, "^L", "clear-screen")
      for key in [":", "v"] { editline_bind_command(editor, key, "ed-unassigned") }
    }
  }

  /// Up and down go through the rows of a cell before they go through the history. With vi's keys
  /// they are what they are there: Escape alone must not wait for a key behind it.
  private func bindHistory() {
    editline_add(editor, "row-up", "Go to the row above, or back in the history") { editor, _ in
      LineEditor.owner(editor).goUp()
    }
    editline_add(editor, "row-down", "Go to the row below, or on in the history") { editor, _ in
      LineEditor.owner(editor).goDown()
    }
    editline_add(editor, "cell-before", "Go back in the history") { editor, _ in
      LineEditor.owner(editor).recall(\.before)
    }
    editline_add(editor, "cell-after", "Go on in the history") { editor, _ in
      LineEditor.owner(editor).recall(\.after)
    }
    editline_add(editor, "search-back", "Search back in the history") { editor, _ in
      LineEditor.owner(editor).search(back: true)
    }
    editline_add(editor, "search-on", "Search on in the history") { editor, _ in
      LineEditor.owner(editor).search(back: false)
    }
    for start in ["^[[", "^[O"] {
      editline_bind(editor, start + "A", "row-up")
      editline_bind(editor, start + "B", "row-down")
    }
    editline_bind(editor, "^P", "cell-before")
    editline_bind(editor, "^N", "cell-after")
    editline_bind(editor, "^R", "search-back")
    editline_bind(editor, "^S", "search-on")
    editline_bind(editor, UnseenScreen.markKeyName, "em-set-mark")
  }

  /// The Tab key.
  private func complete() -> UInt8 {
    let left = leftOfCursor
    if request.isContinuation, left.allSatisfy({ $0 == " " }) {
      return insert("  ")
    }
    let candidates = request.completions(wholeLine, left.utf8.count)
    let completion = Completion(left: left, candidates: candidates)
    if !completion.insertion.isEmpty { return insert(completion.insertion) }
    if completion.choices.isEmpty { return UInt8(CC_ERROR) }

    let list = ScreenText.inColumns(
      completion.choices.map { $0.cleaned(.message) }, width: display.columns - 1
    )
    .split(separator: "\n").map { $0 + "\r\n" }.joined()
    showLine()
    display.leave()
    StandardStream.output.send(list)
    return UInt8(CC_NORM)
  }

  private func clearScreen() -> UInt8 {
    StandardStream.output.send("\u{1B}[H\u{1B}[2J")
    display.begin()
    return UInt8(CC_REFRESH)
  }

  private func goUp() -> UInt8 {
    guard let step = CellRows.stepUp(left: leftOfCursor) else { return recall(\.before) }
    el_cursor(editor, -Int32(step))
    return UInt8(CC_REFRESH)
  }

  private func goDown() -> UInt8 {
    let line = line
    let left = LineEditor.string(line.scalars.prefix(line.cursor))
    let right = LineEditor.string(line.scalars.dropFirst(line.cursor))
    guard let step = CellRows.stepDown(left: left, right: right) else { return recall(\.after) }
    el_cursor(editor, Int32(step))
    return UInt8(CC_REFRESH)
  }

  /// Another cell of the history, or the text that was there before any of them.
  private func recall(_ which: KeyPath<CellHistory, Int?>) -> UInt8 {
    guard let index = cells[keyPath: which] else { return UInt8(CC_ERROR) }
    replaceLine(with: cells.go(to: index, from: wholeLine))
    return UInt8(CC_REFRESH)
  }

  private func insert(_ text: String) -> UInt8 {
    el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
  }
}
