internal import Language

/// The inputs of a session that was copied: from a terminal, with prompts such as `[3] `, or from a
/// notebook, with `> `. Outputs and prose are left out.
struct PastedTranscript {
  /// The lines of all inputs, without the marks before them.
  private(set) var inputs: [String] = []
  /// Whether something else stands behind the last input.
  private(set) var endsWithOutput = true

  private let lines: [String]
  private let gathering: SourceGathering
  /// The number of the last prompt.
  private var number = 0
  private var lastVerb: Substring = ""

  /// A line that begins an input.
  private struct Start {
    /// The number of the prompt; nil for `> `.
    let number: Int?
    let text: Substring
    /// The columns before the text.
    let indent: Int
  }

  /// nil where no line begins as an input does.
  init?(_ lines: [String], gathering: SourceGathering) {
    guard lines.contains(where: { Self.start($0) != nil }) else { return nil }
    self.lines = lines
    self.gathering = gathering
    var index = 0
    while index < lines.count {
      if let start = Self.start(lines[index]), isPrompt(start) {
        index = takeInput(start, at: index)
      } else {
        // Another session begins.
        if lines[index].hasPrefix("Overfit ") { number = 0 }
        endsWithOutput = true
        index += 1
      }
    }
  }

  /// Takes the lines of an input; the index behind them.
  private mutating func takeInput(_ start: Start, at first: Int) -> Int {
    number = start.number ?? number
    lastVerb = start.text.prefix { !$0.isWhitespace }
    var cell = [String(start.text)]
    var reading = gathering
    var isOpen = reading.append(cell[0])
    var index = first + 1
    while index < lines.count {
      let marked = Self.continuation(lines[index], indent: start.indent)
      // A loop that came back from the history has no marks before its other lines.
      guard marked != nil || (isOpen && Self.start(lines[index]) == nil) else { break }
      cell.append(marked ?? lines[index])
      isOpen = reading.append(marked ?? lines[index])
      index += 1
    }
    // What Ctrl-C ended was not run.
    let isWhole = !isOpen || index == lines.count
    if isWhole, cell.last?.hasSuffix("^C") == false {
      inputs += cell
      endsWithOutput = false
    }
    return index
  }

  /// Whether a line is a prompt: verbs such as `cells` and `edit` list earlier cells in their output.
  private func isPrompt(_ start: Start) -> Bool {
    guard let next = start.number else { return true }
    switch lastVerb {
    case "undo": return true
    case "delete": return next >= number - 1
    default: return next >= number
    }
  }

  private static func start(_ line: String) -> Start? {
    if line.hasPrefix("> ") { return Start(number: nil, text: line.dropFirst(2), indent: 2) }
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let digits = line[..<end].dropFirst()
    let text = line[end...].dropFirst()
    guard (1...9).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.first == " "
    else { return nil }
    return Start(number: Int(digits), text: text.dropFirst(), indent: digits.count + 3)
  }

  /// What stands behind the mark of a line that goes on with an input; nil without one.
  private static func continuation(_ line: String, indent: Int) -> String? {
    let mark = String(repeating: " ", count: indent - 2) + "."
    if line == mark { return "" }
    return line.hasPrefix(mark + " ") ? String(line.dropFirst(indent)) : nil
  }
}
