internal import CEditline

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Keys and signals.
extension LineEditor {
  /// One character for the library: 1, or 0 at the end of the keys, or -1 to leave the line.
  func nextKey(_ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      keepCursorInside()
      if hasText { putText() }
      if let line = el_wline(editor)?.pointee, line.lastchar - line.buffer > LineEditor.limit {
        shorten(
          by: line.lastchar - line.buffer - LineEditor.limit, cursor: line.cursor - line.buffer)
      }
      hidden.makeRoom()
      if hidden.takeBell() { StandardStream.output.send("\u{7}") }
      if isEmacs, let setMark = hidden.takeLostMark() {
        return give(setMark, as: character)
      }
      let isPutIn = isEmacs && !request.isOffer && arePutIn
      if let given = givePaste(as: character) { return given }
      switch takeKey(show: showLineWithHint) {
      // With vi's keys a letter may be a command that makes the text shorter.
      case .key(let key) where key >= 0x20 && key != 0x7F && isFull && isEmacs:
        // Once for all keys of a paste.
        if !StandardInput.hasMore(within: 0) { StandardStream.output.send("\u{7}") }
      case .key(let key) where isPutIn && letters.contains(key) && StandardInput.hasMore(within: 0):
        putIn(pasteBeginning(with: key))
      case .key(let key):
        answerOffer(with: key)
        return give(key, as: character)
      case .paste(let text): (pasted, pasteTries) = (text, 0)
      case .end: return 0
      case .interrupted: return -1
      }
    }
  }

  private func give(_ key: wchar_t, as character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    if let line = el_wline(editor)?.pointee {
      letters.give(key, cursor: line.cursor - line.buffer, count: line.lastchar - line.buffer)
    }
    character?.pointee = key
    return 1
  }

  private var arePutIn: Bool {
    guard let line = el_wline(editor)?.pointee else { return false }
    let cursor = line.cursor - line.buffer
    return letters.arePutIn(
      cursor: cursor, count: line.lastchar - line.buffer,
      before: cursor > 0 ? line.buffer[cursor - 1] : nil)
  }

  /// The letters that are there already and are merely put in; the key behind them is the next one.
  private func pasteBeginning(with letter: wchar_t) -> [wchar_t] {
    var paste = [letter]
    let room = el_wline(editor).map { LineEditor.limit - ($0.pointee.lastchar - $0.pointee.buffer) }
    while paste.count < room ?? 0, StandardInput.hasMore(within: 0) {
      let key = readKey {}
      guard case .key(let next) = key, letters.contains(next) else {
        ahead = [key]
        break
      }
      paste.append(next)
    }
    return paste
  }

  /// Puts letters in together: behind each key the library lays out the whole text anew.
  private func putIn(_ paste: [wchar_t]) {
    _ = paste.withUnsafeBufferPointer { letters in
      el_insertstr(editor, LineEditor.string(LineEditor.scalars(letters)))
    }
    hidden.makeRoom()
    hidden.refresh()
  }

  private var isFull: Bool {
    guard let line = el_wline(editor)?.pointee else { return false }
    return line.lastchar - line.buffer >= LineEditor.limit
  }

  enum Key {
    case key(wchar_t)
    /// A text that was pasted, as it came.
    case paste(String)
    case end
    /// ``LineEditor/interruption`` says by what.
    case interrupted
  }

  /// Takes the terminal into the editor's mode.
  func takeTerminal() {
    editline_take_terminal(editor, 1)
    SavedTerminal.takeSignalKeys()
  }

  /// Waits for a key; before that, the text is shown, unless more keys are there already.
  func readKey(show: () -> Void) -> Key {
    while true {
      if let interruption = signalled(show: show) {
        self.interruption = interruption
        return .interrupted
      }
      if !StandardInput.hasMore(within: 0) { show() }
      guard StandardInput.wait() else { continue }
      var byte: CChar = 0
      guard let count = StandardInput.take(&byte, limit: 1) else { continue }
      guard count > 0 else { return .end }
      var character: wchar_t = 0
      switch mbrtowc(&character, &byte, 1, &decoder) {
      case 0, 1: return .key(character)
      case -2:
        // The first bytes of a character; the rest is on its way.
        continue
      default:
        decoder = mbstate_t()
      }
    }
  }

  func signalled(show: () -> Void) -> LineRead? {
    if Signals.take(SIGINT) {
      abandon()
      // The sign stands behind the text, and over none of its letters.
      el_cursor(editor, Int32(line.scalars.count - line.cursor))
      // Without the hint, and without what is searched for.
      showLine()
      StandardStream.output.send(String(repeating: "\n", count: display.rowsBelow) + "^C\r\n")
      return .abandoned
    }
    if let ending = Signals.takeEnding() {
      display.leave()
      return .killed(ending)
    }
    var isBack = false
    if Signals.take(SIGTSTP) {
      display.leave()
      editline_take_terminal(editor, 0)
      SavedTerminal.endPastes()
      Signals.suspend()
      if let ending = Signals.takeEnding() { return .killed(ending) }
      isBack = true
    }
    if Signals.take(SIGCONT) || isBack {
      // The shell has had the terminal in between.
      editline_take_terminal(editor, 0)
      takeTerminal()
      SavedTerminal.beginPastes()
      StandardStream.output.send("\r\u{1B}[J")
      display.begin()
      display.measure()
      show()
    }
    if Signals.take(SIGWINCH) {
      display.measure()
      let line = line
      display.wipe(beforeShowing: rows(of: line.scalars, cursor: line.cursor))
      show()
    }
    return nil
  }

  /// Some of the library's commands leave the cursor before the text's start or behind its end.
  private func keepCursorInside() {
    guard let line = el_wline(editor)?.pointee else { return }
    let cursor = min(max(line.cursor, line.buffer), max(line.lastchar, line.buffer))
    if cursor != line.cursor { el_cursor(editor, Int32(cursor - line.cursor)) }
  }

  private func putText() {
    hasText = false
    el_insertstr(editor, request.text)
    hidden.refresh()
  }

  /// Takes an offered text away when something else is typed.
  private func answerOffer(with key: wchar_t) {
    guard request.isOffer else { return }
    switch offer.answer(to: key) {
    case .stands: return
    case .isTaken: request.isOffer = false
    case .givesWay:
      giveWay()
      // Nothing else is shown once the line is left.
      if key == 0x04 { showLine() }
    }
  }

  private func giveWay() {
    request.isOffer = false
    replaceLine(with: "")
    hidden.refresh()
  }

  /// Takes out what one key has put in too much, before the cursor.
  private func shorten(by count: Int, cursor: Int) {
    if cursor < count { el_cursor(editor, Int32(count - cursor)) }
    el_deletestr(editor, Int32(count))
    hidden.refresh()
    StandardStream.output.send("\u{7}")
  }
}
