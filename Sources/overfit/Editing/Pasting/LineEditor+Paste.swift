internal import CEditline
internal import Session

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Bracketed pastes: the terminal sends `ESC [ 200 ~` before a pasted text and `ESC [ 201 ~` behind it.
extension LineEditor {
  /// A key that no terminal sends, U+0081, and its name in bindings: it puts the pasted text in.
  static let pasteKey: wchar_t = 0x81
  static let pasteKeyName = "\\201"
  private static let beginning = Array("[200~".unicodeScalars.map { wchar_t($0.value) })
  private static let end = Array("\u{1B}[201~".utf8)
  /// Ctrl-V, behind which a key is taken as it is.
  private static let quotingKey: wchar_t = 0x16
  /// The most bytes of a paste that are kept.
  private static let pasteLimit = 1 << 23
  /// The last letters of the arrow keys, with vi's keys the keys that are given for them, which no
  /// terminal sends, and what they do: Escape alone must not wait there for a key behind it.
  static let arrows: [(letter: UInt32, code: wchar_t, key: String, function: String)] = [
    (0x41, 0x82, "\\202", "row-up"), (0x42, 0x83, "\\203", "row-down"),
    (0x43, 0x84, "\\204", "accept-right"), (0x44, 0x85, "\\205", "ed-prev-char"),
    (0x46, 0x86, "\\206", "accept-end"), (0x48, 0x87, "\\207", "ed-move-to-beg"),
  ]
  /// How long the rest of a key is waited for, in milliseconds.
  private static let patience: Int32 = 50

  /// The next key; a paste is one, and the end of one that a question has taken is none.
  func takeKey(show: () -> Void) -> Key {
    if quotedKeys == 1 { SavedTerminal.takeSignalKeys() }
    quotedKeys = max(0, quotedKeys - 1)
    while true {
      let key = ahead.isEmpty ? readKey(show: show) : ahead.removeFirst()
      if case .key(LineEditor.quotingKey) = key { quotedKeys = 2 }
      guard case .key(0x1B) = key, ahead.isEmpty else { return key }
      var isEnd = false
      for (place, wanted) in LineEditor.beginning.enumerated() {
        guard StandardInput.hasMore(within: LineEditor.patience) else { return key }
        let next = readKey {}
        ahead.append(next)
        if place == 3, case .key(0x31) = next {
          isEnd = true
          continue
        }
        guard case .key(wanted) = next else { return isEmacs ? key : arrow() ?? key }
      }
      ahead = []
      if !isEnd { return readPaste() }
    }
  }

  /// The key that stands for the arrow key whose letters were read behind Escape; nil for another one.
  private func arrow() -> Key? {
    guard ahead.count == 2, case .key(let letter) = ahead[1],
      let arrow = LineEditor.arrows.first(where: { wchar_t($0.letter) == letter })
    else { return nil }
    ahead = []
    return .key(arrow.code)
  }

  /// Reads up to the paste's end. Bytes that are no text of the terminal's encoding are left out.
  private func readPaste() -> Key {
    if quotedKeys > 0 { SavedTerminal.takeSignalKeys() }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      if let interruption = signalled(show: {}) {
        self.interruption = interruption
        return .interrupted
      }
      guard let count = StandardInput.take(&piece, limit: piece.count) else {
        _ = StandardInput.wait()
        continue
      }
      guard count > 0 else { return .end }
      // The end may have come in two parts.
      let start = max(bytes.count - LineEditor.end.count + 1, 0)
      bytes += piece[..<count]
      if let end = LineEditor.end(in: bytes[start...]) {
        StandardInput.giveBack(bytes[(end + LineEditor.end.count)...])
        return .paste(text(of: bytes[..<min(end, LineEditor.pasteLimit)]))
      }
      let excess = bytes.count - LineEditor.pasteLimit - LineEditor.end.count
      if excess > 0 {
        bytes.removeSubrange(LineEditor.pasteLimit..<LineEditor.pasteLimit + excess)
      }
    }
  }

  /// Where the end of a paste begins.
  private static func end(in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let escape = rest.firstIndex(of: end[0]) {
      rest = rest[escape...]
      if rest.starts(with: end) { return escape }
      rest = rest.dropFirst()
    }
    return nil
  }

  private func text(of bytes: ArraySlice<UInt8>) -> String {
    // Letters of 7 bits are the same in every encoding that a terminal has.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var state = mbstate_t()
    var text = String.UnicodeScalarView()
    for byte in bytes {
      var byte = CChar(bitPattern: byte)
      var character: wchar_t = 0
      switch mbrtowc(&character, &byte, 1, &state) {
      case 0, 1:
        if let scalar = Unicode.Scalar(UInt32(bitPattern: character)) { text.append(scalar) }
      case -2: continue
      default: state = mbstate_t()
      }
    }
    return String(text)
  }

  /// Gives the library the key that puts the pasted text in, until it does: a command may have taken
  /// the key as its own letter.
  func givePaste(as character: UnsafeMutablePointer<wchar_t>?) -> Int32? {
    guard pasted != nil else { return nil }
    pasteTries += 1
    guard pasteTries <= 3 else {
      pasted = nil
      StandardStream.output.send("\u{7}")
      return nil
    }
    character?.pointee = LineEditor.pasteKey
    return 1
  }

  /// The key that ``givePaste(as:)`` gives.
  func insertPaste(_: Int32) -> UInt8 {
    guard let text = pasted else { return UInt8(CC_ERROR) }
    pasted = nil
    let line = line
    if line.cursor > 0, line.scalars[line.cursor - 1].value == UInt32(LineEditor.pasteKey) {
      el_deletestr(editor, 1)
    }
    if request.isOffer {
      request.isOffer = false
      replaceLine(with: "")
    }
    let before = wholeLine
    // Within a text of several lines it is a part of that text.
    if before.contains("\n") { return putInPasted(PastedText.cleaned(text)) }
    let isEmpty = before.allSatisfy { $0 == " " }
    var paste = PastedText(text, gathering: isEmpty ? request.gathering?() : nil)
    guard let first = paste.takeLine(isContinuation: request.isContinuation || !isEmpty) else {
      return putInPasted(paste.takeRest())
    }
    toBeEntered = toBeEntered.preceded(by: paste)
    ahead.append(.key(0x0D))
    return putInPasted(first)
  }

  private func putInPasted(_ text: String) -> UInt8 {
    let room = max(LineEditor.limit - line.scalars.count, 0)
    let scalars = text.unicodeScalars
    if scalars.count > room { StandardStream.output.send("\u{7}") }
    el_insertstr(editor, LineEditor.string(scalars.prefix(room)))
    hidden.makeRoom()
    return UInt8(CC_REFRESH)
  }

  /// Enters the next line of what was pasted, as if it was typed; nil where there is none, and then
  /// what is left of the paste stands at the prompt.
  func enterPasted() -> LineRead? {
    guard request.text.isEmpty || request.isOffer else { return nil }
    if let line = toBeEntered.takeLine(isContinuation: request.isContinuation) {
      return .line(entered(line))
    }
    let rest = toBeEntered.takeRest()
    if !rest.isEmpty { (request.text, request.isOffer) = (rest, false) }
    return nil
  }

  /// Shows a line as one that was entered.
  func entered(_ line: String) -> String {
    display.begin()
    display.measure()
    if display.leave(plainText: request.prompt + line) { return line }
    let text = Array(line.unicodeScalars)
    display.leave(rows(of: text, cursor: text.count))
    return line
  }
}
