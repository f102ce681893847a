import Language
import Testing

@Suite("Loops and edits")
struct LoopTests {
  @Test("nest")
  func nested() {
    let source = "for a in 1..3\n for b in relu, tanh\n  print a\n end\n\n # c\nend\nseed 1\n"
    #expect(
      TreeText.of(source)
        == "for a in (1.0 to 3.0) { for b in {relu tanh} { print a }; blank; blank } | seed 1.0")
    #expect(Script(parsing: source).printed == source)
  }

  @Test("wait for their end")
  func open() {
    let script = Script(parsing: "for a in 1, 2\n for b in 3\n  print a\n end")
    #expect(script.isIncomplete)
    #expect(script.diagnostics.map(\.message) == ["this loop has no \"end\""])
    #expect(script.diagnostics.map(\.range) == [SourceRange(0, 3)])
    #expect(TreeText.of(script.printed) == "for a in {1.0 2.0} { for b in 3.0 { print a } }?")
  }

  @Test("wait although a line in them is wrong")
  func openAndWrong() {
    let script = Script(parsing: "for a in 1, 2\n print $")
    #expect(script.isIncomplete)
    #expect(script.diagnostics.map(\.isIncomplete) == [true, false])
  }

  @Test("take names, files and ranges as values")
  func values() {
    #expect(TreeText.of("for f in a.csv, b/c\nend") == "for f in {<a.csv> <b/c>} {  }")
    #expect(TreeText.of("for f in widths\nend") == "for f in widths {  }")
    #expect(TreeText.of("for f in 0.1..1 log, 5\nend") == "for f in {(0.1 to 1.0 log) 5.0} {  }")
  }

  @Test("are not opened by a wrong first line")
  func wrongStart() {
    #expect(TreeText.of("for a of 1\nseed 1\nend") == "malformed(for) | seed 1.0 | malformed(end)")
  }

  @Test("are nested only so deep")
  func depth() {
    let count = 10_000
    let source =
      String(repeating: "for x in 1\n", count: count) + String(repeating: "end\n", count: count)
    let script = Script(parsing: source)
    #expect(script.printed == source)
    #expect(!script.isIncomplete)
    #expect(script.diagnostics.count == count - 50)
    #expect(script.diagnostics.first?.message == "loops are nested at most 50 deep")
    let open = Script(parsing: String(repeating: "for x in 1\n", count: count))
    #expect(open.isIncomplete)
    #expect(open.formatted.utf8.count > 0)
  }

  @Test("can be the new text of a cell")
  func editLoop() {
    let source = "edit 5 for x in 1 # c\n  print x\nend\nseed 1"
    #expect(TreeText.of(source) == "edit 5: for x in 1.0 { print x } | seed 1.0")
    guard case .edit(let edit) = Script(parsing: source).statements.first else {
      Issue.record("no edit")
      return
    }
    #expect(edit.script?.source == "for x in 1 # c\n  print x\nend")
    #expect(Script(parsing: "edit 5 for x in 1\n print x").isIncomplete)
  }

  @Test(
    "of a cell keep its text as typed",
    arguments: [
      ("edit 5", nil), ("edit 5   # note", nil), ("edit 5 train epochs=2", "train epochs=2"),
      ("edit 5   train  x # y\n", "train  x # y"), ("edit 5 \"a # b", "\"a # b"),
      ("edit 5 note a # b", "note a # b"), ("edit 5 let x = (1 +\n 2)", "let x = (1 +\n 2)"),
      ("edit 5 print a/b", "print a/b"), ("edit 5 load a/b", "load a/b"),
      ("edit 5 train \\\n x", "train \\\n x"),
    ] as [(String, String?)])
  func editSource(_ source: String, _ expected: String?) {
    let script = Script(parsing: source)
    guard case .edit(let edit) = script.statements.first else {
      Issue.record("no edit")
      return
    }
    #expect(script.diagnostics == [])
    #expect(edit.number == 5)
    #expect(edit.numberRange == SourceRange(5, 6))
    #expect(edit.script?.source == expected)
    #expect(edit.script == expected.map { Script(parsing: $0) })
    #expect(script.printed == source)
  }

  @Test(
    "stand beside notes that are taken as they are",
    arguments: [
      Case("note Dropout # 1 is \"new\" \\", "note <Dropout # 1 is \"new\" \\>"),
      Case("note", "note <>"), Case("note   ", "note <>"), Case("note=3", "note <=3>"),
      Case("\"", "note <>"), Case("\" prose", "note <prose>"), Case("\"prose\"", "note <prose>"),
      Case("\"Overfit\" is a word.", "note <\"Overfit\" is a word.>"),
      Case("\" the word \"overfit\"", "note <the word \"overfit\">"),
      Case("\"a\" and \"b\"", "note <\"a\" and \"b\">"),
      Case("\"a 3\" disk\"", "note <a 3\" disk\">"),
      Case("  \"größe\t \r\n", "note <größe>"),
    ])
  func notes(_ line: Case) {
    let script = Script(parsing: line.source)
    #expect(TreeText.of(line.source) == line.expected)
    #expect(script.diagnostics == [])
    #expect(script.printed == line.source)
  }
}
