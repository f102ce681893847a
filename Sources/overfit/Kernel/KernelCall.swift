internal import ArgumentParser

/// `overfit kernel`, and what comes behind it; alone it tells of the kernel.
struct KernelCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: Handbook.meaning(of: "overfit kernel"),
    subcommands: [KernelRunCall.self, KernelInstallCall.self, KernelRemoveCall.self])

  @OptionGroup var global: GlobalOptionWords

  func perform() -> ExitStatus { KernelCall.show() }

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
