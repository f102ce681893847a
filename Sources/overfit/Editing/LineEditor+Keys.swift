internal import CEditline
internal import TerminalText

// Keys with a meaning of their own.
extension LineEditor {
  /// The Tab key.
  func complete() -> UInt8 {
    let left = leftOfCursor
    if request.isContinuation, left.allSatisfy({ $0 == " " }) {
      return insert("  ")
    }
    let candidates = request.completions(wholeLine, left.utf8.count)
    let completion = Completion(left: left, candidates: candidates)
    if !completion.insertion.isEmpty { return insert(completion.insertion) }
    if completion.choices.isEmpty { return UInt8(CC_ERROR) }

    let list = ScreenText.inColumns(
      completion.choices.map { $0.cleaned(.message) }, width: columns - 1
    )
    .split(separator: "\n").map { $0 + "\r\n" }.joined()
    StandardStream.output.send(
      String(repeating: "\n", count: rowsBelow) + "\r\n" + list)
    redraw()
    return UInt8(CC_NORM)
  }

  func goUp() -> UInt8 {
    guard let step = CellRows.stepUp(left: leftOfCursor) else {
      el_push(editor, "\u{10}")
      return UInt8(CC_NORM)
    }
    el_cursor(editor, -Int32(step))
    return UInt8(CC_REFRESH)
  }

  func goDown() -> UInt8 {
    let left = leftOfCursor
    let right = String(decoding: wholeLine.utf8.dropFirst(left.utf8.count), as: UTF8.self)
    guard let step = CellRows.stepDown(left: left, right: right) else {
      el_push(editor, "\u{0E}")
      return UInt8(CC_NORM)
    }
    el_cursor(editor, Int32(step))
    return UInt8(CC_REFRESH)
  }

  private func insert(_ text: String) -> UInt8 {
    el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
  }
}
