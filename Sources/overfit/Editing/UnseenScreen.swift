internal import CEditline

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The screen that the library thinks it draws on: always taller than its text.
///
/// The library writes past its memory where a text has more rows than its screen, so none ever has.
final class UnseenScreen {
  /// A key that no terminal sends, U+0080, and its name in bindings: it sets the mark.
  static let markKey: wchar_t = 0x80
  static let markKeyName = "\\200"

  private static let columns = 256
  /// Rows that one key can add without being looked at: those of a search's pattern.
  private static let spare = 64

  let output: EditorOutput
  private let editor: OpaquePointer
  private var rows = 0
  /// At least as many rows as the text has.
  private var used = 0
  private var length = 0
  private var buffer: UnsafePointer<wchar_t>?

  /// The screen of an editor that writes to `output`.
  init(_ editor: OpaquePointer, _ output: EditorOutput) {
    self.editor = editor
    self.output = output
  }

  /// Before a new text, for which the library asks for the terminal's size.
  func begin() {
    rows = 0
    buffer = nil
  }

  /// Before a key.
  func makeRoom() {
    guard let line = el_wline(editor)?.pointee else { return }
    let count = line.lastchar - line.buffer
    used = count == length + 1 ? used + 1 : .max
    length = count
    guard rows == 0 || used > rows - UnseenScreen.spare else { return }
    used = UnseenScreen.rows(UnsafeBufferPointer(start: line.buffer, count: count))
    guard used > rows - UnseenScreen.spare else { return }
    let wanted = 2 * used + 2 * UnseenScreen.spare
    editline_set_size(editor, "co", "\(UnseenScreen.columns)")
    editline_set_size(editor, "li", "\(wanted)")
    rows = wanted
    refresh()
  }

  /// After the text was changed by anything else than a key.
  func refresh() { editline_redraw(editor) }

  /// Whether the library wanted the bell to be heard.
  func takeBell() -> Bool { output.take(lookingFor: 7) }

  /// The key that sets the mark anew, where the library has lost it: it does when it moves the text
  /// to a larger place, and would then cut and copy from anywhere.
  func takeLostMark() -> wchar_t? {
    guard let line = el_wline(editor)?.pointee else { return nil }
    defer { buffer = line.buffer }
    guard let buffer, buffer != line.buffer else { return nil }
    return UnseenScreen.markKey
  }

  /// At least as many rows as the library lays the text in.
  private static func rows(_ text: UnsafeBufferPointer<wchar_t>) -> Int {
    var rows = 1
    var column = 0
    for character in text {
      if character == 10 {
        rows += 1
        column = 0
      } else {
        // Tabs, and what is spelled out, take up to eight columns.
        column += (0x20..<0x7F).contains(character) ? 1 : 8
        if column > columns - 8 {
          rows += 1
          column = 0
        }
      }
    }
    return rows
  }
}

/// What the library writes, in memory.
final class EditorOutput {
  let file: UnsafeMutablePointer<FILE>
  // Where the C library keeps its notes; they must not move.
  private let bytes: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: UnsafeMutablePointer<Int>

  /// nil where there is no memory.
  init?() {
    bytes = .allocate(capacity: 1)
    bytes.initialize(to: nil)
    count = .allocate(capacity: 1)
    count.initialize(to: 0)
    guard let file = open_memstream(bytes, count) else {
      bytes.deallocate()
      count.deallocate()
      return nil
    }
    self.file = file
  }

  /// Forgets what was written; whether the byte was among it.
  func take(lookingFor byte: Int32) -> Bool {
    fflush(file)
    let isFound = bytes.pointee.map { memchr($0, byte, count.pointee) != nil } ?? false
    rewind(file)
    return isFound
  }

  /// After which nothing may be written.
  func close() {
    fclose(file)
    free(bytes.pointee)
    bytes.deallocate()
    count.deallocate()
  }
}
