internal import CEditline

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines that are edited with emacs or vi keys (the user's .editrc is heeded), with history
/// and completion.
///
/// The library reads its keys through ``nextKey(_:)``, which also looks at the signals: the library
/// itself would pass them on to the whole process group.
final class LineEditor: LineReader {
  let editor: OpaquePointer
  private let past: OpaquePointer
  private let file: HistoryFile?
  private var prompt = strdup("")
  private(set) var request = LineRequest(prompt: "")
  private var hasText = false
  /// Why reading stopped before the line's end.
  private var interruption: LineRead?
  private(set) var columns = 80
  private var decoder = mbstate_t()

  /// nil where the library finds no memory.
  init?(program: String) {
    LineEditor.chooseLocale()
    guard let editor = editline_make(program) else { return nil }
    guard let past = history_init() else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.past = past
    file = HistoryFile()
    history_limit(past, Int32(HistoryFile.limit))
    for cell in file?.entries() ?? [] { history_enter(past, cell) }
    connect()
  }

  private func connect() {
    editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(editor) { LineEditor.owner($0).prompt }
    editline_set_reader(editor) { LineEditor.owner($0).nextKey($1) }
    editline_set_keys(editor, "emacs")
    editline_use_history(editor, past)
    editline_add(editor, "complete-word", "Complete the word at the cursor") { editor, _ in
      LineEditor.owner(editor).complete()
    }
    // After the user's file: `bind -v` and `bind -e` in it forget all other bindings.
    el_source(editor, nil)
    editline_bind(editor, "^I", "complete-word")
    bindArrows()
  }

  /// Up and down go through the rows of a cell before they go through the history. With vi's keys
  /// they are what they are there: Escape alone must not wait for a key behind it.
  private func bindArrows() {
    guard String(cString: editline_keys(editor)) == "emacs" else { return }
    editline_add(editor, "row-up", "Go to the row above, or back in the history") { editor, _ in
      LineEditor.owner(editor).goUp()
    }
    editline_add(editor, "row-down", "Go to the row below, or on in the history") { editor, _ in
      LineEditor.owner(editor).goDown()
    }
    for start in ["^[[", "^[O"] {
      editline_bind(editor, start + "A", "row-up")
      editline_bind(editor, start + "B", "row-down")
    }
  }

  private static func owner(_ editor: OpaquePointer?) -> LineEditor {
    guard let owner = editor.flatMap({ editline_owner($0) }) else {
      preconditionFailure("the editor has had its owner since it was made")
    }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Characters as the user has them. Where nothing is said (LANG=C), they are taken for UTF-8,
  /// which every terminal of today sends.
  private static func chooseLocale() {
    setlocale(LC_CTYPE, "")
    let encoding = String(cString: nl_langinfo(nl_item(CODESET)))
    if encoding.contains("ASCII") || encoding.contains("646") || encoding.contains("X3.4") {
      if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
    }
  }

  func read(_ request: LineRequest) -> LineRead {
    self.request = request
    hasText = !request.text.isEmpty
    interruption = nil
    decoder = mbstate_t()
    free(prompt)
    prompt = strdup(request.prompt)
    Signals.beginWaiting(editing: true)
    defer { Signals.endWaiting() }
    measure()
    // The prompt is about to be drawn whatever happened while a command ran.
    _ = (Signals.take(SIGCONT), Signals.take(SIGWINCH))
    // Before the prompt is shown: keys that come in answer to it are not to be echoed twice.
    editline_take_terminal(editor, 1)

    var count: Int32 = 0
    let bytes = el_gets(editor, &count)
    if let interruption { return interruption }
    guard let bytes, count > 0 else {
      StandardStream.output.send("\n")
      return .end
    }
    let line = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    return .line(String(decoding: line.last == 10 ? line.dropLast() : line[...], as: UTF8.self))
  }

  func remember(_ cell: String) {
    history_enter(past, cell)
    file?.append(cell)
  }

  func close() {
    // In the background, giving the terminal back would stop the program.
    signal(SIGTTOU, SIG_IGN)
    history_end(past)
    el_end(editor)
    free(prompt)
    prompt = nil
  }
}

// Keys and signals.
extension LineEditor {
  /// One character for the library: 1, or 0 at the end of the keys, or -1 to leave the line.
  private func nextKey(_ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    if hasText { putText() }
    while true {
      if let interruption = signalled() {
        self.interruption = interruption
        return -1
      }
      guard StandardInput.wait() else { continue }
      var byte: CChar = 0
      guard let count = StandardInput.take(&byte, limit: 1) else { continue }
      guard count > 0 else { return 0 }
      switch mbrtowc(character, &byte, 1, &decoder) {
      case 0, 1:
        answerOffer(with: character?.pointee ?? 0)
        return 1
      case -2:
        // The first bytes of a character; the rest is on its way.
        continue
      default:
        decoder = mbstate_t()
      }
    }
  }

  private func signalled() -> LineRead? {
    if Signals.take(SIGINT) {
      StandardStream.output.send(String(repeating: "\n", count: rowsBelow) + "^C\r\n")
      return .abandoned
    }
    if let ending = Signals.takeEnding() {
      StandardStream.output.send(String(repeating: "\n", count: rowsBelow + 1))
      return .killed(ending)
    }
    var isBack = false
    if Signals.take(SIGTSTP) {
      StandardStream.output.send(String(repeating: "\n", count: rowsBelow + 1))
      editline_take_terminal(editor, 0)
      Signals.suspend()
      if let ending = Signals.takeEnding() { return .killed(ending) }
      isBack = true
    }
    if Signals.take(SIGCONT) || isBack {
      // The shell has had the terminal in between.
      editline_take_terminal(editor, 0)
      editline_take_terminal(editor, 1)
      StandardStream.output.send("\r\u{1B}[J")
      redraw()
    }
    if Signals.take(SIGWINCH) { resize() }
    return nil
  }
}

// What stands on the screen.
extension LineEditor {
  private func measure() {
    columns = max(Terminal.columns(of: .output) ?? 80, 1)
    el_resize(editor)
  }

  /// Draws prompt and line where the cursor is now, the start of an empty row.
  func redraw() {
    measure()
    editline_redraw(editor)
  }

  private func resize() {
    // Some terminals wrap old rows anew and some do not: going up the smaller number of rows
    // leaves old text behind at worst, and never wipes out what was printed before.
    let old = ScreenText.rows(request.prompt + leftOfCursor, columns: columns)
    columns = max(Terminal.columns(of: .output) ?? columns, 1)
    wipe(rows: min(old, ScreenText.rows(request.prompt + leftOfCursor, columns: columns)))
    redraw()
  }

  /// Wipes the line out, from the row with the prompt on, which is so many rows above the cursor.
  private func wipe(rows: Int) {
    StandardStream.output.send("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
  }

  private func putText() {
    hasText = false
    el_insertstr(editor, request.text)
    StandardStream.output.send("\r\u{1B}[J")
    redraw()
  }

  /// Takes an offered text away when the first key is a letter; any other key accepts it.
  private func answerOffer(with key: wchar_t) {
    guard request.isOffer else { return }
    request.isOffer = false
    guard key >= 0x20, key != 0x7f else { return }
    let left = leftOfCursor
    wipe(rows: ScreenText.rows(request.prompt + left, columns: columns))
    el_deletestr(editor, Int32(left.unicodeScalars.count))
    redraw()
  }

  var leftOfCursor: String {
    guard let line = el_line(editor)?.pointee else { return "" }
    return LineEditor.text(from: line.buffer, to: line.cursor)
  }

  var wholeLine: String {
    guard let line = el_line(editor)?.pointee else { return "" }
    return LineEditor.text(from: line.buffer, to: line.lastchar)
  }

  private static func text(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>) -> String
  {
    String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  /// Rows of the line under the one with the cursor.
  var rowsBelow: Int {
    ScreenText.rows(request.prompt + wholeLine, columns: columns)
      - ScreenText.rows(request.prompt + leftOfCursor, columns: columns)
  }
}
