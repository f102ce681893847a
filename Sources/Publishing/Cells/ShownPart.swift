import Charts
import Notebooks
import Session
import Workbench

/// A piece of what a cell shows: lines, or a picture.
enum ShownPart {
  case lines([String])
  /// A chart or a grid, and its lines where there is room for characters alone.
  case picture(Block, lines: [String])

  /// The pieces of an output, in order.
  static func parts(of output: ShownCell) -> [ShownPart] {
    guard let document = output.document, document.blocks.contains(where: \.isPicture) else {
      return output.lines.isEmpty ? [] : [.lines(output.lines)]
    }
    var parts: [ShownPart] = []
    var gathered: [Block] = []
    let lines = { (blocks: [Block]) in
      NotebookCell.canonical(
        Transcript.standard.lines(of: Document(blocks, names: document.names)))
    }
    for block in document.blocks {
      guard block.isPicture else {
        gathered.append(block)
        continue
      }
      if !gathered.isEmpty { parts.append(.lines(lines(gathered))) }
      parts.append(.picture(block, lines: lines([block])))
      gathered = []
    }
    if !gathered.isEmpty { parts.append(.lines(lines(gathered))) }
    return parts
  }
}

extension Block {
  /// Whether it is a picture.
  var isPicture: Bool {
    switch self {
    case .chart, .grid: true
    case .text, .verbatim, .facts, .table: false
    }
  }

  /// The charts of a picture.
  var charts: [Chart] {
    switch self {
    case .chart(let chart): [chart]
    case .grid(let grid): grid.charts
    case .text, .verbatim, .facts, .table: []
    }
  }

  /// A picture as SVG; nothing for other blocks.
  func svg(by renderer: SVGRenderer) -> String {
    switch self {
    case .chart(let chart): renderer.render(chart)
    case .grid(let grid): renderer.render(grid)
    case .text, .verbatim, .facts, .table: ""
    }
  }
}
