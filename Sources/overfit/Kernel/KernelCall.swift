internal import ArgumentParser

/// `overfit kernel`, and what comes behind it.
struct KernelCall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: Handbook.meaning(of: "overfit kernel"),
    subcommands: [
      KernelRunCall.self, KernelInstallCall.self, KernelRemoveCall.self, KernelPageCall.self,
    ], defaultSubcommand: KernelPageCall.self)

  static func show() -> ExitStatus {
    StandardStream.output.send(page)
    return .success
  }

  /// Fits a terminal of 80 columns and 24 rows.
  static let page = """
    Overfit in Jupyter: a kernel that runs the lines of a notebook's cells.

      overfit kernel install --user    lets Jupyter know of it; also --sys-prefix,
                                       --prefix DIR. --allow-write FOLDER and other
                                       options are handed on to the kernel.
      overfit kernel remove --user     takes that back.
      overfit kernel run CONNECTION    is the kernel; Jupyter calls it so.

    All cells share one session. A cell of Jupyter may hold several lines: each is
    a line as at the prompt, and becomes a numbered cell of the session unless it
    fails; the numbers in brackets are Jupyter's own.

    undo takes back the last cell of the session, and edit 3 COMMAND replaces its
    cell 3 and runs the ones below again; what stands in Jupyter stays as it
    is, and running it again adds cells. Restart the kernel to begin anew.

    Interrupt stops a training at a step and keeps it, as Ctrl-C does.
    A file in the folder of the notebook is written when you say yes to it, once
    for each; where nobody is asked, --allow-write FOLDER allows it.
    film, turn and learn need a terminal. help lists what can be typed.

    """
}

/// `overfit kernel` alone, which tells of the kernel, or with a word that is no call's name.
struct KernelPageCall: Call {
  // The name cannot be typed by accident; the call is the one without a word.
  static let configuration = CommandConfiguration(commandName: "-", shouldDisplay: false)

  @OptionGroup var global: GlobalOptionWords
  @Argument(parsing: .allUnrecognized) var words: [String] = []

  func perform() throws -> ExitStatus {
    if let word = words.first {
      throw ValidationError(NearMiss.message(for: word, behind: "kernel"))
    }
    return KernelCall.show()
  }
}
