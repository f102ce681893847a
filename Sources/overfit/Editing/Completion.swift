internal import Language

/// What the Tab key does with the word before the cursor.
struct Completion: Equatable {
  /// Text that all candidates agree on, to be put in at the cursor.
  let insertion: String
  /// What there is to choose from; empty where there is at most one.
  let choices: [Candidate]

  /// - Parameters:
  ///   - left: the line up to the cursor.
  ///   - candidates: whole words; those that do not begin with the word at the cursor are dropped.
  init(left: String, candidates: [Candidate]) {
    let word = Completion.word(endingIn: left)
    let fitting = candidates.filter { $0.text.utf8.starts(with: word.utf8) }
    guard let first = fitting.first?.text else {
      insertion = ""
      choices = []
      return
    }
    if fitting.count == 1 {
      insertion = first.dropFirst(word.count) + Completion.space(after: first)
      choices = []
    } else {
      let common = fitting.dropFirst().reduce(Substring(first)) {
        Completion.commonPrefix($0, $1.text)
      }
      insertion = String(common.dropFirst(word.count))
      choices = fitting
    }
  }

  /// What stands left of the cursor after the last blank, `=`, `,` or `(`.
  static func word(endingIn left: String) -> Substring {
    let start = left.lastIndex { " \t\n=,(".contains($0) }.map(left.index(after:))
    return left[(start ?? left.startIndex)...]
  }

  private static func commonPrefix(_ one: Substring, _ other: String) -> Substring {
    let count = zip(one, other).prefix { $0 == $1 }.count
    return one.prefix(count)
  }

  /// A blank behind a finished word, and none where it goes on: after `rate=`, `data/`, `early(`.
  private static func space(after word: String) -> String {
    guard let last = word.last, "=(/\"".contains(last) else { return " " }
    return ""
  }
}
