internal import ArgumentParser
internal import TerminalText

/// What is to be done with sessions that ended without being saved, as the words behind `--recover` say.
enum LostSessionsCall: Equatable {
  /// Which ones are dropped.
  enum Dropped: Equatable {
    /// The only one there is.
    case only
    /// All of them.
    case all
    /// Those of these numbers, each once.
    case numbers([Int])
  }

  /// One is taken up: of this number, or the newest.
  case takeUp(Int?)
  /// They are listed.
  case list
  /// They are taken away.
  case drop(Dropped)

  /// What can stand behind `--recover`, for shells.
  static let words = ["drop", "list"]

  /// - Throws: `ValidationError` for other words.
  init(_ words: [String]) throws {
    let rest = words.dropFirst()
    switch words.first {
    case nil: self = .takeUp(nil)
    case "list" where rest.isEmpty: self = .list
    case "drop" where rest.isEmpty: self = .drop(.only)
    case "drop" where rest.elementsEqual(["all"]): self = .drop(.all)
    case "drop":
      var numbers: [Int] = []
      for word in rest {
        let number = try LostSessionsCall.number(word)
        if !numbers.contains(number) { numbers.append(number) }
      }
      self = .drop(.numbers(numbers))
    case let word? where rest.isEmpty: self = .takeUp(try LostSessionsCall.number(word))
    case _?: throw LostSessionsCall.misunderstood(words[1])
    }
  }

  private static func number(_ word: String) throws -> Int {
    if word.hasSuffix(".md") {
      throw ValidationError("--recover opens no notebook: leave \(word) out")
    }
    guard let number = Int(word), number > 0 else { throw misunderstood(word) }
    return number
  }

  private static func misunderstood(_ word: String) -> ValidationError {
    ValidationError(
      "\(word.cleaned(.text)) says nothing behind --recover: a number, list, drop, drop N or drop all does"
    )
  }
}
