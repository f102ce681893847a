import Notebooks
import Workbench

/// What stands on the page of a notebook.
struct NotebookBody {
  /// The title, as a heading.
  let heading: String
  /// All below the title.
  private(set) var text = ""
  /// How many frames its films have.
  let films: Set<Int>

  init(_ played: PlayedNotebook, tellsAnswers: Bool, links: LinkRule) {
    var prose = ProseMarkup(links: links)
    var cells = CellMarkup()
    let steps = StepMarkup(played: played, tellsAnswers: tellsAnswers)
    let title = Self.title(of: played.notebook)
    let name = title?.plainText ?? played.notebook.title
    let id = Markup.escaped(prose.outline.id(of: name))
    let inner = title.map { prose.inline($0.children) } ?? Markup.escaped(name)
    heading = "<h1 id=\"\(id)\">\(inner)</h1>\n"
    var outputs = played.outputs[...]
    var isTitlePassed = title == nil
    for block in played.notebook.blocks {
      switch block {
      case .prose(let piece):
        var nodes = piece.nodes[...]
        if !isTitlePassed, let place = nodes.firstIndex(where: { $0 == title }) {
          nodes.remove(at: place)
          isTitlePassed = true
        }
        text += prose.blocks(Array(nodes))
      case .cells(let block):
        let shown = Array(zip(block.cells, outputs))
        outputs = outputs.dropFirst(block.cells.count)
        text += cells.block(shown.map { (cell: $0, output: $1) }, of: played)
      case .step(let step): text += steps.step(step, &prose, &cells)
      }
    }
    films = cells.films
  }

  /// The first heading of level 1, which is the title.
  private static func title(of notebook: Notebook) -> MarkdownNode? {
    for case .prose(let prose) in notebook.blocks {
      if let node = prose.nodes.first(where: { $0.kind == .heading(level: 1) }) { return node }
    }
    return nil
  }
}
