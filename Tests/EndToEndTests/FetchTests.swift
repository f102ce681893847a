import LocalServer
import Testing

@Suite("Fetching", .waiting, .serialized, .timeLimit(.minutes(15)))
struct FetchTests {
  private let home = TemporaryFolder()
  private let file = "train-images-idx3-ubyte.gz"
  private var place: String { ".local/share/overfit/mnist/\(file)" }

  @Test("refuses a file that is not the one it should be, and goes on")
  func wrongDigest() throws {
    let server = LocalServer(["/mnist/\(file)": .bytes(Array("abc".utf8))])
    defer { server.stop() }
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(["print 1"])
    try terminal.type("fetch mnist from=\(server.url("/mnist"))", thenPrompt: 2)
    let screen = terminal.screen.description
    #expect(screen.contains("\n          ^^^^^\n"))
    #expect(screen.contains(file))
    // sha256sum of "abc", from FIPS 180-4.
    #expect(screen.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(
      screen.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("thrown away"))
    #expect(home.read(place) == nil)
    #expect(home.read(place + ".part") == nil)
    try terminal.enter(["print 2"], from: 2)
  }

  @Test("says plainly that a server has no such file, or that nobody answers")
  func refusals() throws {
    let server = LocalServer([:])
    let address = server.url("/")
    let missing = try Program([], input: "fetch mnist from=\(address)\n", home: home)
    #expect(missing.output.contains("the server has no \(file) (404)"))
    #expect(missing.status == 1)
    server.stop()
    let silent = try Program([], input: "fetch mnist from=\(address)\n", home: home)
    #expect(silent.output.contains("cannot reach the server of"))
    #expect(silent.status == 1)
    let strange = try Program([], input: "fetch mnist from=ftp://127.0.0.1/\n", home: home)
    #expect(strange.output.contains("begin with http:// or https://"))
    #expect(strange.status == 1)
  }

  @Test("stops at Ctrl-C and goes on later where it stopped")
  func interrupted() throws {
    let server = LocalServer(["/\(file)": .silent(Array("abc".utf8), after: 1)])
    defer { server.stop() }
    let terminal = PseudoTerminal(home: home)
    try terminal.wait(forLine: "[1]")
    terminal.send("fetch mnist from=\(server.url("/"))\r")
    try terminal.wait(for: "the first byte") { $0.currentLine.contains("MB") }
    let place = terminal.screen.place
    terminal.send("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentLine == "[1]" && $0.place > place }
    #expect(terminal.screen.description.contains("stopped after 1 bytes of"))
    #expect(home.read(self.place) == nil)
    #expect(home.read(self.place + ".part") == "a")

    let other = LocalServer(["/\(file)": .bytes(Array("abc".utf8))])
    defer { other.stop() }
    try terminal.type("fetch mnist from=\(other.url("/"))", thenPrompt: 1)
    #expect(other.ranges == ["bytes=1-"])
    #expect(terminal.screen.description.contains("is not the file that was expected"))
  }
}
