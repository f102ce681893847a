internal import Session
internal import TerminalText

/// The sessions that ended without being saved, numbered from 1, the oldest first: one that is lost
/// meanwhile changes no other number.
struct LostSessions {
  private let folder: JournalFolder
  private let journals: [LostJournal]

  init(in folder: JournalFolder) {
    self.folder = folder
    journals = folder.lost().reversed()
  }

  /// One of them with what can be read in it: the newest that can be read where no number is given.
  ///
  /// - Throws: `CallError` where there is none of this number, or nothing in it can be read.
  func session(_ number: Int?) throws(CallError) -> (journal: LostJournal, text: JournalText) {
    guard let number else {
      for journal in journals.reversed() {
        if let text = journal.text() { return (journal, text) }
      }
      throw .nothingToRecover(folder.refusals())
    }
    let journal = try journal(number)
    guard let text = journal.text() else {
      throw .nothingToRecover(["the journal of number \(number) can't be read"])
    }
    return (journal, text)
  }

  private func journal(_ number: Int) throws(CallError) -> LostJournal {
    if journals.isEmpty { throw .nothingToRecover(folder.refusals()) }
    guard (1...journals.count).contains(number) else {
      throw .noLostSession(number, of: journals.count)
    }
    return journals[number - 1]
  }

  /// A line for each, and what can be done with them.
  func list() throws(CallError) -> String {
    if journals.isEmpty { throw .nothingToRecover(folder.refusals()) }
    let width = String(journals.count).count
    let lines = journals.enumerated().map { index, journal in
      let number = String(index + 1)
      return String(repeating: " ", count: width - number.count) + number + "  " + journal.words
    }
    let last =
      "overfit --recover N has one back, --recover drop N forgets it, --recover drop all all"
    return (lines + [last]).joined(separator: "\n")
  }

  /// Takes journals away: those of these numbers, all, or the only one where nothing is said.
  ///
  /// - Returns: What is gone, a line each.
  /// - Throws: `CallError` where a number is none, or several may be meant; all stays then.
  func drop(_ which: LostSessionsCall.Dropped) throws(CallError) -> String {
    var dropped: [LostJournal] = []
    switch which {
    case .only where journals.count > 1: throw .severalLostSessions(journals.count)
    case .only: dropped = [try journal(1)]
    case .all where journals.isEmpty: _ = try journal(1)
    case .all: dropped = journals
    case .numbers(let numbers): for number in numbers { dropped.append(try journal(number)) }
    }
    let lines = dropped.map { "dropped: \($0.words)" }
    for journal in dropped { journal.file.remove() }
    if folder.isEmpty { ResultFolder()?.removeAll() }
    return lines.joined(separator: "\n")
  }
}

extension LostJournal {
  /// When the session began, what it has and where: "2026-11-29 04:45 UTC · 8 cells · /home/me".
  fileprivate var words: String {
    guard let text = text() else { return "\(start)\(cells) cells that can't be read" }
    return "\(start)\(CellsAgain.count(text.record)) · \(text.folder.cleaned(.text))"
  }

  /// As the name of its file says it: "20261129-044500-1234.journal".
  private var start: String {
    let name = file.path.split(separator: "/").last ?? ""
    let digits = name.split(separator: "-").prefix(2)
    guard digits.map(\.count) == [8, 6], digits.joined().allSatisfy(\.isWholeNumber) else {
      return ""
    }
    let (day, time) = (Array(digits[0]), Array(digits[1]))
    return "\(String(day[..<4]))-\(String(day[4..<6]))-\(String(day[6...])) "
      + "\(String(time[..<2])):\(String(time[2..<4])) UTC · "
  }
}
