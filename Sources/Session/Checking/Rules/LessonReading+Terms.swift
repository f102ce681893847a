import Notebooks

// Terms, and the lessons that teach them.
extension LessonReading {
  /// What a lesson assumes, an earlier one teaches; and no term stands in it that only a later one
  /// teaches, unless its head says that it is mentioned. Lessons without `teaches` and `assumes` are
  /// held to nothing.
  mutating func findTerms() {
    let matter = notebook.frontMatter
    guard let number, !(matter.teaches + matter.assumes).isEmpty else { return }
    let earlier = Set(
      course.lessons.filter { $0.number < number }.flatMap(\.frontMatter.teaches).map(Self.folded))
    for term in matter.assumes where !earlier.contains(Self.folded(term)) {
      let later = course.lessons.first { lesson in
        lesson.number > number
          && lesson.frontMatter.teaches.contains { Self.folded($0) == Self.folded(term) }
      }
      let place =
        later.map { "\($0.name) teaches it later" } ?? "no lesson before this one teaches it"
      add(.terms, line: line(of: "assumes"), "the lesson assumes \"\(term)\", and \(place)")
    }
    let own = Set((matter.teaches + matter.assumes + matter.mentions).map(Self.folded))
    findUsesAhead(knowing: own.union(earlier), after: number)
    findUnusedTerms(matter.teaches)
  }

  private mutating func findUsesAhead(knowing known: Set<String>, after number: Int) {
    var told: Set<String> = []
    let texts = spokenTexts.map { (text: " \(Self.folded($0.text)) ", line: $0.line) }
    for lesson in course.lessons where lesson.number > number {
      for term in lesson.frontMatter.teaches {
        let folded = Self.folded(term)
        guard !known.contains(folded), told.insert(folded).inserted,
          let use = texts.first(where: { $0.text.contains(" \(folded) ") })
        else { continue }
        add(
          .terms, line: use.line,
          "\"\(term)\" stands here before \(lesson.name) teaches it: explain it in other words, or "
            + "write \"mentions: \(term)\" into the head")
      }
    }
  }

  /// What a lesson teaches stands in it.
  private mutating func findUnusedTerms(_ terms: [String]) {
    let whole = " " + spokenTexts.map { Self.folded($0.text) }.joined(separator: " ") + " "
    for term in terms {
      let names = [term] + (Glossary.entry(for: term)?.names ?? [])
      guard !names.contains(where: { whole.contains(" \(Self.folded($0)) ") }) else { continue }
      add(
        .terms, line: line(of: "teaches"),
        "the lesson teaches \"\(term)\", and its prose never says the word")
    }
  }

  /// All that a student reads, with lines.
  private var spokenTexts: [(text: String, line: Int)] {
    notebook.blocks.flatMap { block -> [(String, Int)] in
      switch block {
      case .prose(let prose): prose.texts.map { ($0.text, $0.line) }
      case .cells: []
      case .step(let step): step.texts.map { ($0.text, $0.line) }
      }
    }
  }

  /// Words in lower case with single blanks between them.
  private static func folded(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
