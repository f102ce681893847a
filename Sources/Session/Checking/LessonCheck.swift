package import Notebooks
package import Workbench

/// Proves a lesson as a strict teacher does: it is gone through as the model student goes, the wrong
/// answers that it lists are tried, and what it says of itself is held to what it is.
package struct LessonCheck: Sendable {
  /// The lesson's path.
  package let path: String
  /// What was found fault with, by lines.
  package let findings: [LessonFinding]
  /// What its answers come to and which cells end in an error, a line each.
  package let facts: [String]
  /// Why it was not gone through, for want of data; nil where it was.
  package let skipped: String?
  /// The unified diff of what was printed otherwise; nil where nothing was.
  package let difference: String?
  /// What came of its claims under other seeds; empty where that was not asked for.
  package let trials: [ClaimTrial]
  /// Whether it was stopped from outside.
  package let isInterrupted: Bool

  /// Whether nothing was found.
  package var passes: Bool { findings.isEmpty }

  /// A file that is no lesson.
  package init(_ error: NotebookError, path: String) {
    self.path = path
    let hint = error.hint.map { " (\($0))" } ?? ""
    findings = [LessonFinding(.reading, line: error.line, error.problem + hint)]
    (skipped, difference, trials, facts, isInterrupted) = (nil, nil, [], [], false)
  }

  /// Proves a lesson.
  /// - Parameters:
  ///   - path: Its path, from which what it links to is found.
  ///   - course: The lessons beside it.
  ///   - seeds: Under how many other seeds its claims are tried; 0 for none.
  package init(
    _ notebook: Notebook, path: String, course: Course, seeds: Int, settings: SessionSettings,
    control: RunControl = RunControl()
  ) {
    self.path = path
    // As a student has it, and nobody is asked.
    var unasked = settings
    unasked.files.consent = nil
    let replay = Replay(
      notebook, settings: unasked, isStrict: true, by: .learn, control: control)
    var findings = LessonReading(notebook, path: path, course: course, settings).findings
    var (skipped, difference): (String?, String?) = (nil, nil)
    var isInterrupted = false
    switch replay.verdict {
    case .equal, .broken: break
    case .different(let text):
      difference = text
      let isRefused = Replay(notebook, settings: unasked, control: control).verdict == .equal
      let finding =
        isRefused
        ? "a cell is refused here when the lesson is walked: overfit learn \(path) shows why"
        : "its output differs from what is printed; overfit replay --update writes it anew"
      findings.append(LessonFinding(.replay, line: Self.firstLine(of: text), finding))
    case .skipped(let reason): skipped = reason
    case .interrupted: isInterrupted = true
    case .unable(let reason): findings.append(LessonFinding(.replay, line: 1, reason))
    case .outOfTime(let cell, let line):
      findings.append(LessonFinding(.replay, line: line, "cell \(cell) took too long"))
    }
    findings += replay.faults.map { Self.finding($0, of: notebook) }
    if skipped == nil, replay.verdict != .equal {
      findings += Self.misplacedFiles(of: notebook, path: path, settings.files)
    }
    var trials: [ClaimTrial] = []
    if seeds > 0, skipped == nil, !isInterrupted {
      let run = ClaimTrials(notebook, seeds: seeds, settings: settings, control: control)
      trials = run.trials
      isInterrupted = run.isInterrupted
      findings += trials.compactMap(\.finding)
    }
    self.findings = findings.sorted { ($0.line, $0.problem) < ($1.line, $1.problem) }
    (self.skipped, self.difference, self.trials) = (skipped, difference, trials)
    self.isInterrupted = isInterrupted
    facts = replay.facts
  }

  /// The files that cells name as if Overfit were started in the lesson's folder, where it was not.
  private static func misplacedFiles(
    of notebook: Notebook, path: String, _ files: WorkingFolder
  ) -> [LessonFinding] {
    let folder = Course.parts(of: path).folder
    let name = Course.parts(of: files.fullPath(folder)).file
    return notebook.cells.flatMap { cell in
      cell.source.split(whereSeparator: \.isWhitespace).map { $0.filter { $0 != "\"" } }
        .filter { word in
          !word.isEmpty && !word.hasPrefix("/") && !word.hasPrefix("~")
            && !word.split(separator: "/").contains { $0.hasPrefix(".") }
            && !files.exists(word) && files.exists("\(folder)/\(word)")
        }
        .map { word in
          LessonFinding(
            .replay, line: cell.line,
            "\(word) lies beside the lesson, and a path begins where Overfit is started: write "
              + "\(name)/\(word), and start it above \(name)")
        }
    }
  }

  /// A fault of a replay, "lessons/03-x.md:12: no hint", as a finding.
  private static func finding(_ fault: String, of notebook: Notebook) -> LessonFinding {
    let rest = fault.dropFirst(notebook.name.count + 1)
    let line = rest.prefix { $0 != ":" }
    return LessonFinding(
      .replay, line: Int(line) ?? 1, String(rest.dropFirst(line.count + 2)))
  }

  /// The first line of the file that a unified diff changes.
  private static func firstLine(of difference: String) -> Int {
    let lines = difference.split(separator: "\n", omittingEmptySubsequences: false)
    guard let hunk = lines.firstIndex(where: { $0.hasPrefix("@@ -") }),
      let start = Int(lines[hunk].dropFirst(4).prefix { $0.isNumber })
    else { return 1 }
    return start + lines[(hunk + 1)...].prefix { $0.hasPrefix(" ") }.count
  }
}
