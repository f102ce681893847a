/// The calls of the program and their options, each declared once: the page of help, the manual page
/// and what shells complete are made from here.
enum Handbook {
  /// How something is typed, and what it does.
  struct Entry {
    let usage: String
    let meaning: String

    init(_ usage: String, _ meaning: String) {
      (self.usage, self.meaning) = (usage, meaning)
    }
  }

  static let summary = "a notebook at the prompt that shows how neural networks are tuned"

  static let calls = [
    Entry("overfit", "the notebook; from a pipe, runs the lines it reads"),
    Entry("overfit FILE.md", "opens a notebook, to go on in it"),
    Entry("overfit --recover", "has a lost session back; --recover drop forgets it"),
    Entry("overfit learn [LESSON]", "lists the lessons, or walks through one"),
    Entry("overfit run FILE", "runs a script or a notebook"),
    Entry("overfit replay PATH...", "runs notebooks again and shows what differs"),
    Entry("overfit check PATH...", "proves lessons; also new lesson NAME, export PATH"),
  ]

  /// What is left of the calls, for which the page of help has no room.
  static let otherCalls = [
    Entry("overfit learn cards [LESSON]", "asks flash cards, those of all lessons or of one"),
    Entry("overfit --recover list", "numbers the sessions that ended without being saved"),
    Entry("overfit --recover N", "has the one of this number back"),
    Entry(
      "overfit --recover drop [N... | all]",
      "forgets the only one, those of these numbers, or all of them"),
    Entry("overfit replay --update [--accept-errors] PATH...", "and writes it into them"),
    Entry(
      "overfit check --seeds N PATH...",
      "tries what lessons claim under N other seeds too, and prints the tables"),
    Entry(
      "overfit check --answers PATH...",
      "says what the answers of questions come to, and which cells end in an error"),
    Entry(
      "overfit check --junit FILE PATH...", "and writes what it found into FILE, as JUnit XML"),
    Entry(
      "overfit check --update PATH...",
      "writes the page of the course, README.md, where the folder has a checklist.md"),
    Entry(
      "overfit check --progress FILE [FOLDER]",
      "proves what a student has handed in, by the lessons of the folder"),
    Entry("overfit check --watch PATH...", "checks again whenever a lesson has changed"),
    Entry(
      "overfit export PATH --to FORM [-o OUT]",
      "runs a notebook again and writes it as FORM: html, a page for browsers; ipynb, for Jupyter; or "
        + "markdown; of a folder it makes a site in the folder OUT"),
    Entry("overfit export --overwrite PATH...", "and writes over files that are there"),
    Entry("overfit new lesson NAME", "writes a lesson to begin with, which passes a check"),
    Entry(
      "overfit kernel install [--user | --sys-prefix | --prefix DIR]",
      "lets Jupyter know of its kernel; --allow-write FOLDER and other options go with it"),
    Entry("overfit kernel remove [--user | --sys-prefix | --prefix DIR]", "takes that back"),
    Entry(
      "overfit kernel run CONNECTION", "is the kernel, as Jupyter starts it; help kernel says more"),
    Entry(
      "overfit trial NOTEBOOK",
      "for programs that search: the last training of a notebook with other settings, as lines of "
        + "JSON; the notebook has data with a validation split, a network and a train line, and what "
        + "stands above that line is run first"),
    Entry("overfit describe", "tells as JSON what trial may set"),
  ]

  /// The words that calls begin with.
  static let names = names(behind: "overfit ")

  /// The words that stand behind others in the calls, each once.
  static func names(behind words: String) -> [String] {
    (calls + otherCalls).reduce(into: []) { names, entry in
      guard entry.usage.hasPrefix(words) else { return }
      let name = entry.usage.dropFirst(words.count).prefix { $0 != " " }
      if name.allSatisfy(\.isLowercase), !names.contains(String(name)) {
        names.append(String(name))
      }
    }
  }

  static let options = [
    Entry("--seed N", "the seed of everything that is random (0)"),
    Entry("--threads N", "threads that train, 1 to 64 (one for each core)"),
    Entry("--width N", "columns of a result, 40 to 200 (the terminal's, or 80)"),
    Entry("--plain", "pictures made of ASCII characters only"),
    Entry("--color WHEN", "auto, always or never; NO_COLOR is heeded"),
    Entry("--datasets FOLDER", "where else data sets are looked for"),
    Entry("--format FORMAT", "text, or json: an object a line for each cell"),
    Entry("--cell-time SECONDS, --memory GIB", "what a file may take (60 a cell; 1 in all)"),
    Entry("--allow-read FOLDER, --allow-write FOLDER", "where files that are run may"),
  ]

  /// What is left of the page of help, which has no room for more.
  static let otherOptions = [
    Entry("--set NAME=VALUE", "trial: one setting of search, such as rate, units or l2"),
    Entry("--config FILE", "trial: settings in JSON, or in YAML (.yaml); - reads JSON from a pipe"),
    Entry("--epochs N", "trial: how many epochs it trains (as the notebook)"),
    Entry("--by MEASURE", "trial: what judges it on the validation examples (error, or loss)"),
    Entry(
      "--checkpoint-dir FOLDER", "trial: keeps state.safetensors and state.json after each epoch"),
    Entry("--resume WHEN", "trial: auto, never or must go on from the folder's state (auto)"),
    Entry("--out FILE", "trial: writes its lines there too"),
    Entry("--time-limit SECONDS", "trial: stops after so long, as a signal would"),
    Entry("--print-metric", "trial: says objective=0.250000 on standard error"),
    Entry(
      "--search LINE",
      "trial: trains one trial of this search behind the cells of NOTEBOOK, to the bit as the "
        + "search does; for the nodes of engine=ray"),
    Entry(
      "--at N,N,...", "trial: with --search, to each of these epochs in turn, and judged there"),
    Entry(
      "--expect-version V", "trial: with --search, refused by any other version of the program"),
    Entry(
      "--expect PATH=SHA256",
      "trial: with --search, refused where the notebook reads other bytes; PATH may be read"),
    Entry("--exit-zero-on-stop", "trial: one that was stopped ends with status 0"),
    Entry("--user", "kernel: for this user, in all environments; so it is without a word"),
    Entry("--sys-prefix", "kernel: for the environment that is active, or that has the program"),
    Entry("--prefix DIR", "kernel: below DIR, in share/jupyter/kernels"),
    Entry("--version", "tells the version"),
    Entry("--man", "prints this page for man"),
    Entry("--completions SHELL", "prints what bash, zsh or fish need to complete calls"),
    Entry("-h, --help", "shows a page of help"),
  ]

  static let statuses = [
    Entry("0", "all is well"),
    Entry("1", "a command failed or a notebook differs"),
    Entry("2", "the call was not understood"),
    Entry("3", "trial: its network can't be built, or its training came to no finite number"),
    Entry("64", "trial: the call or a setting was not understood"),
    Entry("65", "trial: the notebook, its data or the checkpoint is not fit for it"),
    Entry("70, 74", "trial: a mistake of ours; a file can't be written"),
    Entry("75", "trial: stopped by SIGTERM, SIGINT, SIGUSR1 or its time, and kept: call it again"),
    Entry("130", "interrupted"),
  ]

  static let variables = [
    Entry("EDITOR, VISUAL", "the editor that edit N editor=yes opens; VISUAL comes first"),
    Entry("OVERFIT_PYTHON, RAY_ADDRESS", "the Python of engine=ray (python3), and its cluster"),
    Entry("NO_COLOR", "where set and not empty, nothing is coloured"),
    Entry("XDG_STATE_HOME", "where the history and the journals are kept (~/.local/state)"),
    Entry("TERM, COLORTERM", "what the terminal can show; on dumb ones lines are not edited"),
    Entry("LC_ALL, LC_CTYPE, LANG", "with UTF-8, pictures may be made of blocks and braille"),
    Entry("TMPDIR", "where the editor's file stands for a while (/tmp)"),
  ]

  static let files = [
    Entry("~/.editrc", "keys of the prompt, as editrc(5) has them: bind -v for vi's"),
    Entry("~/.local/state/overfit/history", "the lines that were typed, for the arrow keys"),
    Entry("~/.local/state/overfit/cards", "in which box each flash card is"),
  ]

  static let keys = [
    Entry(
      "Tab", "completes a word, or lists what can stand there; a second Tab lists it with help"),
    Entry("Right, End, Ctrl-E", "at the end of the line: take the grey hint"),
    Entry("Up, Down", "go through the rows of a cell, and through the cells that begin as typed"),
    Entry("Ctrl-R, Ctrl-S", "search the history letter by letter, back and on"),
    Entry(
      "Ctrl-K, Ctrl-U, Ctrl-W, Alt-D",
      "cut to the end, all, the word before or from the mark, the word behind"),
    Entry("Ctrl-Y, Alt-Y", "put in what was cut, and instead of it what was cut before"),
    Entry("Ctrl-C", "forgets the line, or stops the command that runs"),
    Entry("Ctrl-D", "leaves, on an empty line"),
  ]

  /// What each option and each call does, by the words that stand before its values.
  private static let meanings: [Substring: String] = {
    var meanings: [Substring: String] = [:]
    for entry in calls + otherCalls + options + otherOptions {
      for usage in entry.usage.split(separator: ",") {
        let words = usage.split(separator: " ")
        for count in 1...words.count {
          let name = words[0].base[words[0].startIndex..<words[count - 1].endIndex]
          if meanings[name] == nil { meanings[name] = entry.meaning }
        }
      }
    }
    return meanings
  }()

  /// What an option or a call does; empty for one that is not listed.
  static func meaning(of usage: String) -> String { meanings[usage[...]] ?? "" }
}
