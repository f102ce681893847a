import Foundation
import SeededRandom
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Checking lessons", .waiting, .serialized, .timeLimit(.minutes(60)))
struct CheckTests {
  private let folder = TemporaryFolder()

  private static let whole = Repository.path("Tests/SessionTests/Checking/Broken/whole.md")

  private func check(_ words: String...) throws -> Program {
    try Program(["check"] + words, home: folder)
  }

  /// All lessons, and in the short form some of the course and of the capstone.
  private static let lessons =
    LongRun.isAsked
    ? ["lessons"]
    : ["lessons/01-circles.md", "lessons/03-neuron.md", "lessons/capstone/07-parts.md"]

  @Test("passes the lessons that there are")
  func lessons() throws {
    let paths = Self.lessons.map(Repository.path)
    let program = try Program(["check", "--cell-time", "0"] + paths, home: folder)
    #expect(program.status == 0, "\(program.output)")
    #expect(program.error.isEmpty)
    let lines = program.output.split(separator: "\n")
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.hasSuffix(": passes") || $0.contains(": passes unrun: needs ") })
  }

  @Test("runs the cells with the rights that they have in a walk")
  func rights() throws {
    let lines = [
      "data circles", "split train=70% validation=30%", "network", "add dense 1 sigmoid",
      "search random rate=0.1..1 trials=2 file=kept.journal",
    ]
    let cells = lines.map { "> \($0)\n" }.joined()
    try folder.write("# Kept\n\n```overfit\n\(cells)```\n\nThat is all.\n", to: "kept.md")
    let path = folder.path + "/kept.md"
    _ = try Program(["replay", "--update", path], home: folder)
    #expect(try Program(["replay", path], home: folder).status == 0)
    let program = try check(path)
    #expect(program.status == 1)
    let said =
      ": a cell is refused here when the lesson is walked: overfit learn \(path) shows why\n"
    #expect(program.output.contains(said), "\(program.output)")
  }

  @Test("names file, line and what to do, counts, and fails")
  func findings() throws {
    let broken = try String(contentsOfFile: Self.whole, encoding: .utf8)
      .replacingOccurrences(of: "hint Choose a number.\n", with: "")
      .replacingOccurrences(of: "#more", with: "#less")
    try folder.write(broken, to: "n.md")
    let path = folder.path + "/n.md"
    let program = try check(path)
    #expect(program.status == 1)
    #expect(
      program.output == """
        \(path):7: no heading of the lesson is meant by #less
        \(path):52: exercise large has no hint: write "hint TEXT" above its solution
        \(path): 2 to put right

        """)
  }

  @Test("says what answers come to, and which cells end in an error")
  func answers() throws {
    try folder.write(
      """
      # Sums

      ```overfit
      > let a = 2
      > print b
              ^ nothing is called "b"
              let b = 1 gives it a value
      ```

      ```question sum
      ask How much is one more?
      answer a + 1 within 0.01
      wrong a
      says That is the number itself.
      ```

      """, to: "n.md")
    let path = folder.path + "/n.md"
    let program = try check(path, "--answers")
    #expect(
      program.output == """
        \(path):5: ends in an error: nothing is called "b" (let b = 1 gives it a value)
        \(path):12: the answer comes to 3
        \(path):13: this wrong answer comes to 2
        \(path): passes

        """)
    #expect(program.status == 0)
    #expect(try check(path).output == "\(path): passes\n")
  }

  @Test("goes on behind a file that can't be read")
  func goesOn() throws {
    try folder.write("```overfit\n> print 1\n1\n```\n", to: "b.md")
    let program = try check(folder.path + "/a.md", folder.path + "/b.md")
    #expect(program.error == "overfit: \(folder.path)/a.md: there is no such file\n")
    #expect(program.output == "\(folder.path)/b.md: passes\n")
    #expect(program.status == 1)
  }

  @Test("tries claims over seeds, and prints what came of each")
  func seeds() throws {
    try folder.write(
      "```overfit\n> seed 5\nseed 5\n> let a = 1\n```\n\n```claim c\nsays A.\nholds a < 2\n```\n",
      to: "n.md")
    let path = folder.path + "/n.md"
    let program = try check(path, "--seeds", "2")
    #expect(
      program.output == """
        claim c: a < 2
        seed  a  2  holds
        ----  -  -  -----
           6  1  2  yes
           7  1  2  yes
        holds under 2 of 2 seeds · 2 wanted

        \(path): passes

        """)
    #expect(program.status == 0)
    #expect(try check(path, "--seeds", "0").status == 2)
  }

  @Test("writes what it found as XML that others can read")
  func junit() throws {
    let broken = try String(contentsOfFile: Self.whole, encoding: .utf8)
      .replacingOccurrences(of: "holds a > 3", with: "holds a > 5")
    try folder.write(broken, to: "a & \"b\".md")
    let program = try check(
      folder.path + "/a & \"b\".md", Self.whole, "--junit", folder.path + "/out.xml")
    #expect(program.status == 1)
    let document = try XMLDocument(xmlString: try #require(folder.read("out.xml")))
    let suites = try document.nodes(forXPath: "/testsuites/testsuite")
    #expect(suites.count == 2)
    #expect(
      try document.nodes(forXPath: "//testsuite[@failures='1']/@name").first?.stringValue
        == folder.path + "/a & \"b\".md")
    let failures = try document.nodes(forXPath: "//testcase[@name='replay']/failure/@message")
    #expect(
      failures.map(\.stringValue)
        == ["the claim larger does not hold: 4 is not > 5 · off by 1"])
    #expect(try document.nodes(forXPath: "//testcase").count == 20)
  }

  @Test("writes the page of a course, and asks for it to the byte")
  func page() throws {
    try folder.write(
      "---\ntitle: A\nminutes: 1\nshows: A1\n---\n# A\n\n```overfit\n> print 1\n1\n```\n",
      to: "course/01-a.md")
    try folder.write(
      "# Rows\n\n| row | what |\n| --- | --- |\n| A1 | See it |\n", to: "course/checklist.md")
    let course = folder.path + "/course"
    #expect(
      try check(course).output == """
        \(course)/01-a.md: passes
        \(course)/checklist.md:1: the course has no page, README.md: overfit check --update \(course) writes it
        \(course)/checklist.md: 1 to put right

        """)
    let updated = try check("--update", course + "/")
    #expect(updated.status == 0)
    #expect(
      updated.output == """
        \(course)/README.md is written
        \(course)/01-a.md: passes
        \(course)/README.md: passes
        \(course)/checklist.md: passes

        """)
    let page = try #require(folder.read("course/README.md"))
    #expect(page.contains("| A1 | See it | [01-a](01-a.md) |"))
    #expect(try check("--update", course).output.hasPrefix("\(course)/01-a.md: passes\n"))
    try folder.write(page.replacingOccurrences(of: "See", with: "Sea"), to: "course/README.md")
    let stale = try check(course)
    #expect(stale.status == 1)
    #expect(
      stale.output.contains("README.md:23: the page is not that of the lessons as they are: "))
    let none = try check("--update", folder.path)
    #expect(
      none.error == "overfit: \(folder.path): there is no checklist.md, and so no page to write\n")
    #expect(none.status == 1)
  }

  @Test("checks again when a lesson has changed, until Ctrl-C")
  func watch() throws {
    let right = "```overfit\n> print 1\n1\n```\n"
    try folder.write(right, to: "n.md")
    let terminal = PseudoTerminal(["check", "--watch", folder.path + "/n.md"], home: folder)
    try terminal.wait(for: "n.md: passes\nWatching: a change runs it again, Ctrl-C ends.")
    try folder.write(right.replacingOccurrences(of: "\n1\n", with: "\n2\n"), to: "n.md")
    try terminal.wait(for: "n.md: 1 to put right")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .status(130))
  }

  @Test("a new lesson passes, under the next number, and is never written over")
  func newLesson() throws {
    let place = folder.path + "/course"
    try folder.write("# A\n", to: "course/04-first.md")
    let made = try Program(["new", "lesson", place + "/early-stopping"], home: folder)
    #expect(made.status == 0)
    let path = place + "/05-early-stopping.md"
    #expect(made.output.hasPrefix("\(path) is written. "))
    #expect(folder.read("course/05-early-stopping.md")?.contains("\n# Early stopping\n") == true)
    #expect(try check(path).output == "\(path): passes\n")
    let again = try Program(["new", "lesson", place + "/05-early-stopping"], home: folder)
    #expect(again.error == "overfit: \(path) is there already, and stays as it is\n")
    #expect(again.status == 1)
    #expect(try Program(["new", "lesson", "a b"], home: folder).status == 2)
    #expect(try Program(["new", "chapter", "a"], home: folder).status == 2)
  }
}
