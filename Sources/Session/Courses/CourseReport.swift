package import Notebooks

/// What a student did in the lessons of a folder, as Markdown to be read: what they answered, the cells that
/// they tried and went on from, and their notes.
package struct CourseReport {
  /// A lesson with how far the student is in it; nil for one that is not begun.
  package typealias Part = (notebook: Notebook, progress: LessonProgress?)

  /// It as text.
  package let text: String

  /// Makes it of the lessons, in the order in which they are walked.
  /// - Parameters:
  ///   - draw: What they were drawn by; nil where they were not drawn.
  ///   - fault: Why this draw is not counted; nil for one that is.
  package init(title: String, draw: LessonDraw? = nil, fault: String? = nil, parts: [Part]) {
    let drawn = draw.map { ["The lessons were \($0.words)."] } ?? []
    let head =
      ["# Report: \(title)"] + drawn + (fault.map { ["Not counted (course.yaml: \($0))."] } ?? [])
    text = (head + parts.flatMap(Self.paragraphs)).joined(separator: "\n\n") + "\n"
  }

  private static func paragraphs(of part: Part) -> [String] {
    let notebook = part.notebook
    guard let progress = part.progress else { return ["## \(notebook.title)", "Not begun."] }
    let steps = LessonWalk.steps(of: notebook).steps.enumerated().flatMap { index, step in
      let notes = notes(beforeStep: index, progress)
      guard case .own(let own) = step, own.isJudged else { return notes }
      let ask = (own as? Question).map { [$0.ask.text] } ?? []
      let heading = own is Question ? "Not right:" : "What came of it:"
      return ["### \(own.name)"] + ask + notes + given(atStep: index, progress, heading)
        + paragraphs(ofStep: index, progress)
    }
    let written = notes(beforeStep: progress.of, progress)
    let end =
      written
      + (progress.isAtEnd ? progress.tried.map { paragraphs(of: $0, "At the end:") } ?? [] : [])
    return ["## \(notebook.title)"] + steps + end
  }

  /// The notes that were written before a step, without those that stand among its cells.
  private static func notes(beforeStep index: Int, _ progress: LessonProgress) -> [String] {
    let told = (progress.own[index]?.cells ?? []) + (progress.answers[index]?.tried?.cells ?? [])
    return (progress.notes[index] ?? []).filter { note in !told.contains { $0.source == note } }
      .compactMap(note)
  }

  /// What was tried at a step, a line each.
  private static func given(
    atStep index: Int, _ progress: LessonProgress, _ heading: String
  ) -> [String] {
    let lines = (progress.given[index] ?? []).filter { !$0.isEmpty }
    return lines.isEmpty ? [] : [heading, fenced(lines.joined(separator: "\n"))]
  }

  private static func paragraphs(ofStep index: Int, _ progress: LessonProgress) -> [String] {
    let isOwn = progress.own[index] != nil || progress.answers[index]?.isAnswer == true
    let isShown = isOwn && progress.shown.contains(index)
    return outcome(ofStep: index, progress)
      + (isShown ? ["It had been shown before."] : [])
  }

  private static func outcome(ofStep index: Int, _ progress: LessonProgress) -> [String] {
    if let own = progress.own[index] {
      let (solving, rest) = parts(of: own, given: progress.given[index] ?? [])
      return paragraphs(of: solving, "Solved by:")
        + (rest.cells.isEmpty ? [] : paragraphs(of: rest, "Behind it:"))
    }
    if let record = progress.answers[index], record.line != "skip" {
      let tried = record.tried.map { paragraphs(of: $0, "Tried before:") } ?? []
      let isShown = record.line.isEmpty || record.line == "next"
      return tried + [
        isShown
          ? "The answer was shown." : "Answered at try \(record.tries):\n\n\(fenced(record.line))"
      ]
    }
    if index < progress.reached {
      return (progress.answers[index]?.tried.map { paragraphs(of: $0, "Tried:") } ?? []) + [
        "Skipped."
      ]
    }
    guard index == progress.done else { return ["Not reached."] }
    let given = progress.given[index] ?? []
    return progress.tried.map { paragraphs(of: $0, "Tried so far:") }
      ?? [given.isEmpty ? "Not tried yet." : "Still open."]
  }

  /// The cells up to the first that solved an exercise, and those behind it.
  /// - Parameter given: The attempts at it with what came of them, those that were taken back among them.
  private static func parts(
    of made: OwnCells, given: [String]
  ) -> (solving: OwnCells, rest: OwnCells) {
    var attempts = given[...]
    var count = made.cells.count
    for (index, cell) in made.cells.enumerated().reversed() {
      let source = cell.source.split(whereSeparator: \.isNewline).joined(separator: " ")
      guard let attempt = attempts.lastIndex(where: { $0.hasPrefix("\(source) · ") }) else {
        continue
      }
      if attempts[attempt] == "\(source) · solved" { count = index + 1 }
      attempts = attempts[..<attempt]
    }
    let notes = made.cells[count...].prefix { note(in: $0.source) != nil }.count
    return (
      OwnCells(kept: made.kept, cells: Array(made.cells[..<(count + notes)])),
      OwnCells(kept: made.kept, cells: Array(made.cells[(count + notes)...]))
    )
  }

  /// Cells under their heading, and notes between them as they were written.
  private static func paragraphs(of made: OwnCells, _ heading: String) -> [String] {
    var paragraphs = [heading]
    var sources: [String] = []
    for cell in made.cells {
      guard let note = note(in: cell.source) else {
        sources.append(cell.source)
        continue
      }
      if !sources.isEmpty { paragraphs.append(fenced(sources.joined(separator: "\n"))) }
      sources = []
      paragraphs.append(note)
    }
    return paragraphs + (sources.isEmpty ? [] : [fenced(sources.joined(separator: "\n"))])
  }

  /// What a note says; nil for another cell.
  private static func note(in source: String) -> String? {
    for start in ["note ", "\""] where source.hasPrefix(start) {
      return String(source.dropFirst(start.count))
    }
    return nil
  }

  /// Lines as they are, within more marks than they have themselves.
  private static func fenced(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\n\(fence)"
  }
}
