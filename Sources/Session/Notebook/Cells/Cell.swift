package import Charts
import Datasets
package import Language
package import Reports
package import TensorEngine
import Workbench

/// One numbered step of a session: what was typed, what came of it, and the state it led to.
package struct Cell: Sendable {
  /// What running a cell gave.
  package enum Result: Sendable {
    /// What its commands found out, in their order.
    case reports([any Report])
    /// Prose of the student's own; nothing was run.
    case note(String)
    /// An error: the state after the cell is the state before it.
    case failure(Diagnostic)
  }

  /// What was typed; a loop has several lines. It is read again where it is run again.
  package let source: String
  /// What running it gave.
  package let result: Result
  /// The lines of its output that were not kept, as a loop's beyond a number.
  var omittedLines = 0
  /// How many checks do not hold whose reports were not kept.
  var omittedFailures = 0
  /// Whether an interrupt ended its training; its source then says after how many steps.
  var isCutShort = false
  /// Whose commands it has: the person's, or a file's, whatever runs it again.
  var rights: FileRights { sharedRights.value }
  /// The same, as all cells of a file share it.
  var sharedRights = Cell.rightsOfPerson
  /// What it has left beside its state, and what it read.
  var traces: CellTraces {
    get { sharedTraces?.value ?? .none }
    set { sharedTraces = Shared(newValue) }
  }
  private var sharedTraces: Shared<CellTraces>?
  /// What is said at a terminal of how it ran; nil for most cells.
  var remark: String? { sharedTraces?.value.remark }
  /// How many networks it trained.
  var fits = 0
  /// How many bytes it holds beyond the cells before it.
  var byteCount = 0
  /// The state after the cell. It is held once, however often the cell is passed on.
  var state: SessionState {
    get { after.value }
    set { after = Shared(newValue) }
  }
  /// Holds the state after the cell, and tells this run of it from any other one.
  private(set) var after: Shared<SessionState>

  private static let rightsOfPerson = Shared(FileRights.person)

  /// Makes a cell that has left nothing beside its state.
  init(
    source: String, result: Result, omittedLines: Int = 0, omittedFailures: Int = 0,
    isCutShort: Bool = false, fits: Int = 0, byteCount: Int = 0, state: SessionState
  ) {
    self.source = source
    self.result = result
    self.omittedLines = omittedLines
    self.omittedFailures = omittedFailures
    self.isCutShort = isCutShort
    self.fits = fits
    self.byteCount = byteCount
    after = Shared(state)
  }

  /// What the cell shows; nil for prose and for an error.
  package var document: Document? {
    guard case .reports(let reports) = result else { return nil }
    return Document(of: reports, in: state)
  }

  /// What it shows beyond its first results, which are seen already.
  package func document(withoutFirst count: Int) -> Document? {
    guard case .reports(let reports) = result else { return nil }
    return Document(of: reports.dropFirst(count), in: state)
  }

  /// The work that its commands tell beforehand, in their order.
  package var foretold: [WorkPlan] {
    guard case .reports(let reports) = result else { return [] }
    return reports.compactMap(\.foretold)
  }

  /// How many checks of the cell do not hold.
  package var failedChecks: Int {
    guard case .reports(let reports) = result else { return 0 }
    return reports.reduce(omittedFailures) { $0 + $1.failedChecks }
  }

  /// Whether the cell's command failed.
  package var hasFailed: Bool {
    if case .failure = result { true } else { false }
  }
}
