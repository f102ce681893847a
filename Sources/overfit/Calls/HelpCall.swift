internal import ArgumentParser

/// `overfit help`, and every other way to ask for it.
struct HelpCall: Call {
  static let configuration = CommandConfiguration(commandName: "help")

  @OptionGroup var options: GlobalOptions
  /// `overfit help run` gets the same page.
  @Argument var words: [String] = []

  func perform() -> ExitStatus {
    HelpCall.show()
  }

  static func show() -> ExitStatus {
    StandardStream.output.send(page)
    return .success
  }

  /// Fits a terminal of 80 columns and 24 rows.
  static let page = """
    Overfit: a notebook at the prompt that shows how neural networks are tuned.

      overfit                    the notebook; from a pipe, runs the lines it reads
      overfit FILE.md            opens a notebook, to go on in it
      overfit --recover          has a session back that ended without being saved
      overfit learn [LESSON]     lists the lessons, or walks through one
      overfit run FILE           runs a script or a notebook
      overfit replay PATH...     runs notebooks again and shows what differs
      overfit replay --update [--accept-errors] PATH...  and writes it into them

    Options, before or after the word:
      --seed N               the seed of everything that is random (0)
      --threads N            threads that train, 1 to 64 (one for each core)
      --width N              columns of a result, 40 to 200 (the terminal's, or 80)
      --plain                pictures made of ASCII characters only
      --color WHEN           auto, always or never; NO_COLOR is heeded
      --datasets FOLDER      where else data sets are looked for
      --format FORMAT        text, or json: an object a line for each cell
      --cell-time SECONDS, --memory GIB   what a file may take (60 a cell; 1 in all)
      --allow-read FOLDER, --allow-write FOLDER   where files that are run may

    Type help at the prompt for its commands; overfit --version tells the version.
    Exit status: 0 all is well, 1 a command failed or a notebook differs,
    2 the call was not understood, 130 interrupted.

    """
}
