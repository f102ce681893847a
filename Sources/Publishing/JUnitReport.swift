package import Session
internal import TerminalText

/// What came of lessons as JUnit XML, which programs that collect results of tests read: a suite for
/// each lesson, and in it a case for each rule. It names no time, so that the same lessons give the
/// same bytes.
package struct JUnitReport {
  private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  private static let beginning = "<testsuites name=\"overfit check"
  /// What each report begins with.
  package static let head = "\(xml)\n\(beginning)"

  /// The report.
  package let text: String

  /// Creates the report of lessons.
  package init(_ checks: [LessonCheck]) {
    let rules = LessonFinding.Rule.allCases
    var lines = [Self.xml, "\(Self.beginning)\">"]
    for check in checks {
      let failed = Set(check.findings.map(\.rule)).count
      let skipped = check.skipped == nil ? 0 : 1
      let name = Self.escaped(check.path)
      lines.append(
        "  <testsuite name=\"\(name)\" tests=\"\(rules.count)\" failures=\"\(failed)\" errors=\"0\" "
          + "skipped=\"\(skipped)\">")
      for rule in rules { lines += Self.lines(of: rule, check, suite: name) }
      lines.append("  </testsuite>")
    }
    text = (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  /// What came of a student's progress: a suite for each lesson, and in it a case for each step.
  package init(_ check: ProgressCheck, of file: String) {
    var lines = [
      Self.xml, "\(Self.beginning) --progress \(Self.escaped(file))\(check.drawWords)\">",
    ]
    var places: [String: Int] = [:]
    var lessons: [[ProgressCheck.Finding]] = []
    for finding in check.findings {
      let place = places[finding.lesson, default: lessons.count]
      places[finding.lesson] = place
      if place == lessons.count { lessons.append([]) }
      lessons[place].append(finding)
    }
    for findings in lessons {
      let name = Self.escaped(findings[0].lesson)
      lines.append(
        "  <testsuite name=\"\(name)\" tests=\"\(findings.count)\" "
          + "failures=\"\(findings.count { !$0.isPassed })\" errors=\"0\" skipped=\"0\">")
      for finding in findings {
        let step = Self.escaped(finding.step ?? "lesson")
        let head = "    <testcase classname=\"\(name)\" name=\"\(step)\""
        lines.append(
          finding.isPassed
            ? head + "/>"
            : head + "><failure message=\"\(Self.escaped(finding.text))\"/></testcase>")
      }
      lines.append("  </testsuite>")
    }
    text = (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func lines(
    of rule: LessonFinding.Rule, _ check: LessonCheck, suite: String
  ) -> [String] {
    let head = "    <testcase classname=\"\(suite)\" name=\"\(rule.rawValue)\""
    let findings = check.findings.filter { $0.rule == rule }
    if let first = findings.first {
      let all = findings.map { "\(check.path):\($0.line): \($0.problem)" }
      return [
        head + ">",
        "      <failure message=\"\(escaped(first.problem))\">\(escaped(all.joined(separator: "\n")))"
          + "</failure>", "    </testcase>",
      ]
    }
    if rule == .replay, let reason = check.skipped {
      return [head + ">", "      <skipped message=\"\(escaped(reason))\"/>", "    </testcase>"]
    }
    return [head + "/>"]
  }

  /// A text as it stands between tags or in quotes; what no XML may hold is spelled.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.split(separator: "\n", omittingEmptySubsequences: false)
      .map({ String($0).cleaned(.spelled) }).joined(separator: "\n").unicodeScalars
    {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
