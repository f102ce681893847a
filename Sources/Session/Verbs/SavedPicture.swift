import Charts
import JSON
import Language
import Workbench

/// `save picture boundary.svg`: the last picture of the notebook as a file.
enum SavedPicture {
  /// The bytes that the ending asks for: `.svg` shapes, `.txt` characters, `.json` the data,
  /// `.vl.json` a specification for Vega-Lite.
  static func content(
    of session: NotebookSession, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> SaveCommand.Content {
    guard let picture = lastPicture(of: session) else {
      throw Diagnostic("there is no picture yet", at: range, hints: ["plot data draws one"])
    }
    let text: String
    if path.hasSuffix(".vl.json") {
      text =
        switch picture {
        case .grid(let grid): VegaLiteRenderer().render(grid)
        case .chart(let chart): VegaLiteRenderer().render(chart)
        case .text, .verbatim, .facts, .table: ""
        }
    } else if path.hasSuffix(".svg") {
      text =
        switch picture {
        case .grid(let grid): SVGRenderer().render(grid)
        case .chart(let chart): SVGRenderer().render(chart)
        case .text, .verbatim, .facts, .table: ""
        }
    } else if path.hasSuffix(".txt") {
      text = Transcript.standard.renderer.render(Document([picture])) + "\n"
    } else if path.hasSuffix(".json") {
      text = Document([picture]).json.text + "\n"
    } else {
      throw Diagnostic(
        "a picture is saved in a file that ends in .svg, .txt, .json or .vl.json", at: range,
        hints: ["save picture \(SavedName.pictureName(for: path))"])
    }
    return SaveCommand.Content(bytes: Array(text.utf8), facts: [fact(for: picture)])
  }

  /// The last chart, or grid of charts, of the last cell that has one.
  private static func lastPicture(of session: NotebookSession) -> Block? {
    for cell in session.cells.reversed() {
      guard let document = cell.document else { continue }
      if let block = document.blocks.last(where: \.isPicture) { return block }
    }
    return nil
  }

  private static func fact(for picture: Block) -> Fact {
    let name =
      switch picture {
      case .chart(let chart): chart.title ?? chart.kind.rawValue
      case .grid(let grid): Wording.count(grid.charts.count, "picture")
      case .text, .verbatim, .facts, .table: ""
      }
    return Fact("picture", .text(name), text: name)
  }
}

extension Block {
  fileprivate var isPicture: Bool {
    switch self {
    case .chart, .grid: true
    case .text, .verbatim, .facts, .table: false
    }
  }
}
