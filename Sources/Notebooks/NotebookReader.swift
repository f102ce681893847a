import TerminalText

/// Takes a notebook file apart. The format in numbered rules:
///
/// 1. A notebook is a CommonMark file in UTF-8. Lines end with LF, CRLF or CR; a byte order mark at
///    the top is skipped; the last line needs no ending. An empty file is an empty notebook.
/// 2. A file whose very first line is `---` begins with front matter: a mapping in YAML up to the next
///    line of `---`. Known keys: `title`, `needs` (data sets, separated by commas or as a list),
///    `minutes`, `seed`, and `teaches`, `assumes`, `mentions` (terms, written as data sets are). Those
///    of site generators are kept, and so are keys that begin with `x-`; any other is an error.
/// 3. The title is the front matter's, else the first heading of level 1, else the file's name.
/// 4. A fenced code block whose info string has `overfit` as its first word holds cells. One
///    that has the word of a step there (`exercise`, `question`, `prediction`, `cards`, `claim`) is
///    that step; a word that is nearly one of these is an error. What counts as a fence is CommonMark's business: backticks or tildes, three
///    or more, up to three spaces before them (which are taken off each line inside). A fence at the
///    margin that is not closed is an error, and so is a line among cells or in a step that would
///    open another one.
/// 5. Cells and steps stand at the top level. Such a fence inside a list or a quote is an
///    error, since what looks like a transcript would never be run.
/// 6. In a cell block, a line that is `>` or begins with `> ` is an input. Lines right under it
///    that are `.` or begin with `. ` continue it. The lines up to the next input are its output.
///    Anything but empty lines before the first input is an error.
/// 7. Spaces and tabs at the end of an output line mean nothing, and neither do empty lines
///    behind an output.
/// 8. An output line that would be read as an input, a continuation or a closing fence stands
///    behind a backslash; one that has backslashes before such a text has one more.
/// 9. A step has a name, which is not used twice. How its lines are read stands at `StepReader`, and
///    what they mean at its kind: `Exercise`, `Question`, `Prediction`, `CardDeck`, `Claim`.
/// 10. All else is prose.
struct NotebookReader {
  let file: String
  let lines: [TextLine]
  private(set) var frontMatter = FrontMatter()
  private(set) var blocks: [NotebookBlock] = []
  /// The text of the first heading of level 1.
  private(set) var heading: String?

  init(text: String, file: String) throws(NotebookError) {
    self.file = file
    guard text.utf8.count <= MarkdownDocument.largestSource else {
      throw NotebookError(file: file, line: 1, problem: "a notebook has at most 16 MiB of text")
    }
    lines = TextLine.lines(of: text.withoutByteOrderMark)
    let lineCount: Int
    (frontMatter, lineCount) = try FrontMatter.read(lines, file: file)
    let body = TextLine.text(of: lines[lineCount...])
    if let line = MarkdownWork.excess(in: Array(body.utf8)) {
      throw NotebookError(
        file: file, line: lineCount + line,
        problem:
          "there are more marks (* and _) in a paragraph, or lists in lists, than can be read",
        hint: "an empty line ends a paragraph")
    }
    let document = MarkdownDocument(Array(body.utf8), linesBefore: lineCount, isBounded: true)
    for node in document.blocks + document.nestedFences { try checkWord(of: node) }
    for node in document.nestedFences {
      guard let fence = CellFence(node, lines) else { continue }
      throw NotebookError(
        file: file, line: node.line,
        problem: "\(fence.kind.phrase) stands in a list or a quote",
        hint: "begin its fence at the margin, or mark it as text if it shall not run")
    }
    try readBlocks(document.blocks, linesBefore: lineCount)
  }

  /// Refuses a word behind a fence that is nearly one of ours.
  private func checkWord(of node: MarkdownNode) throws(NotebookError) {
    guard case .codeBlock(_, let fence?) = node.kind,
      let meant = CellFence.Kind.meant(by: fence.info)
    else { return }
    let found = String(fence.info.prefix(40)).cleaned(.quoted)
    throw NotebookError(
      file: file, line: node.line,
      problem: "\"\(found)\" behind a fence is nearly \"\(meant)\", and would never be run",
      hint: "did you mean: \(Self.marks(fence))\(meant)")
  }

  /// Refuses a fence at the margin that is not closed, or not where it seems to be.
  private func checkClosing(of node: MarkdownNode) throws(NotebookError) {
    guard case .codeBlock(_, let fence?) = node.kind else { return }
    let marks = Self.marks(fence)
    let hint = "a line of \(marks) alone closes it"
    guard let end = CellFence.closing(of: fence, openedOn: node.line, lines) else {
      throw NotebookError(
        file: file, line: node.line, problem: "this fence of \(marks) is not closed", hint: hint)
    }
    guard CellFence(node, lines) != nil else { return }
    let other = lines[node.line..<end].firstIndex {
      CellEscape.opens($0.text.utf8, character: fence.character, length: fence.length)
    }
    guard let other else { return }
    throw NotebookError(
      file: file, line: node.line,
      problem: "this fence of \(marks) is not closed before line \(other + 1), which looks like "
        + "another one", hint: hint)
  }

  private static func marks(_ fence: MarkdownNode.Fence) -> String {
    String(repeating: Character(Unicode.Scalar(fence.character)), count: min(fence.length, 40))
  }

  private mutating func readBlocks(
    _ nodes: [MarkdownNode], linesBefore: Int
  ) throws(NotebookError) {
    var names: Set<String> = []
    var proseStart = linesBefore + 1
    var proseNodes: [MarkdownNode] = []
    for node in nodes {
      try checkClosing(of: node)
      if heading == nil, node.kind == .heading(level: 1) { heading = node.plainText }
      guard let fence = CellFence(node, lines) else {
        proseNodes.append(node)
        continue
      }
      addProse(proseStart..<node.line, proseNodes)
      let reader = CellReader(file: file, fence: fence, lines: lines)
      switch fence.kind {
      case .cells:
        let cells = try reader.cells(on: fence.inside)
        blocks.append(
          .cells(CellBlock(cells: cells, attributes: fence.attributes, lines: fence.lines)))
      case .step(let kind):
        let step = try kind.read(reader)
        guard names.insert(step.name).inserted else {
          throw reader.error(
            node.line, "another step is already called \"\(step.name)\"")
        }
        blocks.append(.step(step))
      }
      proseStart = fence.lines.upperBound + 1
      proseNodes = []
    }
    addProse(proseStart..<lines.count + 1, proseNodes)
  }

  private mutating func addProse(_ range: Range<Int>, _ nodes: [MarkdownNode]) {
    let prose = Prose(lines[(range.lowerBound - 1)..<(range.upperBound - 1)], nodes: nodes)
    if let prose { blocks.append(.prose(prose)) }
  }
}

extension String {
  /// The text without the byte order mark that some editors put before it.
  fileprivate var withoutByteOrderMark: String {
    startsWithBytes(of: "\u{FEFF}") ? droppingBytes(3) : self
  }
}
