import Foundation
import Testing

/// Keys that change a text at the prompt, and the student's own editor.
@Suite("Editing", .waiting, .serialized, .timeLimit(.minutes(15)))
struct EditingTests {
  private let home = TemporaryFolder()

  private func start(
    _ environment: [String: String] = [:], bindings: String = "", columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    try home.write(bindings, to: ".editrc")
    let terminal = PseudoTerminal(
      home: home, environment: environment, columns: columns, rows: rows)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test(
    "cuts, copies and puts in again, with all that was cut before",
    arguments: [
      ("one two\u{1B}\u{7F}\u{19}\u{19}", "one twotwo"),
      // Cuts one behind the other are put in together.
      ("one two three\u{1B}\u{7F}\u{1B}\u{7F}\u{1}\u{19}", "two threeone"),
      ("one two\u{1}\u{1B}d\u{1B}d\u{19}!", "one two!"),
      ("one\u{15}two\u{15}x\u{19}", "xtwo"),
      ("one\u{15}two\u{15}x\u{19}\u{1B}y", "xone"),
      ("one\u{15}two\u{15}x\u{19}\u{1B}y\u{1B}y", "xtwo"),
      ("one two\u{1}\u{0}\u{1B}f\u{17}\u{5}\u{19}", " twoone"),
      ("one two\u{1}\u{0}\u{1B}f\u{1B}w\u{5}\u{19}", "one twoone"),
      ("one two\u{1}\u{0}\u{5}\u{18}\u{18}!", "!one two"),
      ("größe zäh\u{1B}\u{7F}\u{1}\u{19}!", "zäh!größe"),
      ("abc\u{1}\u{6}\u{B}\u{19}\u{19}", "abcbc"), ("\u{19}a\u{1B}y", "a"),
    ])
  func killRing(keys: String, text: String) throws {
    let terminal = try start(["NO_COLOR": "1"])
    terminal.send(keys)
    try terminal.wait(forLine: "[1] \(text)")
  }

  @Test(
    "knows the keys that are pressed with others, and types nothing for those without a meaning",
    arguments: [
      ("one two\u{1B}[1;5D!", "one !two"), ("one two\u{1B}[1;3D!", "one !two"),
      ("one two\u{1}\u{1B}[1;5C!", "one! two"), ("one two\u{1B}[1;2D!", "one tw!o"),
      ("one\u{1B}[5~\u{1B}[6~\u{1B}[15~\u{1B}[24;5~!", "one!"), ("one\u{1B}[1;5A!", "one!"),
      // Without a mark Ctrl-W cuts back to a blank.
      ("train rate=0.05\u{17}", "train"), ("one two three\u{17}\u{17}\u{19}", "one two three"),
    ])
  func otherKeys(keys: String, text: String) throws {
    let terminal = try start(["NO_COLOR": "1"])
    terminal.send(keys)
    try terminal.wait(forLine: "[1] \(text)")
  }

  @Test(
    "takes a letter with its marks as one, whichever way a key goes",
    arguments: [
      // Left and Backspace, with arrows and with letters.
      ("\u{1B}[D\u{1B}[D\u{7F}", "ab"), ("\u{2}\u{2}\u{8}", "ab"),
      ("\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[3~", "ab"),
      ("\u{1B}[D\u{1B}[D\u{1B}[Dx", "axe\u{301}\u{323}b"),
      ("\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[Cx", "ae\u{301}\u{323}xb"),
      ("\u{1B}[D\u{1B}[D\u{1B}[D\u{6}\u{7F}\u{7F}x", "xb"),
    ])
  func marks(keys: String, text: String) throws {
    let terminal = try start(["NO_COLOR": "1"])
    terminal.send("print \"ae\u{301}\u{323}b\"\(keys)\r")
    try terminal.wait(for: "\n\(text.unicodeScalars.map { String($0) }.joined())\n[2]")
  }

  @Test("shows that a line is given up behind it, and over none of its letters")
  func givenUp() throws {
    let terminal = try start(["NO_COLOR": "1"])
    terminal.send("print 12345\u{1B}[D\u{1B}[D\u{1B}[D")
    try terminal.wait(for: "the cursor in the number") { $0.column == 12 }
    terminal.send("\u{3}")
    try terminal.wait(for: "[1] print 12345^C\n[1]")
  }

  @Test("has vi's keys where the student has set them")
  func wishedKeys() throws {
    try home.write("set editor vi\n", to: ".config/overfit/init.overfit")
    let terminal = try start()
    terminal.send("print 12 34")
    try terminal.wait(forLine: "[1] print 12 34")
    terminal.send("\u{1B}")
    usleep(200_000)
    terminal.send("hhx")
    try terminal.wait(forLine: "[1] print 1234")
  }

  @Test("leaves the keys to what the user's file binds to them")
  func bindings() throws {
    let terminal = try start(bindings: "bind ^W ed-delete-prev-word\nbind ^U em-toggle-overwrite\n")
    terminal.send("print one two\u{17}")
    try terminal.wait(forLine: "[1] print one")
    terminal.send("\u{15}\u{1}P")
    try terminal.wait(forLine: "[1] Print one")
  }

  @Test("with vi's keys has the arrow keys too, and searches with Ctrl-R")
  func viArrows() throws {
    try home.write("let a = 1\nprint 2\n", to: ".local/state/overfit/history")
    let terminal = try start(bindings: "bind -v\n")
    terminal.send("\u{1B}[A")
    try terminal.wait(forLine: "[1] print 2")
    terminal.send("\u{1B}[A")
    try terminal.wait(forLine: "[1] let a = 1")
    terminal.send("\u{1B}[B\u{1B}[D\u{1B}[D7")
    try terminal.wait(forLine: "[1] print7 2")
    terminal.send("\u{1B}[H\u{1B}[C_\u{1B}[F!")
    try terminal.wait(forLine: "[1] p_rint7 2!")
    terminal.send("\u{1B}0xA?")
    try terminal.wait(forLine: "[1] _rint7 2!?")
    terminal.send("\u{12}let")
    try terminal.wait(for: "[1] let a = 1\nbck:let")
    terminal.send("\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("takes wide and combining characters as they are", arguments: ["xterm", "vt100"])
  func characters(kind: String) throws {
    let terminal = try start(["TERM": kind, "NO_COLOR": "1"], columns: 20, rows: 5)
    terminal.send("print \"漢字e\u{301}👍\"\u{1B}[D\u{1B}[D!\r")
    try terminal.wait(for: "\n漢字e\u{301}!👍\n")
  }

  /// A program that stands for an editor: a script that gets the file's name.
  private func editor(_ script: String) throws -> String {
    try home.write("#!/bin/sh\n" + script, to: "editor")
    let path = home.path + "/editor"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test("opens a cell in the student's editor, in a file that nobody else may read")
  func externalEditor() throws {
    let path = try editor(
      "ls -l \"$2\" | cut -c1-10 >\"$HOME/mode\"; ls -ld \"${2%/*}\" | cut -c1-10 >>\"$HOME/mode\"\n"
        + "stty -a >\"$HOME/stty\"; echo \"$1 $2\" >\"$HOME/words\"\n"
        + "sed -i 's/n \\* 2/n * 3/' \"$2\"\n")
    let terminal = try start(["EDITOR": "nothing", "VISUAL": "\(path) -n", "TMPDIR": home.path])
    try terminal.enter(["for n in 1, 2\r  print n * 2\rend"])
    try terminal.type("edit 1 editor=yes", thenPrompt: 2)
    #expect(terminal.screen.description.hasSuffix("\n3\n6\n[2]"))
    #expect(home.read("mode") == "-rw-------\ndrwx------\n")
    #expect(home.read("stty")?.contains(" icanon") == true)
    #expect(home.read("words")?.hasPrefix("-n \(home.path)/overfit-") == true)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(!left.contains { $0.hasPrefix("overfit-") })
    #expect(terminal.raw.components(separatedBy: "\u{1B}[?2004h").count == 3)
    try terminal.enter(["print 7"], from: 2)
    terminal.send("\u{1B}[A\u{1B}[A")
    try terminal.wait(for: "  print n * 3\nend")
  }

  @Test("says why the editor changed nothing, and goes on")
  func noEditor() throws {
    let terminal = try start()
    try terminal.enter(["print 1"])
    try terminal.type("edit 1 editor=yes", thenPrompt: 2)
    #expect(terminal.screen.description.contains("no editor is named: start overfit with EDITOR="))
    let path = try editor("exit 3\n")
    let other = try start(["EDITOR": path])
    try other.enter(["print 1"])
    try other.type("edit 1 editor=yes", thenPrompt: 2)
    let said = other.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("editor failed: the cell is as it was"))
    let same = try start(["EDITOR": "true"])
    try same.enter(["print 1"])
    try same.type("edit 1 editor=yes", thenPrompt: 2)
    #expect(same.screen.description.contains("\nthe cell is as it was\n"))
    try same.type("cells", thenPrompt: 2)
  }

  @Test("keeps what was typed in the editor, where it can't be run, in the history")
  func mistakeInEditor() throws {
    let path = try editor("echo 'prnt 1' >\"$1\"\n")
    let terminal = try start(["EDITOR": path])
    try terminal.enter(["print 1"])
    try terminal.type("edit 1 editor=yes", thenPrompt: 2)
    terminal.send("\u{1B}[A")
    try terminal.wait(forLine: "[2] prnt 1")
  }

  @Test("is stopped and goes on, at the prompt and while a cell runs")
  func stopped() throws {
    try home.write("set -m\n\"$@\"\nstty -a >$HOME/stty\necho stopped\nfg\n", to: "shell")
    let terminal = PseudoTerminal(
      [home.path + "/shell", Binary.path], program: "/bin/bash", home: home)
    try terminal.wait(forLine: "[1]")
    terminal.send("print 12")
    try terminal.wait(forLine: "[1] print 12")
    terminal.send("\u{1A}")
    try terminal.wait(for: "stopped")
    #expect(home.read("stty")?.contains(" icanon") == true)
    try terminal.wait(forLine: "[1] print 12")
    terminal.send("3\r")
    try terminal.wait(for: "\n123\n")
    #expect(terminal.raw.components(separatedBy: "\u{1B}[?2004l").count == 2)
  }

  @Test(
    "works on any size of screen", arguments: [(20, 5), (300, 100), (80, 24)])
  func sizes(columns: Int, rows: Int) throws {
    let terminal = try start(["NO_COLOR": "1"], columns: columns, rows: rows)
    let text = String(repeating: "abcdefghi ", count: 40)
    terminal.send("print \"\(text)\"\u{1}\u{1B}f!\u{7F}\u{5}\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("\u{12}abc")
    try terminal.wait(for: "bck:abc")
    terminal.send("\u{7}pri\t")
    try terminal.wait(forLine: "[2] print")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[2]")
    terminal.send("for n in 1\r")
    try terminal.wait(forLine: "  .")
    terminal.send("\u{4}")
    try terminal.wait(forLine: "[2]")
  }

  @Test(
    "edits lines in screen and tmux, too",
    arguments: ["screen", "screen-256color", "tmux", "tmux-256color", "xterm-kitty"])
  func kinds(kind: String) throws {
    let terminal = try start(["TERM": kind])
    terminal.send("print 2\u{1}\u{1B}[200~let\ta = 1\r\u{1B}[201~")
    try terminal.wait(for: "[1] let a = 1print 2\n")
  }

  @Test("without a terminal that can be drawn on takes lines as they come, tabs and all")
  func dumb() throws {
    let terminal = try start(["TERM": "dumb", "LC_ALL": "C"])
    terminal.send("for n in 1\n\tprint\tn\nend\n")
    try terminal.wait(forLine: "[2]")
    #expect(!terminal.raw.contains("\u{1B}"))
    terminal.send("print \"größe\"\n")
    try terminal.wait(for: "\ngröße\n")
  }

  @Test("without a terminal that can be drawn on gives a line up at Ctrl-C, and breaks it")
  func dumbInterrupt() throws {
    let terminal = try start(["TERM": "dumb"])
    terminal.send("print 4")
    try terminal.wait(forLine: "[1] print 4")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[1]")
    #expect(terminal.screen.lines.contains { $0.hasPrefix("[1] print 4") && $0.hasSuffix("^C") })
    terminal.send("print 5\n")
    try terminal.wait(for: "\n[1] print 5\n5\n")
  }
}
