import Notebooks

/// Which steps of a lesson are cells, and under which headings they stand: made once, so that no step
/// asks all of them.
struct LessonMap: Sendable {
  /// How many cells there are before each step, and in all.
  private let cellsBefore: [Int]
  /// The sections, in their order. The lesson's title alone is none where others follow.
  let sections: [LessonWalk.Section]

  init(_ steps: [LessonWalk.Step], title: String) {
    var cellsBefore = [0]
    var sections: [LessonWalk.Section] = []
    for (index, step) in steps.enumerated() {
      let cell = cellsBefore[index] + 1
      cellsBefore.append(step.isProse ? cell - 1 : cell)
      if case .prose(let prose) = step {
        guard let heading = prose.heading, heading.level == 2 else { continue }
        sections.append(.init(title: heading.title, cells: cell..<cell, start: index))
        continue
      }
      let section = sections.popLast() ?? .init(title: title, cells: cell..<cell, start: 0)
      sections.append(
        .init(
          title: section.title, cells: section.cells.lowerBound..<cell + 1, start: section.start)
      )
    }
    (self.cellsBefore, self.sections) = (cellsBefore, sections)
  }

  /// How many cells there are, exercises among them.
  var cellCount: Int { cellsBefore[cellsBefore.count - 1] }

  /// How many cells there are before a step; all of them behind the last one.
  func cells(before step: Int) -> Int { cellsBefore[min(step, cellsBefore.count - 1)] }

  /// The last section that begins at a step or before it.
  func section(at step: Int) -> LessonWalk.Section? {
    var range = 0..<sections.count
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      range =
        sections[middle].start <= step
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound > 0 ? sections[range.lowerBound - 1] : nil
  }
}
