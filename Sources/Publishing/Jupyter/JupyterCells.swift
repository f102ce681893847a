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
    let lines = JupyterOutput.lines(of: text)
    if lines.isEmpty { return }
    add("markdown", metadata: [], [.init("source", JupyterOutput.source(lines))])
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
        .init("outputs", .array(JupyterOutput.all(of: output))),
        .init("source", JupyterOutput.source(JupyterOutput.lines(of: source.cleaned(.text)))),
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
}
