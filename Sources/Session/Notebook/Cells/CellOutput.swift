import Charts
import Reports

/// What a cell shows while it runs: the reports that are kept, and the count of the rest.
///
/// A loop may run for hours; what it prints beyond ``mostLines`` is counted and let go.
package struct CellOutput {
  /// The most lines of a cell's output.
  package static let mostLines = 10_000

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
  /// - Returns: Whether it is kept.
  mutating func append(_ report: any Report, isRepeated: Bool) -> Bool {
    let isKept = lines < Self.mostLines
    if isRepeated {
      let count = Transcript.standard.lines(of: report.document).count
      lines += count
      if !isKept { omittedLines += count }
    }
    guard isKept else {
      omittedFailures += report.failedChecks
      return false
    }
    byteCount += report.byteCount
    reports.append(report)
    return true
  }
}

extension [String] {
  /// The first ``CellOutput/mostLines`` lines, of which some are seen already, and how many more there
  /// are.
  func cut(omitting omitted: Int, seen: Int = 0) -> [String] {
    let room = Swift.max(0, CellOutput.mostLines - seen)
    let rest = seen + count - CellOutput.mostLines
    guard rest > 0 || omitted > 0 else { return self }
    let total = Swift.max(0, rest) + omitted
    return prefix(room)
      + ["... and \(NumberText.count(total)) more \(total == 1 ? "line" : "lines")"]
  }
}
