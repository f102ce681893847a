import Commands
import Language
import Notebooks
import Workbench

// What the prose says.
extension LessonReading {
  /// Links within the file lead to a heading of it, others to a file that is there. What lies on a
  /// server is not asked for.
  mutating func findLinks() {
    let anchors = Set(notebook.prose.flatMap(\.headings).map { Course.anchor($0.text) })
    for link in notebook.prose.flatMap(\.links) {
      let parts = link.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts.first.map(String.init) ?? ""
      if target.isEmpty {
        guard parts.count > 1, !anchors.contains(String(parts[1])) else {
          if parts.count < 2 { add(.links, line: link.line, "the link leads nowhere") }
          continue
        }
        add(.links, line: link.line, "no heading of the lesson is meant by #\(parts[1])")
      } else if !Self.isAddress(target) {
        let folder = Course.parts(of: path).folder
        let file = target.hasPrefix("/") ? target : "\(folder)/\(target)"
        if !settings.files.exists(file.replacing("%20", with: " ")) {
          add(.links, line: link.line, "the link leads to \(target), and there is no such file")
        }
      }
    }
  }

  /// "https:", "mailto:" and the like.
  private static func isAddress(_ link: String) -> Bool {
    let scheme = link.prefix { $0.isLetter }
    return scheme.count > 1 && link.dropFirst(scheme.count).first == ":" || link.hasPrefix("//")
  }

  /// What the prose says to type, in backticks, can be typed: terms and verbs that are asked about are
  /// known, and no verb with options is misspelled.
  mutating func findTypedLines() {
    let session = NotebookSession(settings: settings)
    let verbs = session.vocabulary.table.verbs
    let spans =
      notebook.prose.flatMap(\.codeSpans).map { ($0.text, $0.line) }
    for (text, line) in spans {
      let words = text.split(separator: " ").map(String.init)
      guard let verb = words.first, words.count > 1 else { continue }
      if verb == "explain" || verb == "help" {
        let isPlaceholder = words.dropFirst().contains { $0.allSatisfy(\.isUppercase) }
        guard !isPlaceholder else { continue }
        var copy = session
        if case .refused(let diagnostic) = copy.submit(text) {
          add(.links, line: line, "`\(text)` finds nothing: \(diagnostic.reason)")
        }
      } else if !verbs.contains(verb), text.contains("="), verb.allSatisfy(\.isLetter),
        let near = Spelling.nearest(verb, among: verbs).first
      {
        add(.links, line: line, "`\(text)` begins with no command; did you mean: \(near)")
      }
    }
  }

  /// Prose beside a picture says what is to be seen in it.
  mutating func findPictures() {
    for (index, block) in notebook.blocks.enumerated() {
      guard case .cells(let cells) = block else { continue }
      for cell in cells.cells {
        guard let name = pictureName(in: cell.source) else { continue }
        let beside = [index - 1, index + 1].filter(notebook.blocks.indices.contains)
          .map { notebook.blocks[$0] }
        guard !beside.contains(where: { Self.speaks($0, of: name) }) else { continue }
        add(
          .pictures, line: cell.line,
          "no prose beside this picture (\(name)) says what is to be seen in it")
      }
    }
  }

  /// What a source draws: "boundary"; nil for no picture.
  func pictureName(in source: String) -> String? {
    guard let command = command(in: source) else { return nil }
    if command.verb.text == "plot" {
      let words = command.values.compactMap(\.text)
      return words.isEmpty ? "plot" : words.joined(separator: " ")
    }
    return command.options.first { $0.name.text == "plot" }
      .map { $0.values.compactMap(\.text).joined(separator: " ") }
  }

  /// Words with which one speaks of any picture.
  private static let wordsOfPictures = [
    "picture", "plot", "draw", "curve", "line", "bar", "shad", "sign", "dot", "axis", "axes",
    "look",
    "see", "show", "left", "right", "top", "bottom", "above", "below", "region", "column", "row",
    "cell", "slope", "peak", "valley", "area", "border", "edge", "corner", "map", "histogram",
    "legend",
  ]

  private static func speaks(_ block: NotebookBlock, of picture: String) -> Bool {
    let texts: [String] =
      switch block {
      case .prose(let prose): prose.texts.map(\.text)
      case .step(let step): step.texts.map(\.text)
      case .cells: []
      }
    let words = texts.joined(separator: " ").lowercased().split { !$0.isLetter }
    let known = wordsOfPictures + picture.lowercased().split(separator: " ").map(String.init)
    return words.contains { word in known.contains { word.hasPrefix($0) } }
  }
}
