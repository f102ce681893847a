import Charts
import Notebooks
import Workbench

/// Cells as HTML: what was typed, what came of it, pictures as shapes.
struct CellMarkup {
  /// In pixels.
  private static let pictureWidth = FilmStyle.width
  /// Diagrams side by side need room for what stands over their columns.
  private static let diagramsWidth = 760

  private var cells = 0
  private var pictures = 0
  /// How many frames the films have that it has made.
  private(set) var films: Set<Int> = []

  /// A block of cells with what came of them.
  mutating func block(
    _ cells: [(cell: NotebookCell, output: ShownCell)], of played: PlayedNotebook
  ) -> String {
    guard !cells.isEmpty else { return "" }
    var text = "<div class=\"cells\">\n"
    for (cell, output) in cells { text += self.cell(cell, output, of: played) }
    return text + "</div>\n"
  }

  /// Inputs alone, such as those of a solution.
  mutating func inputs(_ cells: [NotebookCell], of played: PlayedNotebook) -> String {
    block(cells.map { ($0, ShownCell(source: "", lines: [])) }, of: played)
  }

  private mutating func cell(
    _ cell: NotebookCell, _ output: ShownCell, of played: PlayedNotebook
  ) -> String {
    cells += 1
    let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let source = SourceMarkup(cell.source, tokens: played.tokens(of: cell.source))
    var text = Preformatted(
      lines, markup: "<code>\(source.text)</code>", label: "input \(cells)", kind: "input"
    ).text
    for (place, part) in ShownPart.parts(of: output).enumerated() {
      switch part {
      case .lines(let lines):
        let label = "output \(cells)" + (place == 0 ? "" : ", part \(place + 1)")
        text +=
          Preformatted(lines, label: label, kind: output.isError ? "output error" : "output").text
      case .picture(let picture, _): text += self.picture(picture)
      }
    }
    return text
  }

  /// A picture, and where it shows moments, these as a film besides.
  private mutating func picture(_ picture: Block) -> String {
    var text = figure(picture.svg(by: renderer(for: picture)), of: picture)
    guard case .grid(let grid) = picture, grid.showsMoments, grid.charts.count > 1 else {
      return text
    }
    films.insert(grid.charts.count)
    let svg = renderer(width: FilmStyle.width).renderFilm(grid)
    let hold =
      "<label class=\"hold\"><input type=\"checkbox\"> hold the film</label>\n"
    text += figure(hold + svg, of: picture, kind: " film film-\(grid.charts.count)")
    return text
  }

  private mutating func renderer(for picture: Block) -> SVGRenderer {
    let charts = picture.charts
    let isWide = charts.count > 1 && charts.contains { $0.kind == .diagram }
    return renderer(width: isWide ? Self.diagramsWidth : Self.pictureWidth)
  }

  private mutating func renderer(width: Int) -> SVGRenderer {
    pictures += 1
    return SVGRenderer(width: width).identified(by: "picture.\(pictures)")
  }

  /// - Parameter kind: Further classes, each behind a blank.
  private func figure(_ content: String, of picture: Block, kind: String = "") -> String {
    // Grey pixels mean what they are: white stays white on a dark page.
    let isImage = picture.charts.contains { $0.kind == .image }
    return "<figure class=\"picture\(isImage ? " image" : "")\(kind)\">"
      + "<div class=\"scroll\" role=\"group\" aria-label=\"picture \(pictures)\" tabindex=\"0\">\n"
      + content + "</div></figure>\n"
  }
}
