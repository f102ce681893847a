package import Charts
import Commands

/// What a student wishes of the terminal. No cell and no transcript depends on it.
package struct TerminalWishes: Equatable, Sendable {
  /// What pictures are made of.
  package private(set) var pictures = Pictures.ascii
  /// Whether there are colours: "auto", "always" or "never".
  package private(set) var color = "auto"
  /// Whether outputs that are longer than the screen wait at the end of each page.
  package private(set) var paging = true
  /// Whose keys edit a line: "emacs" or "vi".
  package private(set) var editor = "emacs"
  /// Whether a typed command that fails becomes a cell.
  package private(set) var keepsErrors = true

  /// Makes the wishes of who has said nothing, as they are in pipes, scripts and replays.
  package init() {}

  /// The same at a terminal, where what is mistyped is typed again.
  package static let atTerminal: TerminalWishes = {
    var wishes = TerminalWishes()
    wishes.keepsErrors = false
    return wishes
  }()

  /// The line of a file of settings, or what it says that it may not.
  package enum Line: Equatable {
    /// Nothing: it is blank or a comment.
    case nothing
    /// A wish that is now set.
    case wish
    /// Why it is none, as a sentence without a capital or a full stop.
    case fault(String)
  }

  /// Sets what a line of a file of settings says: `set paging off`.
  package mutating func read(_ line: String) -> Line {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let first = words.first, !first.hasPrefix("#") else { return .nothing }
    let names = SetCommand.wishes.map(\.name).joined(separator: ", ")
    guard first == "set", words.count > 1,
      let wish = SetCommand.wishes.first(where: { $0.name == words[1] })
    else {
      return .fault("only set with one of \(names) stands here; what changes a notebook does not")
    }
    guard words.count == 3, wish.words.contains(words[2]) else {
      return .fault("set \(wish.name) takes one of \(wish.words.joined(separator: ", "))")
    }
    set(wish.name, to: words[2])
    return .wish
  }

  /// The lines that say what differs from another one's wishes.
  package func lines(unlike other: TerminalWishes) -> [(name: String, line: String)] {
    zip(values, other.values).filter { $0.word != $1.word }.map { wish, _ in
      (wish.name, "set \(wish.name) \(wish.word)")
    }
  }

  private var values: [(name: String, word: String)] {
    [
      ("pictures", pictures.rawValue), ("color", color), ("paging", paging ? "on" : "off"),
      ("editor", editor), ("keep", keepsErrors ? "errors" : "nothing"),
    ]
  }

  /// Sets one, by a word that it takes.
  mutating func set(_ name: String, to word: String) {
    switch name {
    case "pictures": pictures = Pictures(rawValue: word) ?? pictures
    case "color": color = word
    case "paging": paging = word == "on"
    case "editor": editor = word
    case "keep": keepsErrors = word == "errors"
    default: break
    }
  }
}
