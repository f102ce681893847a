internal import CEditline
internal import Language
internal import TerminalText

// Keys with a meaning of their own.
extension LineEditor {
  /// Before the user's file is read, which may bind other keys to them, or these keys to others.
  func addFunctions() {
    let functions: [(name: String, help: String, editline_function)] = [
      ("complete-word", "Complete the word at the cursor", { LineEditor.owner($0).complete($1) }),
      ("clear-screen", "Clear the screen", { LineEditor.owner($0).clearScreen($1) }),
      ("insert-paste", "Put the pasted text in", { LineEditor.owner($0).insertPaste($1) }),
      ("row-up", "Go to the row above, or back in the history", { LineEditor.owner($0).goUp($1) }),
      (
        "row-down", "Go to the row below, or on in the history", { LineEditor.owner($0).goDown($1) }
      ),
      ("cell-before", "Go back in the history", { LineEditor.owner($0).recallBefore($1) }),
      ("cell-after", "Go on in the history", { LineEditor.owner($0).recallAfter($1) }),
      ("search-back", "Search back in the history", { LineEditor.owner($0).searchBack($1) }),
      ("search-on", "Search on in the history", { LineEditor.owner($0).searchOn($1) }),
      ("accept-right", "Go right, or take the hint", { LineEditor.owner($0).goRight($1) }),
      ("accept-end", "Go to the end, or take the hint", { LineEditor.owner($0).goToEnd($1) }),
      ("letter-right", "Go right by a letter with its marks", { LineEditor.owner($0).goOn($1) }),
      ("letter-left", "Go left by a letter with its marks", { LineEditor.owner($0).goLeft($1) }),
      (
        "delete-left", "Delete the letter before with its marks",
        { LineEditor.owner($0).deleteLeft($1) }
      ),
      (
        "delete-right", "Delete the letter here with its marks",
        { LineEditor.owner($0).deleteRight($1) }
      ),
    ]
    for function in functions {
      editline_add(editor, function.name, function.help, function.2)
    }
    editline_bind(editor, "^E", "accept-end")
  }

  /// Arrows with Alt or Ctrl go by words; keys that have no meaning here type nothing.
  func bindKeysWithOthers() {
    for other in 2...8 {
      for (letter, name) in [("A", "row-up"), ("B", "row-down"), ("F", "accept-end")] {
        editline_bind(editor, "^[[1;\(other)\(letter)", name)
      }
      let isByWord = other != 2
      editline_bind(editor, "^[[1;\(other)H", "ed-move-to-beg")
      editline_bind(editor, "^[[1;\(other)C", isByWord ? "em-next-word" : "accept-right")
      editline_bind(editor, "^[[1;\(other)D", isByWord ? "ed-prev-word" : "letter-left")
    }
    for (key, name) in [
      ("^H", "delete-left"), ("^?", "delete-left"), ("^B", "letter-left"), ("^F", "letter-right"),
      ("^[[3~", "delete-right"),
    ] {
      editline_bind(editor, key, name)
    }
    for number in [2, 5, 6, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24] {
      editline_bind(editor, "^[[\(number)~", "ed-unassigned")
      for other in 2...8 { editline_bind(editor, "^[[\(number);\(other)~", "ed-unassigned") }
    }
  }

  func bindKeys() {
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
      editline_bind(editor, "^R", "search-back")
      for arrow in LineEditor.arrows {
        editline_bind(editor, arrow.key, arrow.function)
        editline_bind_command(editor, arrow.key, arrow.function)
      }
      for key in [":", "v"] { editline_bind_command(editor, key, "ed-unassigned") }
    }
  }

  /// Up and down go through the rows of a cell before they go through the history.
  private func bindHistory() {
    for start in ["^[[", "^[O"] {
      editline_bind(editor, start + "A", "row-up")
      editline_bind(editor, start + "B", "row-down")
      editline_bind(editor, start + "C", "accept-right")
      editline_bind(editor, start + "D", "letter-left")
      editline_bind(editor, start + "F", "accept-end")
    }
    editline_bind(editor, "^P", "cell-before")
    editline_bind(editor, "^N", "cell-after")
    editline_bind(editor, "^R", "search-back")
    editline_bind(editor, "^S", "search-on")
    editline_bind(editor, UnseenScreen.markKeyName, "em-set-mark")
  }

  /// The Tab key. The first one puts in what all candidates have in common, or lists them; the second
  /// lists them with half a line of help each.
  private func complete(_: Int32) -> UInt8 {
    let left = leftOfCursor
    if request.isContinuation, left.allSatisfy({ $0 == " " }) {
      return insert("  ")
    }
    let candidates = request.completions(wholeLine, left.utf8.count)
    let completion = Completion(left: left, candidates: candidates)
    let isSecond = completed == left
    completed = left + completion.insertion
    if !completion.insertion.isEmpty { return insert(completion.insertion) }
    if completion.choices.isEmpty { return UInt8(CC_ERROR) }

    let width = display.columns - 1
    let list =
      isSecond
      ? ScreenText.withHelp(completion.choices, width: width, height: display.height - 2)
      : ScreenText.inColumns(completion.choices.map { $0.text.cleaned(.message) }, width: width)
    showLine()
    display.leave()
    StandardStream.output.send(list.split(separator: "\n").map { $0 + "\r\n" }.joined())
    return UInt8(CC_NORM)
  }

  private func clearScreen(_: Int32) -> UInt8 {
    let standing = request.standing().suffix(max(0, display.height - 2))
    StandardStream.output.send(
      "\u{1B}[H\u{1B}[2J" + standing.map { $0 + "\r\n" }.joined())
    display.begin()
    return UInt8(CC_REFRESH)
  }

  private func goUp(_: Int32) -> UInt8 {
    guard let step = CellRows.stepUp(left: leftOfCursor) else { return step(back: true) }
    el_cursor(editor, -Int32(step))
    return UInt8(CC_REFRESH)
  }

  private func goDown(_: Int32) -> UInt8 {
    let line = line
    let left = LineEditor.string(line.scalars.prefix(line.cursor))
    let right = LineEditor.string(line.scalars.dropFirst(line.cursor))
    guard let step = CellRows.stepDown(left: left, right: right) else { return step(back: false) }
    el_cursor(editor, Int32(step))
    return UInt8(CC_REFRESH)
  }

  /// Another cell that begins with what is typed.
  private func step(back: Bool) -> UInt8 {
    let text = wholeLine
    let isTyped = text != request.text
    guard let next = cells.step(back: back, from: text, isTyped: isTyped) else {
      return UInt8(CC_ERROR)
    }
    replaceLine(with: next)
    return UInt8(CC_REFRESH)
  }

  /// Another cell of the history, or the text that was there before any of them.
  private func recall(_ which: KeyPath<CellHistory, Int?>) -> UInt8 {
    guard let index = cells[keyPath: which] else { return UInt8(CC_ERROR) }
    replaceLine(with: cells.go(to: index, from: wholeLine))
    return UInt8(CC_REFRESH)
  }

  private func recallBefore(_: Int32) -> UInt8 { recall(\.before) }
  private func recallAfter(_: Int32) -> UInt8 { recall(\.after) }
  private func searchBack(_: Int32) -> UInt8 { search(back: true) }
  private func searchOn(_: Int32) -> UInt8 { search(back: false) }

  private func goRight(_: Int32) -> UInt8 {
    let line = line
    return line.cursor < line.scalars.count ? goOn(0) : acceptHint()
  }

  private func goOn(_: Int32) -> UInt8 {
    let line = line
    guard line.cursor < line.scalars.count else { return UInt8(CC_ERROR) }
    el_cursor(editor, Int32(LineEditor.letterRight(of: line.cursor, in: line.scalars)))
    return UInt8(CC_CURSOR)
  }

  private func goLeft(_: Int32) -> UInt8 {
    let line = line
    guard line.cursor > 0 else { return UInt8(CC_ERROR) }
    el_cursor(editor, -Int32(LineEditor.letterLeft(of: line.cursor, in: line.scalars)))
    return UInt8(CC_CURSOR)
  }

  private func deleteLeft(_: Int32) -> UInt8 {
    let line = line
    guard line.cursor > 0 else { return UInt8(CC_ERROR) }
    el_deletestr(editor, Int32(LineEditor.letterLeft(of: line.cursor, in: line.scalars)))
    return UInt8(CC_REFRESH)
  }

  private func deleteRight(_: Int32) -> UInt8 {
    let line = line
    guard line.cursor < line.scalars.count else { return UInt8(CC_ERROR) }
    let count = Int32(LineEditor.letterRight(of: line.cursor, in: line.scalars))
    el_cursor(editor, count)
    el_deletestr(editor, count)
    return UInt8(CC_REFRESH)
  }

  /// No letter with its marks is longer, as far as keys are concerned: what is longer takes several.
  private static let longestLetter = 32

  /// How many scalars the letter before a place has: a base with its marks.
  private static func letterLeft(of place: Int, in text: [Unicode.Scalar]) -> Int {
    string(text[max(0, place - longestLetter)..<place]).last?.unicodeScalars.count ?? 0
  }

  /// How many scalars the letter at a place has.
  private static func letterRight(of place: Int, in text: [Unicode.Scalar]) -> Int {
    string(text[place...].prefix(longestLetter)).first?.unicodeScalars.count ?? 0
  }

  private func goToEnd(_: Int32) -> UInt8 {
    let line = line
    guard line.cursor < line.scalars.count else { return acceptHint() }
    el_cursor(editor, Int32(line.scalars.count - line.cursor))
    return UInt8(CC_CURSOR)
  }

  /// Makes the hint a part of the text, where the student sees it behind this very text.
  private func acceptHint() -> UInt8 {
    guard !display.hint.isEmpty, hinted == wholeLine else { return UInt8(CC_ERROR) }
    return insert(display.hint)
  }

  private func insert(_ text: String) -> UInt8 {
    el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
  }
}
