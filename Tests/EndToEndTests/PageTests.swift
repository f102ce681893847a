import Testing

/// What the program takes its terminal for, as the command `page` of the rehearsal tells it.
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
      Setting(arguments: ["--format", "json"], page: "80 blocks color"),
    ])
  func page(setting: Setting) throws {
    let terminal = PseudoTerminal(
      setting.arguments, home: home, environment: setting.environment, columns: setting.columns)
    try terminal.wait(forLine: "[1]")
    terminal.send("page\r")
    try terminal.wait(for: "\n\(setting.page)\n")
  }

  @Test("is 80 columns of plain characters where there is no terminal")
  func pipe() throws {
    #expect(try Program([], input: "page\n").output == "> page\n80 ascii no color\n")
    #expect(
      try Program(["--width", "100"], input: "page\n").output == "> page\n100 ascii no color\n")
  }

  @Test("a dumb terminal gets a prompt, and no escape code")
  func dumb() throws {
    let terminal = PseudoTerminal(home: home, environment: ["TERM": "dumb"])
    try terminal.wait(forLine: "[1]")
    terminal.send("train epochs=500\n")
    try terminal.wait(forLine: "[2]")
    #expect(!terminal.raw.contains("\u{1B}"))
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }
}
