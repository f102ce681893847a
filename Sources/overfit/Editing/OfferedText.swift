#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A text that stands at the prompt before anything is typed, and what the first key makes of it.
///
/// What is typed or pasted takes its place and is never joined to it. The return key takes it, and so
/// do the keys that move the cursor in it or delete from it: who presses those wants to change it.
struct OfferedText {
  enum Answer {
    /// Nothing is decided yet.
    case stands
    /// It is the student's text from now on.
    case isTaken
    /// It is taken away before the key does what it does.
    case givesWay
  }

  /// Control keys that change a text or move in it: Ctrl-A, B, D's neighbours and so on.
  private static let editing: Set<wchar_t> = [
    0x01, 0x02, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B, 0x0D, 0x14, 0x15, 0x17, 0x1F, 0x7F,
  ]

  private let isEmacs: Bool
  /// The keys since an Escape that may begin the sequence of one key.
  private var sequence: [wchar_t] = []

  init(isEmacs: Bool) {
    self.isEmacs = isEmacs
  }

  /// What the next key makes of the text.
  mutating func answer(to key: wchar_t) -> Answer {
    if !sequence.isEmpty { return continueSequence(with: key) }
    switch key {
    case 0x0C: return .stands
    case 0x1B where isEmacs:
      sequence = [key]
      return .stands
    case 0x1B: return .isTaken
    case _ where Self.editing.contains(key): return .isTaken
    default: return .givesWay
    }
  }

  /// A key of several characters: cursor keys and Delete take the text, anything else, such as a paste
  /// between brackets, does not.
  private mutating func continueSequence(with key: wchar_t) -> Answer {
    sequence.append(key)
    let second = sequence[1]
    guard second == 0x5B || second == 0x4F else {
      // Alt and a letter moves by words, deletes them or changes them.
      return .isTaken
    }
    guard sequence.count > 2, (0x40...0x7E).contains(key) else { return .stands }
    let isPaste = sequence.count > 5 && sequence[2] == 0x32 && sequence[3] == 0x30
    return isPaste ? .givesWay : .isTaken
  }
}
