package import Charts
import Commands
package import Language
package import TensorEngine
import TerminalText

/// Draws what cells and notebook verbs gave as lines of characters.
///
/// `Transcript.standard` is the one form that is written into notebooks and compared in replays:
/// 80 columns, pictures in 7-bit characters, no colour.
package struct Transcript: Sendable {
  /// The form of notebooks: 80 columns, 7-bit pictures, no colour.
  package static let standard = Transcript(renderer: TextRenderer(width: 80, pictures: .ascii))

  /// The words that a line to type begins with, here and in the shell.
  private static let lineStarts = Set(Vocabulary.standard.table.verbs + ["overfit"])

  /// How documents are drawn.
  package let renderer: TextRenderer
  /// How many columns stand before an input: 2 for the "> " of a transcript.
  package let indent: Int
  /// The width to which errors are wrapped, in columns.
  package let width: Int
  /// Tells how long work takes here, where somebody sees the cells run; nil elsewhere, as in everything
  /// that is kept.
  package var time: (@Sendable (WorkPlan) -> String)?

  /// Makes a form; `indent` and `width` place and wrap errors, in columns.
  package init(renderer: TextRenderer, indent: Int = 2, width: Int = 80) {
    self.renderer = renderer
    self.indent = indent
    self.width = width
  }

  /// The output of a cell; a note has none.
  package func output(of cell: Cell) -> [String] {
    switch cell.result {
    case .reports(let reports) where reports.isEmpty && cell.omittedLines == 0:
      asides(of: cell)
    case .reports:
      (cell.document.map(lines(of:)) ?? []).cut(omitting: cell.omittedLines) + asides(of: cell)
    case .note: []
    case .failure(let diagnostic): lines(of: diagnostic, source: cell.source)
    }
  }

  /// The rest of the output of a cell, of which some results are seen already, and some lines.
  package func output(of cell: Cell, withoutFirst count: Int, lines seen: Int) -> [String] {
    (cell.document(withoutFirst: count).map(lines(of:)) ?? [])
      .cut(omitting: cell.omittedLines, seen: seen) + asides(of: cell)
  }

  /// What is said of a cell where somebody sees it run: how it ran, and how long the work takes that
  /// its plans tell beforehand.
  private func asides(of cell: Cell) -> [String] {
    guard let time else { return [] }
    let (remark, foretold) = (cell.remark, cell.foretold)
    // Nothing is said of most cells.
    guard remark != nil || !foretold.isEmpty else { return [] }
    return lines(of: Document(([remark].compactMap(\.self) + foretold.map(time)).map(Block.text)))
  }

  /// The output of what a line did, cells that were run again included.
  ///
  /// - Parameter typed: The number of a cell whose input stands on the screen already.
  package func output(
    of outcome: NotebookSession.Outcome, source: String, in session: NotebookSession,
    typed: Int? = nil
  ) -> [String] {
    switch outcome {
    case .nothing, .lesson, .view, .quit: []
    case .cell(_, let cell): output(of: cell)
    case .refused(let diagnostic):
      lines(of: diagnostic, source: source.utf8.count < 1 << 20 ? source : "")
    case .interrupted(let message), .unable(let message): [message]
    case .editing(let number, let source, _):
      ["edit \(number) COMMAND replaces it; it is:"] + Self.input(source, number: number)
    case .notebook(let document, let rerun, _):
      lines(of: document)
        + rerun.flatMap { number in
          let cell = session.cells[number - 1]
          let input = number == typed ? [] : Self.input(cell.source, number: number)
          return input + output(of: cell)
        }
    }
  }

  /// The lines of an input as a terminal shows it again: "[5] train", "... " before a loop's rest.
  package static func input(_ source: String, number: Int) -> [String] {
    let prompt = "[\(number)] "
    return printableLines(of: source).enumerated().map {
      ($0 == 0 ? prompt : String(repeating: " ", count: prompt.utf8.count)) + $1
    }
  }

  /// The lines of an input as a transcript shows it: "> ", then ". " before a loop's rest.
  package static func input(_ source: String) -> [String] {
    printableLines(of: source).enumerated().map { ($0 == 0 ? "> " : ". ") + $1 }
  }

  /// The lines of a source as they can be shown on a terminal.
  static func printableLines(of source: String) -> [String] {
    guard source.utf8.contains(UInt8(ascii: "\n")) else { return [source.cleaned(.prose)] }
    return source.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.cleaned(.prose)
    }
  }

  /// A document as lines.
  package func lines(of document: Document) -> [String] {
    renderer.lines(document)
  }

  /// An error as the lines under its source.
  package func lines(of diagnostic: Diagnostic, source: String) -> [String] {
    DiagnosticText.lines(
      for: diagnostic, source: source, indent: indent, width: width,
      isVerb: { Self.lineStarts.contains(String($0)) })
  }
}
