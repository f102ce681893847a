import JSON
import Notebooks
import Session
import Testing

@testable import Publishing

@Suite("Notebooks for Jupyter")
struct JupyterTests {
  private static func cells(_ text: String) throws -> [JSONValue] {
    let file = try JSONValue(reading: text.utf8)
    #expect(file["nbformat"] == .integer(4) && file["nbformat_minor"] == .integer(5))
    guard case .array(let cells)? = file["cells"] else { return [] }
    return cells
  }

  private static func text(_ value: JSONValue?) -> String {
    guard case .array(let lines)? = value else { return "" }
    return lines.map { line in
      if case .string(let text) = line { text } else { "" }
    }.joined()
  }

  @Test("have the cells of every lesson with ids of their own", arguments: Lessons.paths)
  func lessons(_ path: String) throws {
    let played = try Lessons.stored(path)
    let cells = try Self.cells(JupyterNotebook(played).text)
    let ids = cells.compactMap { cell -> String? in
      if case .string(let id)? = cell["id"] { id } else { nil }
    }
    #expect(ids.count == cells.count && Set(ids).count == ids.count)
    let code = cells.filter { $0["cell_type"] == .string("code") }.map { Self.text($0["source"]) }
    let sources = played.notebook.played.compactMap { entry -> String? in
      if case .cell(let source, _) = entry.entry { source } else { nil }
    }
    let seed = played.notebook.frontMatter.seed.map { "seed \($0)" }
    #expect(code == sources || code == [seed ?? ""] + sources)
  }

  @Test("hold outputs as text, pictures as SVG besides, and mistakes as such")
  func outputs() throws {
    let played = try Lessons.played(
      """
      ---
      seed: 3
      ---
      ```overfit
      > data moons points=20
      > plot data
      > trian
      ```

      """)
    let cells = try Self.cells(JupyterNotebook(played).text)
    #expect(Self.text(cells[0]["source"]) == "seed 3")
    guard case .array(let shown)? = cells[2]["outputs"], let data = shown.first?["data"] else {
      Issue.record("no picture")
      return
    }
    #expect(Self.text(data["image/svg+xml"]).hasPrefix("<svg "))
    #expect(Self.text(data["image/svg+xml"]).contains("@media (prefers-color-scheme: dark)"))
    #expect(Self.text(data["text/plain"]).contains("class 0"))
    guard case .array(let mistakes)? = cells[3]["outputs"] else { return }
    #expect(mistakes.first?["output_type"] == .string("error"))
    // Signs point into the input as it stands above them.
    guard case .array(let lines)? = mistakes.first?["traceback"] else { return }
    #expect(lines.first == .string("> trian"))
    #expect(mistakes.first?["evalue"] == .string("unknown command \"trian\""))
    #expect(
      cells[3]["metadata"]?["tags"] == .array([.string("raises-exception")]))
  }
}
