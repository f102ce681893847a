import Testing

/// What the program takes its terminal for, as the results show it.
@Suite("Page", .serialized, .timeLimit(.minutes(1)))
struct PageTests {
  private let home = TemporaryFolder()

  struct Setting: CustomTestStringConvertible {
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var columns = 80
    let page: String

    var testDescription: String { "\(arguments) \(environment) \(columns)" }
  }

  /// A text that is wrapped, and a picture.
  private static let script = Samples.script([
    "print \"" + String(repeating: "a ", count: 240) + "\"", "data circles points=40", "plot data",
  ])

  /// The page that a result was drawn for.
  private static func page(of output: String) -> String {
    let lines = output.split(whereSeparator: \.isNewline)
    let wrapped = lines.filter { $0.hasPrefix("a a") }.map(\.count).max() ?? 0
    let pictures = output.contains("│") ? "blocks" : "ascii"
    let color = output.contains("\u{1B}[") ? "color" : "no color"
    return "\(wrapped + 1) \(pictures) \(color)"
  }

  @Test(
    "follows the terminal, the options and the environment",
    arguments: [
      Setting(page: "80 blocks color"),
      Setting(columns: 132, page: "132 blocks color"),
      Setting(columns: 30, page: "40 blocks color"),
      Setting(columns: 250, page: "200 blocks color"),
      Setting(arguments: ["--width", "60"], page: "60 blocks color"),
      Setting(arguments: ["--plain"], page: "80 ascii color"),
      Setting(environment: ["LANG": "C"], page: "80 ascii color"),
      Setting(environment: ["LANG": "C", "LC_ALL": "de_DE.UTF-8"], page: "80 blocks color"),
      Setting(environment: ["LC_ALL": "C"], page: "80 ascii color"),
      Setting(arguments: ["--color", "never"], page: "80 blocks no color"),
      Setting(environment: ["NO_COLOR": "1"], page: "80 blocks no color"),
      Setting(environment: ["NO_COLOR": ""], page: "80 blocks color"),
      Setting(
        arguments: ["--color", "always"], environment: ["NO_COLOR": "1"], page: "80 blocks color"),
      Setting(environment: ["TERM": "dumb"], page: "80 blocks no color"),
    ])
  func page(setting: Setting) throws {
    try home.write(Self.script, to: "script.overfit")
    let terminal = PseudoTerminal(
      ["run", home.path + "/script.overfit"] + setting.arguments, home: home,
      environment: setting.environment, columns: setting.columns)
    #expect(try terminal.waitForExit() == .status(0))
    #expect(Self.page(of: terminal.raw) == setting.page)
  }

  @Test("is 80 columns of plain characters where there is no terminal")
  func pipe() throws {
    #expect(Self.page(of: try Program([], input: Self.script).output) == "80 ascii no color")
    let wide = try Program(["--width", "100", "--color", "always"], input: Self.script)
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
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }
}
