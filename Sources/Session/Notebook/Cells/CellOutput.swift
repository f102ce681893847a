import Charts
import Reports

/// What a cell shows while it runs: the reports that are kept, and the count of the rest.
///
/// A loop may run for hours; what it prints beyond ``mostLines`` is counted and let go.
struct CellOutput {
  /// The most lines of a cell's output.
  static let mostLines = 10_000

  /// What is kept, in order.
  private(set) var reports: [any Report] = []
  /// The lines of what is not kept.
  private(set) var omittedLines = 0
  /// How many checks do not hold whose reports are not kept.
  private(set) var omittedFailures = 0
  /// About how many bytes are kept.
  private(set) var byteCount = 0
  private var lines = 0

  /// Takes what a command found out.
  ///
  /// - Parameter isRepeated: Whether it ran within a loop; alone a command's output is kept whole.
  mutating func append(_ report: any Report, isRepeated: Bool) {
    let document = report.document
    let isKept = lines < Self.mostLines
    if isRepeated {
      let count = Transcript.standard.lines(of: document).count
      lines += count
      if !isKept { omittedLines += count }
    }
    guard isKept else {
      omittedFailures += report.failedChecks
      return
    }
    byteCount += document.byteCount
    reports.append(report)
  }
}

extension [String] {
  /// The first ``CellOutput/mostLines`` lines, and how many more there are.
  func cut(omitting omitted: Int) -> [String] {
    let rest = count - CellOutput.mostLines
    guard rest > 0 || omitted > 0 else { return self }
    let total = Swift.max(0, rest) + omitted
    return prefix(CellOutput.mostLines)
      + ["... and \(NumberText.count(total)) more \(total == 1 ? "line" : "lines")"]
  }
}
