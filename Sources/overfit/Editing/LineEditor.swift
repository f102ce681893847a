internal import CEditline
internal import Session
internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines that are edited with emacs or vi keys (the user's .editrc is heeded), with history
/// and completion.
///
/// The library knows what keys do to a text, and that is all that it is asked for: it draws into
/// memory (``UnseenScreen``), and ``LineDisplay`` shows the text. What the library does wrong where
/// a text has more rows than the terminal, or a search more letters than fit, can't happen here.
///
/// It reads its keys through ``nextKey(_:)``, which also looks at the signals: the library itself
/// would pass them on to the whole process group.
final class LineEditor: LineReader {
  /// The longest text, in characters.
  static let limit = 250_000

  let editor: OpaquePointer
  private let past: OpaquePointer
  private let file: HistoryFile?
  private let prompt = strdup("")
  let hidden: UnseenScreen
  /// Whether the keys are those of emacs; else they are vi's.
  private(set) var isEmacs = true
  /// Whether a line of plain letters is what its letters are, and the return key enters it: the user's
  /// file may give keys other meanings, and vi's keys have them.
  private var takesLinesWhole = false
  var request = LineRequest(prompt: "")
  var hasText = false
  var display = LineDisplay()
  /// The history, which is read when it is first asked for: the first prompt waits for none of it, nor
  /// does a line for what was typed since it was last asked for.
  var cells: CellHistory {
    get {
      bringUpHistory()
      return known ?? CellHistory([])
    }
    set { known = newValue }
  }
  private var known: CellHistory?
  /// What was typed since then.
  private var typed: [String] = []
  /// Whether a new text was begun since then.
  private var hasBegun = false
  /// Why reading stopped before the line's end.
  var interruption: LineRead?
  var decoder = mbstate_t()
  var letters = PlainLetters()
  /// What the keys so far have made of the text that is offered.
  var offer = OfferedText(isEmacs: true)
  /// Keys that were read with an earlier one.
  var ahead: [Key] = []
  /// How many keys are to come until a Ctrl-V and the key that it takes as it is are behind.
  var quotedKeys = 0
  /// A pasted text that the library was not yet made to put in.
  var pasted: String?
  var pasteTries = 0
  /// The text behind which the hint stands.
  var hinted = ""
  /// The text left of the cursor when Tab was pressed last.
  var completed: String?
  var kills = KillRing()
  /// Where the region begins or ends.
  var mark = 0
  /// Whether the mark was set by its key.
  var isMarked = false
  /// Where what was put in last stands.
  var yanked: Range<Int>?
  var killed: Killed?
  /// The lines of a paste that come next.
  var toBeEntered = PastedText()

  /// nil where the library finds no memory, and where the terminal is one that ``LineDisplay`` can't
  /// draw on.
  ///
  /// - Parameter keys: "emacs" or "vi"; the user's .editrc may say otherwise.
  init?(program: String, keys: String = "emacs") {
    LineEditor.chooseLocale()
    Terminfo.addInstalled()
    guard let output = EditorOutput(), let editor = editline_make(program, output.file) else {
      return nil
    }
    guard LineEditor.canDraw(editor), let past = history_init() else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.past = past
    hidden = UnseenScreen(editor, output)
    file = HistoryFile()
    history_limit(past, 1000)
    connect(keys)
  }

  private func connect(_ keys: String) {
    editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(editor) { LineEditor.owner($0).prompt }
    editline_set_reader(editor) { LineEditor.owner($0).nextKey($1) }
    editline_set_keys(editor, keys)
    editline_use_history(editor, past)
    addFunctions()
    bindKills(keys)
    if keys == "emacs" { bindKeysWithOthers() }
    // After the user's file: `bind -v` and `bind -e` in it forget all other bindings.
    el_source(editor, nil)
    // Once the keys of the real terminal are known: the fewer one can do, the less the library tries.
    editline_set_terminal(editor, "dumb")
    isEmacs = String(cString: editline_keys(editor)) == "emacs"
    bindKeys()
    takesLinesWhole = isEmacs && !LineEditor.hasBindings
    // The library goes through them with vi's keys, and with keys of the user's own.
    if !isEmacs || LineEditor.hasBindings {
      for cell in cells.all.suffix(1000) { history_enter(past, cell) }
    }
  }

  private static var hasBindings: Bool {
    let file = Environment.value("EDITRC") ?? Environment.value("HOME").map { $0 + "/.editrc" }
    return file.map { access($0, R_OK) == 0 } ?? false
  }

  private func bringUpHistory() {
    if known == nil { known = CellHistory(file?.entries() ?? []) }
    known?.add(typed)
    typed = []
    if hasBegun { known?.begin() }
    hasBegun = false
  }

  /// A terminal of unknown kind is taken for one of today's; screen and tmux go up by `ESC M`, and
  /// know the usual sequences as well.
  private static func canDraw(_ editor: OpaquePointer) -> Bool {
    guard let up = editline_capability(editor, "up") else { return true }
    return String(cString: up).hasPrefix("\u{1B}[") || String(cString: up) == "\u{1B}M"
  }

  static func owner(_ editor: OpaquePointer?) -> LineEditor {
    guard let owner = editor.flatMap({ editline_owner($0) }) else {
      preconditionFailure("the editor has had its owner since it was made")
    }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Characters as the user has them. Where nothing is said (LANG=C), they are taken for UTF-8,
  /// which every terminal of today sends.
  static func chooseLocale() {
    setlocale(LC_CTYPE, "")
    let encoding = String(cString: nl_langinfo(nl_item(CODESET)))
    if ["ASCII", "646", "X3.4"].contains(where: { Environment.holds(encoding, $0) }) {
      if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
    }
  }

  func read(_ request: LineRequest) -> LineRead {
    self.request = request
    defer { self.request.letGo() }
    if let line = enterPasted() { return line }
    hasText = !self.request.text.isEmpty
    interruption = nil
    decoder = mbstate_t()
    offer = OfferedText(isEmacs: isEmacs)
    (ahead, pasted, completed) = ([], nil, nil)
    (mark, isMarked, yanked, killed) = (0, false, nil, nil)
    hasBegun = true
    if !StandardInput.hasMore(within: 0) { file?.tidyUp() }
    Signals.beginWaiting(editing: true)
    defer { Signals.endWaiting() }
    display.begin()
    display.measure()
    // The prompt is about to be drawn whatever happened while a command ran.
    let wasStopped = Signals.take(SIGCONT)
    _ = Signals.take(SIGWINCH)
    // Before the prompt is shown: keys that come in answer to it are not to be echoed twice.
    takeTerminal()
    if wasStopped || !SavedTerminal.bracketsPastes { SavedTerminal.beginPastes() }
    hidden.begin()

    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    if let interruption { return interruption }
    guard let line, count > 0 else {
      StandardStream.output.send("^D\n")
      return .end
    }
    var text = LineEditor.scalars(UnsafeBufferPointer(start: line, count: Int(count)))
    if text.last == "\n" { text.removeLast() }
    display.leave(rows(of: text, cursor: text.count))
    return .line(LineEditor.string(text.filter { $0 != "\0" }))
  }

  func readPasted(_ request: LineRequest) -> LineRead? {
    guard request.text.isEmpty || request.isOffer,
      let line = toBeEntered.takeLine(isContinuation: request.isContinuation) ?? typed(request)
    else { return nil }
    self.request = request
    hasBegun = true
    return .line(entered(line))
  }

  /// A line that was typed, or pasted into a terminal that does not say so, before the prompt for it is
  /// there.
  private func typed(_ request: LineRequest) -> String? {
    guard takesLinesWhole, !request.isOffer, toBeEntered.rest.isEmpty else { return nil }
    return StandardInput.takeLine()
  }

  func remember(_ cell: String, isFollowed: Bool) {
    typed.append(cell)
    if typed.count > 2 * HistoryFile.limit { typed.removeFirst(HistoryFile.limit) }
    if !takesLinesWhole, cell.utf8.count <= LineEditor.limit { history_enter(past, cell) }
    file?.append(cell, isFollowed: isFollowed)
  }

  func keepRemembered() { file?.finish() }

  var isPasting: Bool {
    !toBeEntered.isAtEnd
      || takesLinesWhole && toBeEntered.rest.isEmpty && StandardInput.hasLine
  }

  var showsOffers: Bool { true }

  func abandon() {
    toBeEntered = PastedText()
    StandardInput.forget()
  }

  func close() {
    file?.finish()
    file?.tidyUp()
    SavedTerminal.endPastes()
    // In the background, giving the terminal back would stop the program.
    signal(SIGTTOU, SIG_IGN)
    history_end(past)
    el_end(editor)
    hidden.output.close()
    free(prompt)
  }
}

// The text.
extension LineEditor {
  /// The whole text, and where in it the cursor is.
  var line: (scalars: [Unicode.Scalar], cursor: Int) {
    guard let line = el_wline(editor)?.pointee else { return ([], 0) }
    let count = max(line.lastchar - line.buffer, 0)
    let text = UnsafeBufferPointer(start: line.buffer, count: count)
    return (LineEditor.scalars(text), min(max(line.cursor - line.buffer, 0), count))
  }

  var leftOfCursor: String {
    let line = line
    return LineEditor.string(line.scalars.prefix(line.cursor))
  }

  var wholeLine: String { LineEditor.string(line.scalars) }

  /// Puts another text in its place, with the cursor at its end.
  func replaceLine(with text: String) {
    let line = line
    el_cursor(editor, Int32(line.scalars.count - line.cursor))
    el_deletestr(editor, Int32(line.scalars.count))
    el_insertstr(editor, text)
    hidden.makeRoom()
  }

  func rows(of text: [Unicode.Scalar], cursor: Int) -> TextRows {
    let prompt = Array(request.prompt.unicodeScalars)
    return TextRows(prompt + text, cursor: prompt.count + cursor, columns: display.columns)
  }

  /// Shows the text as it is now.
  func showLine() {
    let line = line
    display.show(rows(of: line.scalars, cursor: line.cursor))
  }

  /// The same, and behind it in grey what is usually typed next, where the cursor is at its end. Behind a
  /// text that was put there nothing stands: it would read as a part of that.
  func showLineWithHint() {
    showLine()
    let line = line
    guard let hint = request.hint, !line.scalars.isEmpty, line.cursor == line.scalars.count,
      line.scalars.count <= 200, !line.scalars.contains("\n")
    else { return }
    hinted = LineEditor.string(line.scalars)
    if hinted == request.text { return }
    if let text = hint(hinted) { display.showHint(text.cleaned(.message)) }
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  static func scalars(_ text: UnsafeBufferPointer<wchar_t>) -> [Unicode.Scalar] {
    text.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
  }
}
