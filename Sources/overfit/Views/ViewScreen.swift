internal import TerminalText

/// The screen of a view, beside that of the notebook: it comes whole, frame by frame, and leaves
/// nothing behind.
enum ViewScreen {
  /// Draws a frame over the one before, in one piece, so that no half of one is ever seen.
  ///
  /// - Parameters:
  ///   - top: Lines above the picture, which are cut where the screen is too narrow.
  ///   - picture: What is cut where the screen is too low.
  ///   - bottom: The last lines of the screen: where it is too narrow, their first parts are left out, so
  ///     that how to leave is the last thing to go.
  static func draw(top: [String], picture: [String], bottom: [String] = []) {
    if !SavedTerminal.showsView { SavedTerminal.beginView() }
    let (columns, rows) = size
    let room = max(rows - top.count - bottom.count, 0)
    var lines = top.map { cut($0, columns) } + picture.prefix(room)
    if !bottom.isEmpty {
      lines += Array(repeating: "", count: max(room - picture.count, 0))
      lines += bottom.map { fitted($0, columns) }
    }
    // What stood there is erased before a line: behind one that fills its row, its last sign would go.
    let shown = lines.prefix(rows)
    let text = shown.dropLast().map { "\u{1B}[K\($0)\r\n" }.joined()
    StandardStream.output.send("\u{1B}[H\(text)\u{1B}[J\(shown.last ?? "")")
  }

  /// Leaves it, if a view has it.
  static func leave() { SavedTerminal.endView() }

  /// How large it is just now; 80 x 24 where that is not known.
  static var size: (columns: Int, rows: Int) {
    guard let size = Terminal.size(of: .output) else { return (80, 24) }
    return (size.columns, size.rows > 0 ? size.rows : 24)
  }

  private static func fitted(_ line: String, _ columns: Int) -> String {
    var parts = line.split(separator: " · ").map(String.init)
    while parts.count > 1, parts.joined(separator: " · ").columns > columns { parts.removeFirst() }
    return cut(parts.joined(separator: " · "), columns)
  }

  private static func cut(_ line: String, _ columns: Int) -> String {
    line.columns <= columns ? line : line.cut(to: max(columns, 1)).first ?? ""
  }
}
