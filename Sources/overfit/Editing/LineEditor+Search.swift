internal import CEditline
internal import Session

// Searching the history letter by letter (Ctrl-R, Ctrl-S).
extension LineEditor {
  /// Reads the keys of a search: letters, Ctrl-R and Ctrl-S for the next cell, Backspace, Ctrl-G to
  /// give it up, Escape to keep what was found. Any other key keeps it too, and does what it does.
  func search(back: Bool) -> UInt8 {
    let before = line
    var search = HistorySearch(cells.all, from: cells.index, back: back)
    while true {
      let key = takeKey { show(&search, over: before) }
      if case .paste(let text) = key {
        let pattern = PastedText.cleaned(text).unicodeScalars.prefix { $0 != "\n" }
        if !pattern.allSatisfy({ search.add($0) }) { StandardStream.output.send("\u{7}") }
        continue
      }
      guard case .key(let code) = key else { return UInt8(CC_EOF) }
      switch code {
      case 0x12: search.goOn(back: true)
      case 0x13: search.goOn(back: false)
      case 0x08, 0x7F:
        if !search.removeLast() { StandardStream.output.send("\u{7}") }
      case 0x07:
        return UInt8(CC_REFRESH_BEEP)
      case 0x20...:
        let letter = Unicode.Scalar(UInt32(bitPattern: code)) ?? "\u{FFFD}"
        if !search.add(letter) { StandardStream.output.send("\u{7}") }
      default:
        accept(&search)
        // Escape alone is no more than that; before other bytes it begins a key.
        if code == 0x1B, ahead.isEmpty, !StandardInput.hasMore(within: 50) {
          return UInt8(CC_REFRESH)
        }
        push(code)
        return UInt8(CC_REFRESH)
      }
    }
  }

  private func accept(_ search: inout HistorySearch) {
    search.update()
    guard search.found != nil, !search.pattern.isEmpty else { return }
    replaceLine(with: cells.go(to: search.index, from: wholeLine))
  }

  private func push(_ code: wchar_t) {
    guard code != 0, let key = Unicode.Scalar(UInt32(bitPattern: code)) else { return }
    el_push(editor, String(Character(key)))
  }

  private func show(
    _ search: inout HistorySearch, over line: (scalars: [Unicode.Scalar], cursor: Int)
  ) {
    search.update()
    let found = search.pattern.isEmpty ? nil : search.found
    let text = found.map { Array($0.unicodeScalars) } ?? line.scalars
    let note = Array("\n\(search.note)".unicodeScalars)
    let all = rows(of: text + note, cursor: found == nil ? line.cursor : text.count)
    // Where not all of it is seen, what is searched for is.
    display.show(
      all.count > display.height ? rows(of: text + note, cursor: text.count + note.count) : all)
  }
}
