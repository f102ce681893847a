internal import Session
internal import TerminalText
internal import Workbench

/// The wishes for the terminal, at the start of a session and when they change in it.
enum Wishes {
  /// What a new user is told once, where the terminal can show more than 7-bit characters.
  private static let offer =
    "Finer pictures: set pictures braille ⡠⠊⠉⠒⢄ or blocks ▗▄▛▀▘; it is remembered."

  private static let heading = """
    # How Overfit uses this terminal. Lines: set pictures ascii, blocks or braille; set color auto,
    # always or never; set paging on or off; set editor emacs or vi; set keep errors or nothing.

    """

  /// The wishes that are kept. What is wrong in their file is said on standard error.
  static func atStart() -> TerminalWishes {
    guard let file = WishFile() else { return .atTerminal }
    let (wishes, faults) = file.wishes()
    for fault in faults { FrontDoor.complain(fault) }
    return wishes
  }

  /// What a user is told at the very first start; nil later, and where there is nothing to offer.
  static func firstOffer(_ options: GlobalOptions) -> String? {
    guard Terminal().editsLines, Environment.isUTF8, !options.plain, Terminal.hasManyColors,
      !Terminal.isMonochrome, Environment.value("NO_COLOR") == nil,
      let file = WishFile(), !file.exists, file.write(heading) == nil
    else { return nil }
    return offer
  }

  /// Keeps what has changed; what is to be said of it.
  static func keep(_ new: TerminalWishes, insteadOf old: TerminalWishes) -> [String] {
    guard let file = WishFile() else { return [] }
    return new.lines(unlike: old).map { name, line in
      let path = file.path.cleaned(.text)
      if let problem = file.keep(name, as: line) { return "not kept in \(path): \(problem)" }
      return "kept for later sessions in \(path)"
    }
  }
}

extension GlobalOptions {
  /// The options with what is wished of them; what was given in the call holds.
  func with(_ wishes: TerminalWishes) -> GlobalOptions {
    var options = self
    if options.color == .auto { options.color = ColorChoice(rawValue: wishes.color) ?? .auto }
    return options
  }
}
