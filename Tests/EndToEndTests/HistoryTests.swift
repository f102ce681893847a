import Foundation
import Testing

@Suite("History", .waiting, .serialized, .timeLimit(.minutes(15)))
struct HistoryTests {
  private let home = TemporaryFolder()
  private let file = ".local/state/overfit/history"

  private func start(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home, environment: environment)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  private let up = "\u{1B}[A"

  @Test("brings back the cells of this session and of earlier ones")
  func keptBetweenSessions() throws {
    let first = try start()
    try first.type("print größe", thenPrompt: 1)
    first.send("quit\r")
    _ = try first.waitForExit()

    let second = try start()
    second.send("print 2\r")
    try second.wait(forLine: "[2]")
    second.send(up)
    try second.wait(forLine: "[2] print 2")
    second.send(up + up)
    try second.wait(forLine: "[2] print größe")
    second.send("\r")
    try second.wait(forLine: "[2]")
  }

  @Test("is plain text, for its owner alone, and holds a cell of several lines in one")
  func plainText() throws {
    let terminal = try start()
    try terminal.type("print a b", thenPrompt: 1)
    terminal.send("for a in 1\r\tprint a\rend\r")
    try terminal.wait(forLine: "[2]")
    #expect(home.read(file) == "print a b\nfor a in 1\\n  print a\\nend\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: home.path + "/" + file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    try terminal.type("quit", thenPrompt: 2)
    terminal.send("quit\r")
    _ = try terminal.waitForExit()
    let next = try start()
    next.send(up + up + "\r")
    try next.wait(forLine: "[2]")
    #expect(next.screen.description.contains("for a in 1\n  print a\nend\n"))
  }

  @Test("stands in the folder that XDG_STATE_HOME names")
  func stateFolder() throws {
    let terminal = try start(["XDG_STATE_HOME": home.path + "/state"])
    terminal.send("print 1\r")
    try terminal.wait(forLine: "[2]")
    #expect(home.read("state/overfit/history") == "print 1\n")
    #expect(home.read(file) == nil)
  }

  @Test("keeps the last ten thousand cells, and no cell twice")
  func limit() throws {
    let old = (1...10_200).map { "print \($0)\n" }.joined()
    try home.write(old, to: file)
    let terminal = try start()
    terminal.send("print 0.25\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("print 0.25\r")
    try terminal.wait(forLine: "[3]")
    let lines = try #require(home.read(file)).split(separator: "\n")
    #expect(lines.count == 10_000)
    #expect(lines.first == "print 202")
    #expect(lines.suffix(2) == ["print 10200", "print 0.25"])
  }

  @Test("has a cell that is typed again at its end, and there alone")
  func noDuplicates() throws {
    try home.write("print 1\nprint 2\nprint 1\nprint 3\n", to: file)
    let terminal = try start()
    terminal.send("print 2\r")
    try terminal.wait(forLine: "[2]")
    #expect(home.read(file) == "print 1\nprint 1\nprint 3\nprint 2\n")
    for cell in ["print 2", "print 3", "print 1"] {
      terminal.send(up)
      try terminal.wait(forLine: "[2] \(cell)")
    }
    terminal.send(up + "!")
    try terminal.wait(forLine: "[2] print 1!")
  }

  @Test("has a new cell put behind the others, and is written anew only for one that stands there")
  func growing() throws {
    try home.write((1...2000).map { "print \($0)\n" }.joined(), to: file)
    func number() throws -> UInt64 {
      var information = stat()
      #expect(stat(home.path + "/" + file, &information) == 0)
      return UInt64(information.st_ino)
    }
    let before = try number()
    let terminal = try start()
    try terminal.enter(["print 0.5", "let a = 1", "let b = 2"])
    #expect(try number() == before)
    #expect(
      try #require(home.read(file)).hasSuffix("print 2000\nprint 0.5\nlet a = 1\nlet b = 2\n"))
    try terminal.enter(["print 7"], from: 4)
    #expect(try number() != before)
    let lines = try #require(home.read(file)).split(separator: "\n")
    #expect(lines.count == 2003 && lines.last == "print 7")
  }

  @Test("has each line that was shown, though they come faster than anyone types and it is killed")
  func killedAmongFastLines() throws {
    try home.write("an earlier line without an end", to: file)
    let terminal = try start()
    let lines = (1...250).map { "let a\($0) = 1" }
    terminal.send(lines.joined(separator: "\r") + "\r")
    // As many as come together are shown together.
    try terminal.wait(for: "some of them") { $0.place > 90 }
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let shown = try #require(
      terminal.raw.matches(of: #/\[(\d+)\] /#).compactMap { Int($0.1) }.max())
    let kept = try #require(home.read(file)).split(separator: "\n").map(String.init)
    #expect(kept.first == "an earlier line without an end")
    #expect(Array(kept.dropFirst()) == Array(lines.prefix(kept.count - 1)))
    #expect(kept.count - 1 >= shown - 1, "\(kept.count) \(shown)")
  }

  @Test("keeps no line that begins with a blank")
  func blank() throws {
    let terminal = try start()
    try terminal.enter(["print 1", " print 2"])
    #expect(home.read(file) == "print 1\n")
    terminal.send(up)
    try terminal.wait(forLine: "[3] print 1")
  }

  @Test("is gone through by what is typed, and what is typed comes back")
  func beginning() throws {
    try home.write("let a = 1\nprint 1\nlet b = 2\nprint 2\n", to: file)
    let terminal = try start()
    terminal.send("let" + up)
    try terminal.wait(forLine: "[1] let b = 2")
    terminal.send(up)
    try terminal.wait(forLine: "[1] let a = 1")
    terminal.send(up + "\u{1B}[B")
    try terminal.wait(forLine: "[1] let b = 2")
    terminal.send("\u{1B}[B")
    try terminal.wait(forLine: "[1] let")
    terminal.send("\u{10}")
    try terminal.wait(forLine: "[1] print 2")
    terminal.send("\u{10}")
    try terminal.wait(forLine: "[1] let b = 2")
    // What was changed is a beginning of its own, and stays where nothing begins so.
    terminal.send("5" + up + "!")
    try terminal.wait(forLine: "[1] let b = 25!")
  }

  @Test("of thirty sessions at once loses nothing")
  func manySessions() throws {
    let terminals = (1...30).map { _ in PseudoTerminal(home: home) }
    for terminal in terminals { try terminal.wait(forLine: "[1]") }
    for (number, terminal) in terminals.enumerated() { terminal.send("print \(number)\r") }
    for terminal in terminals { try terminal.wait(forLine: "[2]") }
    for (number, terminal) in terminals.enumerated() { terminal.send("let a = \(number)\r") }
    for terminal in terminals { try terminal.wait(forLine: "[3]") }
    let lines = try #require(home.read(file)).split(separator: "\n")
    #expect(lines.count == 60, "\(lines.sorted())")
    #expect(Set(lines).count == 60)
  }

  @Test("of two sessions at once holds the cells of both")
  func twoSessions() throws {
    let one = try start()
    let other = try start()
    one.send("print 1\r")
    try one.wait(forLine: "[2]")
    other.send("print 2\r")
    try other.wait(forLine: "[2]")
    one.send("print 3\r")
    try one.wait(forLine: "[3]")
    #expect(home.read(file) == "print 1\nprint 2\nprint 3\n")
  }

  @Test("holds no control characters that were put into its file")
  func controlCharacters() throws {
    try home.write("print \u{1B}]0;x\u{7}\u{202E}a\n", to: file)
    let terminal = try start()
    terminal.send(up)
    try terminal.wait(forLine: "[1] print ]0;xa")
  }

  @Test("keeps the mode of its file, and the link that stands in its place")
  func linkAndMode() throws {
    try home.write("print 1\n", to: "elsewhere")
    let (link, target) = (home.path + "/" + file, home.path + "/elsewhere")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createDirectory(
      atPath: home.path + "/.local/state/overfit", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let terminal = try start()
    terminal.send("print 2\r")
    try terminal.wait(forLine: "[2]")
    #expect(home.read("elsewhere") == "print 1\nprint 2\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test(
    "that is no plain file is left alone, and that is said once", arguments: ["pipe", "folder"])
  func noPlainFile(kind: String) throws {
    let path = home.path + "/" + file
    try FileManager.default.createDirectory(
      atPath: home.path + "/.local/state/overfit", withIntermediateDirectories: true)
    if kind == "pipe" {
      #expect(mkfifo(path, 0o600) == 0)
    } else {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
    let terminal = try start()
    for number in 1...2 {
      terminal.send("print \(number)\r")
      try terminal.wait(forLine: "[\(number + 1)]")
    }
    let said = terminal.raw.components(separatedBy: "it is no plain file").count - 1
    #expect(said == 1)
    var information = stat()
    #expect(stat(path, &information) == 0)
    #expect(information.st_mode & S_IFMT == (kind == "pipe" ? S_IFIFO : S_IFDIR))
    terminal.send(up)
    try terminal.wait(forLine: "[3] print 2")
  }

  @Test("that another program holds is not waited for; what was typed meanwhile comes later")
  func locked() throws {
    try home.write("", to: file)
    let lock = open(home.path + "/.local/state/overfit", O_RDONLY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let terminal = try start()
    for number in 1...2 {
      terminal.send("print \(number)\r")
      try terminal.wait(forLine: "[\(number + 1)]")
    }
    #expect(terminal.raw.components(separatedBy: "another program holds it").count == 2)
    #expect(home.read(file) == "")
    #expect(flock(lock, LOCK_UN) == 0)
    terminal.send("print 3\r")
    try terminal.wait(forLine: "[4]")
    #expect(home.read(file) == "print 1\nprint 2\nprint 3\n")
  }

  @Test("may have no place to stand in")
  func noPlace() throws {
    let terminal = try start(["HOME": "/dev/null"])
    terminal.send("print 1\r")
    try terminal.wait(forLine: "[2]")
    terminal.send(up)
    try terminal.wait(forLine: "[2] print 1")
  }
}
