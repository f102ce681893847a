import Notebooks
import Testing

@Suite("A notebook with other entries")
struct RevisingTests {
  private static let file = """
    ---
    title: Circles
    minutes: 5
    ---
    # Circles

    Some *prose*,
    of two lines.

    - a list

    ```overfit
    > print 1
    1

    > print 2
    2
    ```

    ## In between

     ~~~ overfit strict
     > print 3
     3
     ~~~

    The end.

    """

  private func notebook(_ text: String = file) throws -> Notebook {
    try Notebook(text: text, name: "a.md")
  }

  /// The entries as they are, each in its place.
  private func same(_ notebook: Notebook) -> [RevisedEntry] {
    notebook.entries.enumerated().map { .old($0.offset, $0.element) }
  }

  private func cell(_ source: String, _ output: String) -> NotebookEntry {
    .cell(source: source, output: [output])
  }

  @Test("is the same to the byte where they are the same", arguments: ["\n", "\r\n"])
  func unchanged(ending: String) throws {
    let text = Self.file.replacing("\n", with: ending)
    let notebook = try notebook(text)
    #expect(notebook.entries.count == 7)
    #expect(notebook.revised(same(notebook)) == text)
  }

  @Test("has outputs, inputs and prose in the places of others")
  func replaced() throws {
    let notebook = try notebook()
    var entries = same(notebook)
    entries[0] = .old(0, .note("Other prose."))
    entries[2] = .old(2, cell("print 1", "one"))
    entries[3] = .old(3, cell("for a in 1\n  print a\nend", "> 1"))
    entries[5] = .old(5, cell("print 4", "4"))
    #expect(
      notebook.revised(entries)
        == Self.file.replacing("Some *prose*,\nof two lines.", with: "Other prose.")
        .replacing("> print 1\n1\n", with: "> print 1\none\n")
        .replacing("> print 2\n2\n", with: "> for a in 1\n.   print a\n. end\n\\> 1\n")
        .replacing(" > print 3\n 3\n", with: " > print 4\n 4\n"))
  }

  @Test("has new cells in the fence of the cell above, and what is new at the end at its end")
  func added() throws {
    let notebook = try notebook()
    var entries = same(notebook)
    entries.insert(.new(cell("print 2.5", "2.5")), at: 4)
    entries += [.new(cell("print 5", "5")), .new(.note("A remark.")), .new(cell("print 6", "6"))]
    #expect(
      notebook.revised(entries)
        == Self.file.replacing("> print 2\n2\n", with: "> print 2\n2\n> print 2.5\n2.5\n") + """

          ```overfit
          > print 5
          5
          ```

          A remark.

          ```overfit
          > print 6
          6
          ```

          """)
  }

  @Test("goes on in the fence at its end")
  func addedAtFence() throws {
    let text = "# A\n\n```overfit\n> print 1\n1\n```\n"
    let notebook = try notebook(text)
    let more = same(notebook) + [.new(cell("print 2", "2")), .new(.note("So."))]
    #expect(
      notebook.revised(more) == "# A\n\n```overfit\n> print 1\n1\n> print 2\n2\n```\n\nSo.\n")
    #expect(
      try self.notebook("").revised([.new(cell("print 1", "1"))])
        == "\n```overfit\n> print 1\n1\n```\n")
  }

  @Test("parts a fence around a note")
  func noteInside() throws {
    let notebook = try notebook("```overfit\n> print 1\n> print 2\n```\n")
    var entries = same(notebook)
    entries.insert(.new(.note("Between.")), at: 1)
    #expect(
      notebook.revised(entries)
        == "```overfit\n> print 1\n```\n\nBetween.\n\n```overfit\n> print 2\n```\n")
  }

  @Test("is without the entries that are gone, and without fences that are empty then")
  func removed() throws {
    let notebook = try notebook()
    var entries = same(notebook)
    entries.removeSubrange(4...5)
    entries.remove(at: 2)
    let text = try #require(notebook.revised(entries))
    #expect(!text.contains("print 1") && !text.contains("~~~") && !text.contains("In between"))
    #expect(text.hasPrefix("---\ntitle: Circles\nminutes: 5\n---\n# Circles\n\nSome *prose*,"))
    #expect(try #require(notebook.revised([])).hasPrefix("---\ntitle: Circles\nminutes: 5\n---\n"))
  }

  @Test("is refused where a title or the cells would not be read back")
  func refused() throws {
    let list = try notebook("- a list\n\nText.\n\n  ```overfit\n  > print 1\n  ```\n")
    #expect(list.entries.count == 3)
    // Without the text between them, the cell would belong to the list.
    #expect(list.revised([same(list)[0], same(list)[2]]) == nil)
    let notebook = try notebook("# Title\nwith text under it\n\n```overfit\n> print 1\n```\n")
    #expect(notebook.entries.count == 2)
    #expect(notebook.revised([.old(1, notebook.entries[1])]) == nil)
    #expect(notebook.revised([.old(7, notebook.entries[1])]) == nil)
  }

  @Test("holds what it is to hold, whatever comes and goes", arguments: 0..<64)
  func anyChange(mask: Int) throws {
    let notebook = try notebook()
    var entries: [RevisedEntry] = []
    for (index, entry) in same(notebook).enumerated() {
      if mask & (1 << (index % 6)) != 0 { entries.append(entry) }
      if mask % 5 == index % 5 { entries.append(.new(cell("print \(index)0", "x"))) }
      if mask % 7 == index { entries.append(.new(.note("Note \(index)."))) }
    }
    let text = try #require(notebook.revised(entries))
    let read = try self.notebook(text)
    #expect(read.cells.map(\.source) == entries.compactMap { $0.entry.source })
    #expect(read.title == "Circles")
    let prose = entries.filter { $0.entry.source == nil }
    for case .new(.note(let note)) in prose { #expect(text.contains("\n\(note)\n")) }
  }
}

extension NotebookEntry {
  fileprivate var source: String? {
    if case .cell(let source, _) = self { source } else { nil }
  }
}
