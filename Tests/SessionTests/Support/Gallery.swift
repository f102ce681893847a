import Charts
import Foundation
import JSON
import Language
import Notebooks

@testable import Plots
@testable import Session

/// The lesson that shows every picture, run once for all its tests.
struct Gallery {
  /// A cell that shows a chart or a grid of charts.
  struct Exhibit {
    /// What was typed.
    var source: String
    /// The charts and grids of its document; the texts and tables beside them are left out.
    var blocks: [Block]

    /// All the charts, those of grids among them.
    var charts: [Chart] {
      blocks.flatMap { block -> [Chart] in
        switch block {
        case .chart(let chart): [chart]
        case .grid(let grid): grid.charts
        default: []
        }
      }
    }
  }

  var notebook: Notebook
  var session: NotebookSession
  var exhibits: [Exhibit] = []

  static let shared = Result { try Gallery() }

  init() throws {
    let file = "\(LessonTests.root)/lessons/gallery.md"
    notebook = try Notebook(
      bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: file))), name: file)
    session = NotebookSession(settings: .testing(seed: notebook.frontMatter.seed ?? 0, threads: 2))
    for cell in notebook.cells {
      guard case .cell(_, let done) = session.submit(cell.source),
        let document = done.document
      else { continue }
      let blocks = document.blocks.filter { block in
        switch block {
        case .chart, .grid: true
        case .text, .verbatim, .table, .facts: false
        }
      }
      if !blocks.isEmpty { exhibits.append(Exhibit(source: cell.source, blocks: blocks)) }
    }
  }

  /// Whether a cell types a plot and shows something.
  func shows(_ plot: Plot) -> Bool {
    session.cells.contains { cell in
      guard !cell.hasFailed,
        case .command(let command)? = Script(parsing: cell.source).statements.first,
        command.verb.text == "plot"
      else { return false }
      let words = cell.source.split(separator: " ").dropFirst().map(String.init)
      let named = PlotTable.all.filter { words.starts(with: $0.words) }
      return named.max { $0.words.count < $1.words.count }?.name == plot.name
    }
  }

  /// All pictures in characters, each behind what was typed.
  func text(_ renderer: TextRenderer) -> String {
    exhibits.map { "> \($0.source)\n" + renderer.render(Document($0.blocks)) }
      .joined(separator: "\n\n")
  }

  /// All pictures as SVG, or as data, each with its name.
  func texts(_ render: (Block) -> String) -> [(name: String, text: String)] {
    exhibits.flatMap { exhibit in exhibit.blocks.map { (exhibit.source, render($0)) } }
  }

  /// "svg of plot loss: 5012 bytes 8d3fa1…", a line a text.
  static func digests(_ texts: [(name: String, text: String)]) -> String {
    texts.map { name, text in
      // FNV-1a.
      let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      let digits = String(hash, radix: 16)
      let padding = String(repeating: "0", count: 16 - digits.count)
      return "\(padding)\(digits) \(text.utf8.count) bytes: \(name)"
    }.joined(separator: "\n")
  }
}
