import Testing

/// What the program takes its terminal for, as the results show it.
@Suite("Page", .waiting, .serialized, .timeLimit(.minutes(15)))
struct PageTests {
  private let home = TemporaryFolder()

  struct Setting: CustomTestStringConvertible {
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var columns = 80
    var pictures: String?
    let page: String

    var testDescription: String { "\(arguments) \(environment) \(columns) \(pictures ?? "")" }
  }

  /// A text that is wrapped, and a picture.
  private static func script(pictures: String? = nil) -> String {
    Samples.script(
      (pictures.map { ["set pictures \($0)"] } ?? []) + [
        "print \"" + String(repeating: "a ", count: 240) + "\"", "data circles points=40",
        "plot data",
      ])
  }

  /// The page that a result was drawn for.
  private static func page(of output: String) -> String {
    let lines = output.split(whereSeparator: \.isNewline)
    let wrapped = lines.filter { $0.hasPrefix("a a") }.map(\.count).max() ?? 0
    let pictures = output.contains("│") ? "boxes" : "ascii"
    let color =
      output.contains("\u{1B}[38;5;")
      ? "256 colors" : output.contains("\u{1B}[") ? "16 colors" : "no color"
    return "\(wrapped + 1) \(pictures) \(color)"
  }

  @Test(
    "follows the terminal, the options and the environment",
    arguments: [
      Setting(page: "80 ascii 16 colors"),
      Setting(pictures: "blocks", page: "80 boxes 16 colors"),
      Setting(pictures: "braille", page: "80 boxes 16 colors"),
      Setting(pictures: "ascii", page: "80 ascii 16 colors"),
      Setting(columns: 132, page: "132 ascii 16 colors"),
      Setting(columns: 30, page: "40 ascii 16 colors"),
      Setting(columns: 250, page: "200 ascii 16 colors"),
      Setting(arguments: ["--width", "60"], page: "60 ascii 16 colors"),
      Setting(arguments: ["--plain"], pictures: "blocks", page: "80 ascii 16 colors"),
      Setting(environment: ["LANG": "C"], pictures: "blocks", page: "80 ascii 16 colors"),
      Setting(
        environment: ["LANG": "C", "LC_ALL": "de_DE.UTF-8"], pictures: "blocks",
        page: "80 boxes 16 colors"),
      Setting(environment: ["LC_ALL": "C"], pictures: "braille", page: "80 ascii 16 colors"),
      Setting(arguments: ["--color", "never"], page: "80 ascii no color"),
      Setting(environment: ["NO_COLOR": "1"], pictures: "blocks", page: "80 boxes no color"),
      Setting(environment: ["NO_COLOR": ""], page: "80 ascii 16 colors"),
      Setting(
        arguments: ["--color", "always"], environment: ["NO_COLOR": "1"],
        page: "80 ascii 16 colors"),
      Setting(environment: ["TERM": "xterm-256color"], page: "80 ascii 256 colors"),
      Setting(
        environment: ["COLORTERM": "truecolor"], page: "80 ascii 256 colors"),
      Setting(environment: ["TERM": "vt220"], page: "80 ascii no color"),
      Setting(environment: ["TERM": "dumb"], pictures: "blocks", page: "80 boxes no color"),
    ])
  func page(setting: Setting) throws {
    try home.write(Self.script(pictures: setting.pictures), to: "script.overfit")
    let terminal = PseudoTerminal(
      ["run", home.path + "/script.overfit"] + setting.arguments, home: home,
      environment: setting.environment, columns: setting.columns)
    #expect(try terminal.waitForExit() == .status(0))
    #expect(Self.page(of: terminal.raw) == setting.page)
  }

  @Test("has the pictures that are set, and a saved notebook has its own")
  func savedNotebook() throws {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(["data circles points=40"])
    try terminal.type("set pictures braille", thenPrompt: 2)
    try terminal.type("plot data", thenPrompt: 3)
    #expect(terminal.raw.contains("│"))
    try terminal.type("save \(home.path)/notebook.md", thenPrompt: 3)
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    let saved = try #require(home.read("notebook.md"))
    #expect(saved.contains("> plot data") && !saved.contains("set pictures"))
    #expect(!saved.contains("│") && !saved.contains("\u{1B}"))
  }

  @Test("is 80 columns of plain characters where there is no terminal")
  func pipe() throws {
    #expect(
      Self.page(of: try Program([], input: Self.script(pictures: "blocks")).output)
        == "80 ascii no color")
    let wide = try Program(
      ["--width", "100", "--color", "always"], input: Self.script(pictures: "blocks"))
    #expect(Self.page(of: wide.output) == "100 ascii no color")
  }

  @Test("the prompt speaks text, whatever the format of results is")
  func formatAtPrompt() throws {
    let terminal = PseudoTerminal(["--format", "json"], home: home)
    try terminal.enter(["print 1 + 1"])
    #expect(terminal.screen.lines.contains("2"))
    #expect(!terminal.screen.description.contains("{"))
  }

  @Test("a dumb terminal gets a prompt, and no escape code")
  func dumb() throws {
    let terminal = PseudoTerminal(home: home, environment: ["TERM": "dumb"])
    try terminal.enter(Samples.slow + ["train epochs=20"])
    try terminal.type("edit 1", thenPrompt: 7)
    #expect(!terminal.raw.contains("\u{1B}"))
    #expect(terminal.screen.lines.contains("edit 1 COMMAND replaces it; it is:"))
    // Each Ctrl-D is one end, and the first one asks.
    terminal.send("\u{4}")
    try terminal.wait(for: "\n6 cells are not saved: quit again to leave, or save FILE.md\n[7]")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }
}
