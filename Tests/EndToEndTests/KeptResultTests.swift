import Foundation
import Testing

/// A session that is killed comes back without training again.
@Suite("Results kept on the disk", .waiting, .timeLimit(.minutes(15)))
struct KeptResultTests {
  private let home = TemporaryFolder()
  private var folder: String { "\(home.path)/.local/state/overfit/results" }

  private static let lines = [
    "data circles points=60", "split validation=25%", "network", "add dense 8 tanh",
    "add dense 1 sigmoid", "train epochs=30 optimizer=adam rate=0.05", "train epochs=5",
    "compare l2=0,0.1 seeds=2", "search random rate=0.01..1 log trials=4 epochs=3",
  ]

  /// Kills a session behind these lines, and gives back what it showed last.
  private func kill() throws {
    let terminal = PseudoTerminal(home: home, rows: 100)
    try terminal.wait(forLine: "[1]")
    for (number, line) in Self.lines.enumerated() {
      terminal.send("\(line)\r")
      try terminal.wait(forLine: "[\(number + 2)]")
    }
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
  }

  /// What a session that is taken up says of its trainings.
  private func recovered() throws -> (text: String, fits: String) {
    let terminal = PseudoTerminal(["--recover"], home: home, rows: 100)
    try terminal.wait(forLine: "[\(Self.lines.count + 1)]")
    let text = terminal.screen.description
    terminal.send("show session\r")
    try terminal.wait(for: "taken from what is kept")
    let screen = terminal.screen.description
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    return (text, screen.contains("· 0 fits") ? "none" : "some")
  }

  @Test("are taken by --recover alone, as a whole and nobody else's")
  func recovering() throws {
    try kill()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 4)
    for file in files {
      let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
      #expect(facts[.posixPermissions] as? Int == 0o600)
    }
    let (text, fits) = try recovered()
    #expect(fits == "none")
    // Damaged, cut off or readable for others they count for nothing, and the session is the same.
    for (index, file) in files.enumerated() {
      let path = "\(folder)/\(file)"
      if index == 0 {
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
      } else {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      }
    }
    let again = try recovered()
    #expect(again.fits == "some")
    #expect(again.text == text)
  }

  @Test("go with the journal where a session is left by choice")
  func leaving() throws {
    let terminal = PseudoTerminal(home: home, rows: 100)
    try terminal.wait(forLine: "[1]")
    for (number, line) in Self.lines.enumerated() {
      terminal.send("\(line)\r")
      try terminal.wait(forLine: "[\(number + 2)]")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
    terminal.send("quit\rquit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
