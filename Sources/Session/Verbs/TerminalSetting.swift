import Charts
import Commands
import Language
import Workbench

/// `set pictures blocks`, `set paging off`: how one's own terminal is used from now on, and so never a
/// cell.
enum TerminalSetting {
  static let verb = NotebookVerb(
    SetCommand.definition,
    claims: { command in SetCommand.wishes.contains { $0.name == command.values.first?.text } },
    action: { (session, arguments, _) throws(Diagnostic) in try set(&session, arguments) })

  private static func set(
    _ session: inout NotebookSession, _ arguments: Arguments
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    try arguments.expect(atMost: 2)
    let name = arguments.values.first?.text ?? ""
    let words = SetCommand.wishes.first { $0.name == name }?.words ?? []
    guard arguments.values.count > 1 else {
      throw Diagnostic(
        name == "pictures"
          ? "set pictures needs to know what they are made of: set pictures braille"
          : "set \(name) needs a word: set \(name) \(words.last ?? "")",
        at: arguments.command.range)
    }
    let value = arguments.values[1]
    let word = try arguments.word(
      value, among: words, what: name == "pictures" ? "kind of pictures" : "choice for the terminal"
    )
    session.wishes.set(name, to: word)
    return .notebook(
      Document([.facts([fact(name, word), place(of: name)])]),
      rerun: [])
  }

  private static func fact(_ name: String, _ word: String) -> Fact {
    name == "pictures"
      ? Fact("pictures", .text(word)) : Fact("wish", .text("\(name) \(word)"))
  }

  /// What the wish holds for.
  private static func place(of name: String) -> Fact {
    let text =
      switch name {
      case "pictures": "on a terminal; notebooks keep ascii"
      case "editor": "from the next start on"
      case "keep": "whether what is typed here and fails becomes a cell"
      default: "on a terminal"
      }
    return Fact("place", .text("terminal"), text: text)
  }
}
