internal import ArgumentParser
internal import TerminalText
internal import Workbench

/// `overfit help`, and every other way to ask for it; `overfit help search` is the page of a command.
struct HelpCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: Handbook.meaning(of: "--help"))

  @OptionGroup var global: GlobalOptionWords
  /// `overfit help run` gets the same page.
  @Argument var words: [String] = []

  func perform() -> ExitStatus {
    if words == ["kernel"] { return KernelCall.show() }
    guard let topic = words.first, !Handbook.names.contains(topic) else {
      return HelpCall.show()
    }
    var notebook = NotebookConversation(SessionSettings(options))
    let line = "help \(words.joined(separator: " "))"
    let reply = notebook.submit(
      line, page: Page(options, inputIndent: 2), control: RunControl())
    guard !reply.failed else {
      StandardStream.error.sendRows("> \(line.cleaned(.text))\n\(reply.text)")
      return .failure
    }
    StandardStream.output.sendRows(reply.text)
    return .success
  }

  static func show() -> ExitStatus {
    StandardStream.output.send(page)
    return .success
  }

  /// Fits a terminal of 80 columns and 24 rows.
  static let page =
    "Overfit: \(Handbook.summary).\n\n"
    + lines(of: Handbook.calls, width: 27, gap: 2) + """

      Options, before or after the word:

      """ + lines(of: Handbook.options, width: 23, gap: 3) + """

      help at the prompt lists commands; also: --version, --man, --completions SHELL.
      Exit status: 0 all is well, 1 a command failed or a notebook differs,
      2 the call was not understood, 130 interrupted.

      """

  /// What is typed in a column, and what it does in another one, unless it is too long for that.
  private static func lines(of entries: [Handbook.Entry], width: Int, gap: Int) -> String {
    entries.map { entry in
      let blanks = entry.usage.count < width ? width - entry.usage.count : gap
      return "  \(entry.usage)\(String(repeating: " ", count: blanks))\(entry.meaning)\n"
    }.joined()
  }
}
