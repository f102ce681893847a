/// Settings of other prompts, shells and editors: `set theme dark`, `set color off`, `set -o vi`.
enum ForeignSetting {
  /// What is said of the words behind `set`; nil for nothing.
  ///
  /// - Parameter values: The words that a setting of the terminal takes; none for other names.
  static func hint(for words: [String], values: (_ name: String) -> [String]) -> String? {
    let words = words.flatMap { $0.split(separator: "=") }
      .map { Loanword.plain(String($0)) }.filter { !["-o", "+o", "to"].contains($0) }
    guard let first = words.first else { return nil }
    let value = words.dropFirst().first
    let name = names[first] ?? first
    if name == "digits", first != name { return "it is typed: set digits \(digits(value))" }
    let own = values(name)
    if !own.isEmpty {
      let known = [value, first].compactMap { $0 }.lazy.compactMap { word in
        own.contains(word) ? word : meant(by: word, as: name)
      }.first
      return known.map { "it is typed: set \(name) \($0)" }
        ?? (first == name ? nil : "it is typed: set \(name) \(own.last ?? "")")
    }
    return sentences.first { $0.names.contains(first) }?.hint
  }

  private static func digits(_ value: String?) -> Int {
    value.flatMap { Int($0) }.flatMap { (1...17).contains($0) ? $0 : nil } ?? 9
  }

  /// The word of a setting that means what another word means elsewhere.
  private static func meant(by word: String, as name: String) -> String? {
    let isYes = ["yes", "on", "true", "1", "enable", "enabled"].contains(word)
    let isNo = ["no", "off", "false", "0", "none", "disable", "disabled", "never"].contains(word)
    if let own = words[name]?[word] { return own }
    guard isYes || isNo else { return nil }
    return answers[name].map { isYes ? $0.yes : $0.no }
  }

  /// What yes and no mean for a setting.
  private static let answers: [String: (yes: String, no: String)] = [
    "color": ("always", "never"), "paging": ("on", "off"), "pictures": ("braille", "ascii"),
    "keep": ("errors", "nothing"),
  ]

  /// Words of other tools for the values of a setting.
  private static let words: [String: [String: String]] = [
    "color": ["default": "auto", "automatic": "auto", "ansi": "always", "mono": "never"],
    "pictures": [
      "unicode": "braille", "utf8": "braille", "utf-8": "braille", "dots": "braille",
      "fine": "braille", "plain": "ascii", "text": "ascii", "box": "blocks",
    ],
    "editor": [
      "vim": "vi", "nvim": "vi", "neovim": "vi", "viins": "vi", "nano": "emacs",
      "readline": "emacs",
    ],
    "keep": ["all": "errors", "everything": "errors", "failed": "errors", "mistakes": "errors"],
  ]

  /// What a setting of others is called here.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (ours, theirs) in [
      ("color", "colour colors colours ansi"),
      ("paging", "pager less more pagination scrolling"),
      ("editor", "vi vim emacs keymap keys keybindings bindings editing-mode editingmode"),
      ("pictures", "plots charts graphics unicode utf8 ascii braille blocks charset characters"),
      ("keep", "errors mistakes errexit"),
      ("digits", "precision decimals places format float round printoptions scipen"),
    ] {
      for name in theirs.split(separator: " ") { names[String(name)] = ours }
    }
    return names
  }()

  private static let sentences: [(names: Set<String>, hint: String)] = [
    (
      [
        "theme", "dark", "light", "background", "colorscheme", "syntax", "highlight",
        "highlighting", "style", "palette",
      ], "the colours are the terminal's own; set color never goes without"
    ),
    (
      ["prompt", "ps1", "number", "nu", "numbers", "linenumbers"],
      "the prompt counts the cells; cells shows all of them"
    ),
    (
      ["lang", "language", "locale", "sprache", "langue", "idioma"],
      "it speaks English; explain TERM says what a word means"
    ),
    (
      ["verbose", "echo", "quiet", "silent", "debug", "trace", "xtrace", "logging", "loglevel"],
      "there is nothing to turn on; show history tells of each epoch"
    ),
    (
      ["history", "histsize", "histfile", "savehist"],
      "the history is kept by itself, and Ctrl-R searches in it"
    ),
    (
      ["width", "columns", "cols", "linewidth", "height", "rows", "lines"],
      "it follows the terminal; from the shell: overfit --width 60"
    ),
    (
      ["autosave", "save", "backup"],
      "what is typed is kept by itself; save FILE.md makes a notebook of it"
    ),
    (
      ["threads", "cores", "cpus", "jobs", "njobs", "numthreads"],
      "from the shell: overfit --threads 2"
    ),
    (
      ["device", "gpu", "cuda"],
      "all processors of this machine train, and nothing else: overfit --threads N"
    ),
    (
      ["completion", "autocomplete", "autosuggest", "suggestions", "hints"],
      "Tab completes, and what stands in grey is a hint; both are always there"
    ),
    (
      ["bell", "beep", "mouse", "font", "fontsize", "cursor"],
      "that is a setting of the terminal itself"
    ),
  ]
}
