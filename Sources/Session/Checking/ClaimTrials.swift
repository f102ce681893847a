package import Charts
import Language
import Notebooks
import Reports
import Workbench

/// What came of a claim under other seeds.
package struct ClaimTrial: Sendable {
  /// What came under one seed.
  struct Row: Sendable {
    let seed: UInt64
    /// The two sides of a comparison; nil where none could be worked out.
    let sides: (left: Double, right: Double)?
    let holds: Bool
    /// Why it could not be tried; nil where it could.
    var failure: String?
  }

  let claim: Claim
  var rows: [Row] = []

  /// How many seeds are to speak for one side: four of five, rounded up.
  private var threshold: Int { (rows.count * 4 + 4) / 5 }
  private var held: Int { rows.count(where: \.holds) }
  /// Under how many seeds the opposite held.
  private var opposed: Int {
    rows.count { row in !row.holds && (row.sides.map { $0.left != $0.right } ?? false) }
  }

  /// What is wrong with the claim; nil for one that holds as it is made.
  package var finding: LessonFinding? {
    let line = claim.condition.line
    if let failed = rows.first(where: { $0.failure != nil }), let failure = failed.failure {
      return LessonFinding(
        .claims, line: line,
        "the claim \(claim.name) can't be tried under seed \(failed.seed): \(failure)")
    }
    let count = "\(held) of \(rows.count) seeds"
    if claim.isTie {
      guard max(held, opposed) >= threshold else { return nil }
      return LessonFinding(
        .claims, line: line,
        "the claim \(claim.name) is no tie: it holds under \(count); leave \"tie\" out, and say so")
    }
    guard held < threshold else { return nil }
    return LessonFinding(
      .claims, line: line,
      "the claim \(claim.name) holds under \(count), and \(threshold) are wanted; say that it is a "
        + "tie, and write \"tie\" under it")
  }

  /// The seeds with what came of each, and what that says of the claim.
  package var document: Document {
    let hasSides = rows.contains { $0.sides != nil }
    let rows = rows.map { row -> [Table.Cell] in
      let sides: [Table.Cell] = [
        .text(row.sides.map { Self.text($0.left) } ?? "-"),
        .text(row.sides.map { Self.text($0.right) } ?? "-"),
      ]
      return [.text("\(row.seed)")] + (hasSides ? sides : [])
        + [.text(row.failure == nil ? row.holds ? "yes" : "no" : "not tried")]
    }
    let titles = claim.sideTitles
    let sides: [Table.Column] = [
      .init(titles.left, alignment: .right), .init(titles.right, alignment: .right),
    ]
    let table = Table(
      title: "claim \(claim.name): \(claim.condition.text)",
      columns: [.init("seed", alignment: .right)] + (hasSides ? sides : []) + [.init("holds")],
      rows: rows)
    let said = claim.isTie ? "said to be a tie" : "\(threshold) wanted"
    return Document([
      .table(table), .text("holds under \(held) of \(self.rows.count) seeds · \(said)"),
    ])
  }

  private static func text(_ number: Double) -> String {
    NumberText.significant(number, digits: 4)
  }
}

extension Claim {
  /// What stands at both sides of its comparison: "helped" and "plain".
  fileprivate var sideTitles: (left: String, right: String) {
    for sign in ["<=", ">=", "<", ">"] {
      guard let place = condition.text.firstRange(of: sign) else { continue }
      let (left, right) = (
        condition.text[..<place.lowerBound], condition.text[place.upperBound...]
      )
      return (Self.trimmed(left), Self.trimmed(right))
    }
    return ("left", "right")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Runs the cells of a lesson under other seeds, and asks its claims each time.
struct ClaimTrials {
  private(set) var trials: [ClaimTrial]
  private(set) var isInterrupted = false
  private let notebook: Notebook
  private let settings: SessionSettings
  private let control: RunControl

  /// - Parameter seeds: How many; they follow on the lesson's own.
  init(_ notebook: Notebook, seeds: Int, settings: SessionSettings, control: RunControl) {
    self.notebook = notebook
    self.settings = settings.opened(notebook.name, by: .replay)
    self.control = control
    trials = notebook.steps.compactMap { ($0 as? Claim).map { ClaimTrial(claim: $0) } }
    guard !trials.isEmpty else { return }
    for shift in 1...UInt64(seeds) where !isInterrupted { run(shift) }
    if isInterrupted { trials = [] }
  }

  /// Runs the lesson under seeds that are by so much larger.
  private mutating func run(_ shift: UInt64) {
    var settings = settings
    settings.seed = (notebook.frontMatter.seed ?? 0) &+ shift
    var session = NotebookSession(settings: settings)
    var claim = 0
    for block in notebook.blocks where claim < trials.count && !isInterrupted {
      switch block {
      case .prose: break
      case .cells(let block):
        for cell in block.cells { submit(cell.source, shift, &session) }
      case .step(let step):
        guard step is Claim else {
          for cell in step.solution { submit(cell.source, shift, &session) }
          continue
        }
        trials[claim].rows.append(row(of: trials[claim].claim, in: session))
        claim += 1
      }
    }
  }

  private mutating func submit(
    _ source: String, _ shift: UInt64, _ session: inout NotebookSession
  ) {
    guard !isInterrupted else { return }
    control.onCell()
    let outcome = session.submit(Self.reseeded(source, shift, in: session), control: control)
    if outcome.isInterrupted || control.isInterrupted() { isInterrupted = true }
  }

  /// A cell that sets the seed sets a larger one.
  private static func reseeded(
    _ source: String, _ shift: UInt64, in session: NotebookSession
  ) -> String {
    let words = source.split(separator: " ")
    guard words.count == 2, words[0] == "seed", let seed = UInt64(words[1]) else { return source }
    return "seed \(seed &+ shift)"
  }

  private func row(of claim: Claim, in session: NotebookSession) -> ClaimTrial.Row {
    let seed = session.state.seed
    var copy = session
    switch copy.submit(claim.command, control: control) {
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result {
        return ClaimTrial.Row(seed: seed, sides: nil, holds: false, failure: diagnostic.reason)
      }
      var sides: (left: Double, right: Double)?
      if case .reports(let reports) = cell.result,
        case .numbers(let left, let right)? = (reports.first as? CheckReport)?.sides
      {
        sides = (left, right)
      }
      return ClaimTrial.Row(seed: seed, sides: sides, holds: cell.failedChecks == 0)
    case .refused(let diagnostic):
      return ClaimTrial.Row(seed: seed, sides: nil, holds: false, failure: diagnostic.reason)
    case .interrupted, .unable, .nothing, .notebook, .editing, .lesson, .view, .quit:
      return ClaimTrial.Row(seed: seed, sides: nil, holds: false, failure: "interrupted")
    }
  }
}
