import Notebooks

// Where rows of the checklist are shown.
extension Course {
  /// A place in a lesson.
  struct ShownPlace: Equatable {
    /// The lesson's name, "06-dropout".
    let lesson: String
    /// The heading that it stands under; nil above the first.
    let heading: String?
    /// How a cell begins that stands there; nil for a step, a heading or the whole lesson.
    let source: String?
  }

  /// The places at which a row is shown.
  func places(of row: String) -> [ShownPlace] {
    (lessons + others).flatMap { lesson in
      lesson.frontMatter.shows.filter { $0.row == row }.map {
        Self.place(of: $0, in: lesson.notebook, lesson.name)
          ?? ShownPlace(lesson: lesson.name, heading: nil, source: nil)
      }
    }
  }

  /// The place that a head names; nil where there is none.
  static func place(of shown: ShownRow, in notebook: Notebook, _ name: String) -> ShownPlace? {
    guard !shown.place.isEmpty else { return ShownPlace(lesson: name, heading: nil, source: nil) }
    var heading: String?
    for block in notebook.blocks {
      switch block {
      case .prose(let prose):
        for found in prose.headings {
          heading = found.text
          if found.text.lowercased().hasPrefix(shown.place.lowercased()) {
            return ShownPlace(lesson: name, heading: heading, source: nil)
          }
        }
      case .cells(let cells):
        if cells.cells.contains(where: { $0.source.hasPrefix(shown.place) }) {
          return ShownPlace(lesson: name, heading: heading, source: shown.place)
        }
      case .step(let step):
        if step.name == shown.place {
          return ShownPlace(lesson: name, heading: heading, source: nil)
        }
        if step.solution.contains(where: { $0.source.hasPrefix(shown.place) }) {
          return ShownPlace(lesson: name, heading: heading, source: shown.place)
        }
      }
    }
    return nil
  }

  /// A heading as a Git host makes an anchor of it.
  package static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character in
        character == " "
          ? "-"
          : character.isLetter || character.isNumber || "-_".contains(character)
            ? character : nil
      })
  }
}
