import Testing

@testable import Notebooks

@Suite("Updating outputs")
struct UpdatingTests {
  private func updated(_ text: String, _ outputs: [[String]]) throws -> String {
    try Notebook(text: text, name: "a.md").replacingOutputs(outputs)
  }

  @Test("only the output lines change")
  func onlyOutputs() throws {
    let text = "# T\n\n  ```overfit x\n  > a\n  old\n\n  > b\n\n  > c\n  keep  \n  ```\n\nend"
    #expect(
      try updated(text, [["new", "", " lines"], ["one"], ["keep"]])
        == "# T\n\n  ```overfit x\n  > a\n  new\n\n   lines\n\n  > b\n  one\n\n  > c\n  keep  \n  ```\n\nend"
    )
    #expect(
      try updated(text, [[], [], []])
        == "# T\n\n  ```overfit x\n  > a\n\n  > b\n\n  > c\n  ```\n\nend")
  }

  @Test("new lines end as the input above them does")
  func lineEndings() throws {
    #expect(
      try updated("```overfit\r\n> a\r\n> b\n```\r\n", [["1", "2"], ["3"]])
        == "```overfit\r\n> a\r\n1\r\n2\r\n> b\n3\n```\r\n")
  }

  @Test("a file without a final line ending stays without")
  func finalLineEnding() throws {
    #expect(
      try updated("```overfit\r\n> a\r\n```", [["1", "2"]]) == "```overfit\r\n> a\r\n1\r\n2\r\n```")
    #expect(try updated("```overfit\n> a\n1\n```", [[]]) == "```overfit\n> a\n```")
    #expect(try updated("```overfit\n> a\n1\n```\n", [[]]) == "```overfit\n> a\n```\n")
    #expect(try updated("```overfit\n> a\n1\n```", [["2"]]) == "```overfit\n> a\n2\n```")
  }

  @Test("cells without a new output stay, and outputs without a cell mean nothing")
  func otherCounts() throws {
    let text = "```overfit\n> a\n1\n> b\n2\n```\n"
    #expect(try updated(text, [["3"]]) == "```overfit\n> a\n3\n> b\n2\n```\n")
    #expect(try updated(text, [["1"], ["2"], ["3"]]) == text)
    #expect(try updated("", [["1"]]) == "")
  }

  @Test("an output that reads otherwise is escaped, all else stands as it is")
  func escapes() throws {
    let output = [
      "> a", ">", ". b", ".", "```", "  ~~~~", "\\> c", "\\\\.", "\\", "\\frac", "\\\\x", ">x",
      ".5", " > d", "    ```", "``", "```x", "~~~ x",
    ]
    let text = try updated("```overfit\n> a\n```\n", [output])
    let expected = [
      "\\> a", "\\>", "\\. b", "\\.", "\\```", "\\  ~~~~", "\\\\> c", "\\\\\\.", "\\", "\\frac",
      "\\\\x", ">x", ".5", " > d", "    ```", "``", "\\```x", "\\~~~ x",
    ]
    #expect(text == "```overfit\n> a\n" + expected.joined(separator: "\n") + "\n```\n")
    #expect(try Notebook(text: text, name: "a.md").cells.map(\.output) == [output])
  }

  @Test("outputs are compared in canonical form and byte for byte")
  func comparing() throws {
    let cell = try #require(
      try Notebook(text: "```overfit\n> a\né \n\n b\t\n\n```\n", name: "a.md").cells.first)
    #expect(cell.output == ["é", "", " b"])
    #expect(cell.matches(["é", "", " b"]))
    #expect(cell.matches(["é  \r\n\n b", "", "\t"]))
    #expect(!cell.matches(["e\u{301}", "", " b"]))
    #expect(!cell.matches(["é", " b"]))
    #expect(!cell.matches(["", "é", "", " b"]))
  }

  @Test("a text that is the same to Unicode and not to the byte is replaced")
  func canonicalEquivalence() throws {
    let text = try updated("```overfit\n> a\né\n```\n", [["e\u{301}"]])
    #expect(Array(text.utf8) == Array("```overfit\n> a\ne\u{301}\n```\n".utf8))
  }

  @Test("the same outputs give the same file, whatever the file")
  func identity() throws {
    var random = CountingGenerator(state: 1)
    var cells = 0
    for _ in 0..<20_000 {
      let text = Self.randomFile(&random)
      guard let notebook = try? Notebook(text: text, name: "a.md") else { continue }
      cells += notebook.cells.count
      let same = notebook.replacingOutputs(notebook.cells.map(\.output))
      #expect(same.hasSameBytes(as: text), "\(text.debugDescription)")
      #expect(notebook.differences(from: notebook.cells.map(\.output)) == "")
    }
    #expect(cells > 3000)
  }

  @Test("any outputs read back as they were, and nothing else changes")
  func anyOutput() throws {
    var random = CountingGenerator(state: 2)
    var replaced = 0
    for _ in 0..<20_000 {
      let text = Self.randomFile(&random)
      guard let notebook = try? Notebook(text: text, name: "a.md") else { continue }
      let outputs = notebook.cells.map { _ in
        (0..<random.below(5)).map { _ in
          random.line(of: nastyPieces + ["\n", "\r\n", "\r"], atMost: 4)
        }
      }
      let result = try Notebook(text: notebook.replacingOutputs(outputs), name: "a.md")
      #expect(result.cells.map(\.source) == notebook.cells.map(\.source))
      #expect(result.blocks.count == notebook.blocks.count)
      for (cell, output) in zip(result.cells, outputs) {
        #expect(cell.matches(output), "\(output) in \(text.debugDescription)")
        #expect(cell.output.allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
        replaced += 1
      }
      let back = result.replacingOutputs(notebook.cells.map(\.output))
      let again = try Notebook(text: back, name: "a.md")
      #expect(again.cells.map(\.output) == notebook.cells.map(\.output))
    }
    #expect(replaced > 3000)
  }

  private static func randomFile(_ random: inout CountingGenerator) -> String {
    var lines: [String] = []
    for _ in 0..<random.below(5) {
      lines += [random.pick(["prose", "", "# heading", "- list", "    code"]), ""]
      lines.append(random.pick(["", " ", "   "]) + random.pick(["```overfit", "~~~~overfit"]))
      for _ in 0..<random.below(8) {
        lines.append(
          random.pick(["> a", "> b", ">", ". c", "", "  "])
            + (random.below(3) == 0 ? random.line(of: nastyPieces, atMost: 3) : ""))
        if random.below(2) == 0 { lines.append(random.line(of: nastyPieces, atMost: 3)) }
      }
      lines += [random.pick(["```", "~~~~", ""]), ""]
    }
    let ending = random.pick(["\n", "\r\n", "\r"])
    let text = lines.map { $0 + (random.below(9) == 0 ? "\n" : ending) }.joined()
    return random.below(3) == 0 ? String(decoding: text.utf8.dropLast(), as: UTF8.self) : text
  }
}
