import Notebooks

/// Asks the steps of a notebook what a replay would ask them, over cells that have run already.
struct StepsOverCells {
  private let notebook: Notebook
  /// The cells without notes, which change nothing.
  private let cells: [Cell]
  /// The session behind the cells that were passed.
  private var session: NotebookSession
  private var passed = 0
  /// The steps that are looked at again behind the next block of cells, and the session as it was.
  private var open: [(step: any LessonStep, before: NotebookSession)] = []
  private var faults: [String] = []

  private init(_ notebook: Notebook, _ session: NotebookSession) {
    self.notebook = notebook
    cells = session.cells.filter { cell in
      if case .note = cell.result { false } else { true }
    }
    self.session = session.withoutPast
    self.session.cells = []
  }

  /// What a replay would find fault with in the steps of a notebook that has these cells, a line each.
  static func faults(of notebook: Notebook, over session: NotebookSession) -> [String] {
    var steps = StepsOverCells(notebook, session)
    for block in notebook.blocks {
      switch block {
      case .prose: break
      case .cells(let block):
        for cell in block.cells { steps.pass(cell) }
        if block.cells.isEmpty { continue }
        for (step, before) in steps.open { step.settle(from: before, in: &steps) }
        steps.open = []
      case .step(let step):
        if step.awaitsCells { steps.open.append((step, steps.session)) }
        step.replay(in: &steps)
      }
    }
    return steps.faults
  }

  /// Passes a line of the file; one that is no cell changes nothing.
  private mutating func pass(_ cell: NotebookCell) {
    guard passed < cells.count, cells[passed].source == cell.source else { return }
    passed += 1
    session.cells = Array(cells.prefix(passed))
  }
}

extension StepsOverCells: StepReplay {
  func result(ofCheck command: String) -> CheckResult { session.result(ofCheck: command) }
  func value(of formula: String) -> StepValue { session.value(of: formula) }
  func isCommand(_ line: String) -> Bool { session.isCommand(line) }
  func spelling(of source: String) -> String { session.spelling(of: source) }

  mutating func run(_ cell: NotebookCell) -> Bool {
    let before = passed
    pass(cell)
    return passed == before || !cells[before].hasFailed
  }

  mutating func reportFault(onLine line: Int, _ problem: String) {
    faults.append("\(notebook.name):\(line): \(problem)")
  }
}
