internal import CEditline

/// The letters that the library does nothing with but put them in at the cursor, as far as it was
/// seen to do so: a user's file may give any letter another meaning.
struct PlainLetters {
  /// A letter that was given to the library, and the text as it was before.
  private struct Given {
    let letter: wchar_t
    let count: Int
    let cursor: Int
  }

  private var known: Set<wchar_t> = []
  private var last: Given?

  /// Whether a letter was seen to be put in.
  func contains(_ letter: wchar_t) -> Bool { known.contains(letter) }

  /// Notes that the library is given a key, or something else than one (nil), with so many letters
  /// before the cursor and in all.
  mutating func give(_ key: wchar_t?, cursor: Int, count: Int) {
    last = nil
    guard let key, (0x20..<0x7F).contains(key) || key >= 0x100 else { return }
    last = Given(letter: key, count: count, cursor: cursor)
  }

  /// Whether the last key was put in, and the library waits for a key that begins something new.
  ///
  /// - Parameter before: The letter before the cursor.
  mutating func arePutIn(cursor: Int, count: Int, before: wchar_t?) -> Bool {
    guard let last, count == last.count + 1, cursor == last.cursor + 1, before == last.letter else {
      return false
    }
    known.insert(last.letter)
    return true
  }
}
