import Testing

@testable import Notebooks

@Suite("Fences are CommonMark's")
struct FenceTests {
  private func cells(_ text: String) throws -> [NotebookCell] {
    try Notebook(text: text, name: "a.md").cells
  }

  @Test(
    "any fence of CommonMark's holds cells",
    arguments: [
      "```overfit\n> a\nb\n```\n",
      "````overfit\n> a\nb\n````\n",
      "```overfit\n> a\nb\n`````   \n",
      "~~~overfit\n> a\nb\n~~~\n",
      "~~~~ overfit\n> a\nb\n~~~~\n",
      "``` overfit\n> a\nb\n  ```\n",
      "```overfit numbered id=3\n> a\nb\n```\n",
      "```&#111;verfit\n> a\nb\n```\n",
      "   ```overfit\n   > a\n   b\n   ```\n",
      "  ```overfit\n> a\n b\n```\n",
      "paragraph\n```overfit\n> a\nb\n```\nparagraph\n",
      "- item\n```overfit\n> a\nb\n```\n",
      "> quote\n```overfit\n> a\nb\n```\n",
      "```overfit\r\n> a\r\nb\r\n```\r\n",
      "```overfit\r> a\rb\r```\r",
      "\u{FEFF}```overfit\n> a\nb\n```",
      "---\nseed: 1\n---\n```overfit\n> a\nb\n```",
      "<div>\n\n```overfit\n> a\nb\n```\n\n</div>\n",
    ])
  func holdsCells(text: String) throws {
    let cells = try cells(text)
    #expect(cells.map(\.source) == ["a"])
    #expect(cells.map(\.output) == [["b"]])
  }

  @Test(
    "what is no fence of cells is prose",
    arguments: [
      "    ```overfit\n    > a\n    ```\n",
      "````text\n```overfit\n> a\n```\n````\n",
      "~~~\n```overfit\n> a\n```\n~~~\n",
      "```overfitted\n> a\n```\n",
      "```text overfit\n> a\n```\n",
      "``overfit\n> a\n``\n",
      "```overfit`\n> a\n",
      "`` ```overfit ``\n",
      "<!--\n```overfit\n> a\n```\n-->\n",
      "<pre>\n```overfit\n> a\n```\n</pre>\n",
      "```\n\n```\n",
    ])
  func isProse(text: String) throws {
    let notebook = try Notebook(text: text, name: "a.md")
    #expect(notebook.cells.isEmpty)
    #expect(notebook.blocks.count == 1)
  }

  @Test(
    "cells inside a list or a quote are refused with their line",
    arguments: [
      ("1. Load\n\n   ```overfit\n   > a\n   ```\n", 3, "a cell"),
      ("> ```overfit\n> > a\n> ```\n", 1, "a cell"),
      ("- - > ```exercise x\n", 1, "an exercise"),
      ("- a\n  - b\n    ~~~overfit\n    ~~~\n", 3, "a cell"),
      ("- ```question x\n", 1, "a question"),
    ])
  func nested(text: String, line: Int, phrase: String) {
    let error = #expect(throws: NotebookError.self) { try Notebook(text: text, name: "a.md") }
    #expect(error?.line == line)
    #expect(error?.problem == "\(phrase) stands in a list or a quote")
  }

  @Test("a fence is closed by its own character, as many as it was opened with")
  func closing() throws {
    #expect(
      try cells("````overfit\n> a\n```\n~~~~\n```x\n    ````\n````\n").map(\.output)
        == [["```", "~~~~", "```x", "    ````"]])
  }

  @Test(
    "a fence that is not closed, or not where it seems to be, is refused at its line",
    arguments: [
      ("```overfit\n> a\nb\n", 1), ("# T\n\n```overfit\n> a\nb", 3),
      ("```overfit\n> a\nb\n\nProse.\n\n```overfit\n> c\n```\n", 1),
      ("```overfit\n> a\n```\n\n````overfit\n> a\n```\n\n```overfit\n> b\n```\n", 5),
      ("```overfit\n> a\n~~~\n\n```overfit\n> b\n```\n", 1),
      ("```overfit\n> a\nb\n\nProse.\n\n```python\nx\n```\n", 1),
      ("```overfit\n> a\nb\n\nProse.\n\n```\nx\n```\n", 9),
      ("```overfit\n> a\n``\n", 1), ("```exercise x\ncheck 1 > 0\nsolution\n> a\n", 1),
      ("```python\nx\n", 1), ("~~~overfit\n> a\n~~~ end\n~~~\n", 1),
    ])
  func unclosed(text: String, line: Int) {
    let error = #expect(throws: NotebookError.self) { try Notebook(text: text, name: "a.md") }
    #expect(error?.line == line)
    #expect(error?.problem.contains("is not closed") == true)
  }

  @Test(
    "a word behind a fence that is nearly one of ours is refused, with the right one",
    arguments: [
      ("overfitt", "overfit"), ("Overfit", "overfit"), ("OVERFIT", "overfit"),
      ("{overfit}", "overfit"), ("{.overfit}", "overfit"), ("{ .overfit }", "overfit"),
      ("overfit,hidden", "overfit"), ("overfit:", "overfit"), ("overift", "overfit"),
      ("exercice more", "exercise"), ("Exercise more", "exercise"), ("exercises a", "exercise"),
      ("overfitt\ta\u{1F}", "overfit"),
    ])
  func nearMiss(info: String, word: String) {
    for text in ["```\(info)\n> a\n```\n", "Text.\n\n- a\n\n  ```\(info)\n  > a\n  ```\n"] {
      let error = #expect(throws: NotebookError.self) { try Notebook(text: text, name: "a.md") }
      #expect(error?.line == (text.hasPrefix("Text") ? 5 : 1))
      #expect(error?.problem.contains("is nearly \"\(word)\"") == true)
      #expect(error?.problem.unicodeScalars.contains { $0.value < 0x20 } == false)
    }
  }

  @Test(
    "the words of other languages are prose",
    arguments: ["python", "text", "console", "bash", "swift", "", "r", "math", "mermaid", "output"])
  func otherLanguages(info: String) throws {
    #expect(try cells("```\(info)\n> a\n```\n").isEmpty)
  }

  @Test("an output that looks like a fence is written so that it stays one")
  func fencesInOutputs() throws {
    let notebook = try Notebook(text: "```overfit\n> a\n```\n", name: "a.md")
    let output = ["```python", "~~~ x", "```", "\\```overfit"]
    let text = notebook.replacingOutputs([output])
    #expect(try cells(text).map(\.output) == [output])
  }

  @Test("the words behind `overfit` are kept")
  func attributes() throws {
    let notebook = try Notebook(text: "```overfit  a=1  b \n```\n", name: "a.md")
    guard case .cells(let block) = try #require(notebook.blocks.first) else {
      Issue.record("the first block holds no cells")
      return
    }
    #expect(block.attributes == "a=1  b")
    #expect(block.cells.isEmpty)
    #expect(block.lines == 1...2)
  }

  @Test("the lines inside a fence are those that the CommonMark library finds")
  func agreesWithTheLibrary() {
    var random = CountingGenerator(state: 5)
    let pieces = [
      "```", "````", "~~~", " ", "  ", "\t", "> a", "b", "`", "\\", "- ", "\u{301}", "overfit", "",
    ]
    for _ in 0..<2000 {
      let opening = random.pick(["```", "````", "~~~", " ```", "   ~~~~", "  ```"]) + "overfit"
      let inside = (0..<random.below(8)).map { _ in random.line(of: pieces, atMost: 4) }
      let text = ([opening] + inside).joined(separator: random.pick(["\n", "\r\n"]))
      let lines = TextLine.lines(of: text)
      let document = MarkdownDocument(Array(text.utf8))
      guard let node = document.blocks.first, case .codeBlock(let code, _) = node.kind,
        let fence = CellFence(node, lines)
      else {
        Issue.record("no fence in \(text.debugDescription)")
        continue
      }
      let ours = fence.inside.map { fence.text(of: lines[$0 - 1]) + "\n" }.joined()
      #expect(ours.hasSameBytes(as: code), "\(text.debugDescription)")
    }
  }
}
