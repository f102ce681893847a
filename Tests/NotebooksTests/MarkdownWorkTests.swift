import Testing

@testable import Notebooks

@Suite("The work that a Markdown text makes")
struct MarkdownWorkTests {
  private static func excess(_ text: String) -> Int? { MarkdownWork.excess(in: Array(text.utf8)) }

  @Test("is bounded by the squares of the marks in each paragraph")
  func squares() {
    let most = String(repeating: "*a_b ", count: 5_000)
    #expect(Self.excess(most) == nil)
    #expect(Self.excess(most + "*") == 1)
    #expect(Self.excess("a\n\n" + most + "\nb *") == 4)
    let paragraph = String(repeating: "*a_b ", count: 50) + "\n\n"
    #expect(Self.excess(String(repeating: paragraph, count: 10_000)) == nil)
    #expect(Self.excess(String(repeating: paragraph, count: 10_001)) == 20_001)
  }

  @Test("counts marks that follow each other as one, and no letters")
  func runs() {
    #expect(Self.excess(String(repeating: "*", count: 1_000_000)) == nil)
    #expect(Self.excess(String(repeating: "word ", count: 1_000_000)) == nil)
    #expect(Self.excess(String(repeating: "*_", count: 5_001)) == 1)
  }

  @Test(
    "is bounded by the lists within lists on a line",
    arguments: ["* ", "> ", "- ", "1. ", "+ ", ">"])
  func depth(_ mark: String) {
    #expect(Self.excess("a\n" + String(repeating: mark, count: 100) + "a") == nil)
    #expect(Self.excess("a\n" + String(repeating: mark, count: 101) + "a") == 2)
  }

  @Test("refuses such a notebook with its line, and shows such a text as letters")
  func refused() throws {
    let marks = String(repeating: "**a *b ", count: 20_000)
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: "# A\n\n\(marks)\n", name: "a.md")
    }
    #expect(error?.line == 3)
    #expect(error?.problem.contains("more marks (* and _)") == true)
    let prose = try #require(Prose(markdown: marks, line: 1))
    #expect(prose.nodes.map(\.kind) == [.paragraph])
    #expect(prose.nodes[0].plainText == marks)
  }
}
