import Charts
import Commands
import Language

/// `set pictures blocks`: what pictures are made of from now on; a wish for one's own terminal, and
/// so never a cell.
enum PictureSetting {
  static let verb = NotebookVerb(
    SetCommand.definition, claims: { $0.values.first?.text == "pictures" },
    action: { (session, arguments, _) throws(Diagnostic) in try set(&session, arguments) })

  private static func set(
    _ session: inout NotebookSession, _ arguments: Arguments
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    try arguments.expect(atMost: 2)
    let names = Pictures.allCases.map(\.rawValue)
    let value = try arguments.value(
      1, orSay: "set pictures needs to know what they are made of: set pictures braille")
    let name = try arguments.word(value, among: names, what: "kind of pictures")
    session.pictures = Pictures(rawValue: name) ?? .ascii
    return .notebook(
      Document([
        .facts([
          Fact("pictures", .text(name)),
          Fact("place", .text("terminal"), text: "on a terminal; notebooks keep ascii"),
        ])
      ]), rerun: [])
  }
}
