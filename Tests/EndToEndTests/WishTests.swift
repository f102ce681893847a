import Foundation
import Testing

@Suite("Wishes for the terminal", .waiting, .serialized, .timeLimit(.minutes(15)))
struct WishTests {
  private let home = TemporaryFolder()
  private static let path = ".config/overfit/init.overfit"

  private func terminal(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home, environment: environment)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("are kept from one session to the next, each in a line of a file, the rest as it was")
  func kept() throws {
    try home.write("# mine\nset  pictures  ascii\n\nset paging on\n", to: Self.path)
    var terminal = try terminal()
    let said = try terminal.type("set pictures braille").joined(separator: " ")
    #expect(said.contains("kept for later sessions in \(home.path)/\(Self.path)"))
    _ = try terminal.type("set paging off")
    #expect(home.read(Self.path) == "# mine\nset pictures braille\n\nset paging off\n")
    _ = try terminal.type("set color never")
    terminal.send("quit\r")
    _ = try terminal.waitForExit()
    terminal = try self.terminal()
    _ = try terminal.type("plot activation tanh")
    #expect(
      terminal.screen.description.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    #expect(!terminal.raw.contains("\u{1B}[3"))
  }

  @Test("stand where XDG_CONFIG_HOME says")
  func place() throws {
    let terminal = try terminal(["XDG_CONFIG_HOME": home.path + "/wishes"])
    _ = try terminal.type("set keep errors")
    #expect(home.read("wishes/overfit/init.overfit") == "set keep errors\n")
  }

  @Test("decide whether a typed line that fails is a cell: it is not, unless errors are kept")
  func keptErrors() throws {
    let terminal = try terminal()
    try terminal.type("trane", thenPrompt: 1)
    #expect(terminal.screen.description.contains("did you mean: train"))
    try terminal.type("print 1", thenPrompt: 2)
    _ = try terminal.type("set keep errors")
    try terminal.type("trane", thenPrompt: 3)
  }

  @Test("are nothing else: a line that would change a notebook is named with file and line")
  func faults() throws {
    try home.write("set pictures blocks\nseed 4\nset digits 9\nset paging perhaps\n", to: Self.path)
    let terminal = try terminal()
    let text = terminal.raw.replacingOccurrences(of: "\r\n", with: " ")
    for line in [2, 3, 4] { #expect(text.contains("init.overfit:\(line): "), "\(line)") }
    #expect(!text.contains("init.overfit:1: "))
    #expect(try terminal.type("print 1/3") == ["0.333333"])
  }

  @Test("are told of in lines that end between words, on a narrow screen too")
  func narrow() throws {
    try home.write("train epochs=5\n", to: Self.path)
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"], columns: 50)
    try terminal.wait(forLine: "[1]")
    let lines = terminal.raw.replacingOccurrences(of: "\r", with: "").split(separator: "\n")
    let fault = lines.prefix { !$0.hasPrefix("Overfit") }
    #expect(fault.count > 2 && fault.allSatisfy { $0.count <= 50 || !$0.contains(" ") })
    #expect(fault.joined(separator: " ").contains("pictures, color, paging, editor, keep"))
    terminal.send("help train\r")
    try terminal.wait(for: "\n  train epochs=500\n  stop=target(validation_accuracy=90%)\n")
  }

  @Test("are not read in a pipe, a run or a replay")
  func unattended() throws {
    try home.write("set pictures blocks\nnonsense\n", to: Self.path)
    try home.write("plot schedule constant epochs=3\n", to: "a.overfit")
    let call = ["run", home.path + "/a.overfit"]
    let run = try Program(call, home: home)
    #expect(run.error.isEmpty)
    #expect(run.output == (try Program(call)).output)
    let piped = try Program([], input: "data circles points=20\nplot data\n", home: home)
    #expect(piped.error.isEmpty)
    #expect(piped.output.unicodeScalars.allSatisfy { $0.isASCII || $0 == "·" })
  }

  @Test("a finer kind of pictures is offered once, to a terminal that shows it")
  func offered() throws {
    let fine = ["TERM": "xterm-256color"]
    for (index, environment) in [["TERM": "xterm"], fine, fine].enumerated() {
      let terminal = try terminal(environment)
      #expect(terminal.screen.description.contains("Finer pictures: ") == (index == 1))
      terminal.send("\u{4}")
      _ = try terminal.waitForExit()
    }
    #expect(home.read(Self.path)?.hasPrefix("# How Overfit uses this terminal.") == true)
  }
}
