import Charts
import JSON
import Notebooks
import TerminalText
import Workbench

/// The cells of a notebook as Jupyter has them.
struct JupyterCells {
  private let played: PlayedNotebook
  private let steps: JupyterSteps
  /// The cells so far.
  private(set) var cells: [JSONValue] = []
  private var executions = 0

  init(_ played: PlayedNotebook, tellsAnswers: Bool) {
    self.played = played
    steps = JupyterSteps(played: played, tellsAnswers: tellsAnswers)
  }

  /// Adds all cells.
  mutating func addAll() {
    var outputs = played.outputs[...]
    addSeed()
    for block in played.notebook.blocks {
      switch block {
      case .prose(let prose): addMarkdown(PlainMarkdown(prose.source).text)
      case .cells(let block):
        for (cell, output) in zip(block.cells, outputs) { addCode(cell.source, output) }
        outputs = outputs.dropFirst(block.cells.count)
      case .step(let step):
        addMarkdown(steps.markdown(of: step))
        for cell in step.solution {
          let output = played.solutions[cell.line] ?? ShownCell(source: "", lines: [])
          addCode(cell.source, output, tags: ["solution"])
        }
      }
    }
  }

  /// The seed of the notebook, which a session in Jupyter knows from a cell alone.
  private mutating func addSeed() {
    guard let seed = played.notebook.frontMatter.seed, seed != 0,
      played.notebook.cells.first?.source != "seed \(seed)"
    else { return }
    addCode("seed \(seed)", ShownCell(source: "", lines: ["seed \(seed)"]))
  }

  private mutating func addMarkdown(_ text: String) {
    let lines = Self.lines(of: text)
    if lines.isEmpty { return }
    add("markdown", metadata: [], [.init("source", Self.source(lines))])
  }

  private mutating func addCode(_ source: String, _ output: ShownCell, tags: [String] = []) {
    executions += 1
    let tags = tags + (output.isError ? ["raises-exception"] : [])
    let hidden = JSONValue.object([.init("source_hidden", .bool(true))])
    var metadata: [JSONValue.Member] = []
    if tags.contains("solution") { metadata.append(.init("jupyter", hidden)) }
    if !tags.isEmpty { metadata.append(.init("tags", .array(tags.map(JSONValue.string)))) }
    add(
      "code", metadata: metadata,
      [
        .init("execution_count", .integer(executions)),
        .init("outputs", .array(Self.outputs(output))),
        .init("source", Self.source(Self.lines(of: source.cleaned(.text)))),
      ])
  }

  private mutating func add(
    _ type: String, metadata: [JSONValue.Member], _ rest: [JSONValue.Member]
  ) {
    cells.append(
      .object(
        [
          .init("cell_type", .string(type)), .init("id", .string("cell-\(cells.count + 1)")),
          .init("metadata", .object(metadata)),
        ] + rest))
  }

  private static func outputs(_ output: ShownCell) -> [JSONValue] {
    if output.isError {
      return [
        .object([
          .init("ename", .string("Mistake")),
          .init("evalue", .string(output.lines.dropFirst().first ?? output.lines.first ?? "")),
          .init("output_type", .string("error")),
          .init("traceback", .array(output.lines.map(JSONValue.string))),
        ])
      ]
    }
    return ShownPart.parts(of: output).map { part in
      var data: [JSONValue.Member] = []
      switch part {
      case .lines(let lines): data = [.init("text/plain", source(lines))]
      case .picture(let picture, let lines):
        data = [
          .init("image/svg+xml", source(Self.lines(of: picture.svg(by: SVGRenderer())))),
          .init("text/plain", source(lines)),
        ]
      }
      return .object([
        .init("data", .object(data)), .init("metadata", .object([])),
        .init("output_type", .string("display_data")),
      ])
    }
  }

  /// A text as Jupyter writes it: a string for each line, with its end.
  private static func source(_ lines: [String]) -> JSONValue {
    .array(
      lines.enumerated().map { index, line in
        .string(index + 1 < lines.count ? line + "\n" : line)
      })
  }

  /// The lines of a text, without an empty one at its end.
  private static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
