/// A source that comes line by line, and whether it waits for more: what `Script.isIncomplete` says
/// of all lines so far, in a time that grows with the new line alone.
///
/// Only the last statement is read again with each line, and of the loops around it the number is
/// kept. A statement of more than 64 lines is read again where its brackets close and at each power
/// of two; so of a mistake within such brackets is told there, and not at its own line.
///
/// The tree of what was read goes with it, so that no right line is read again where it is run.
package struct SourceGathering: Sendable {
  /// The most lines of a statement that are read again with each new one.
  private static let shortStatement = 64

  private let forms: CommandForms
  private let mostBytes: Int
  /// The lines so far.
  package private(set) var source = ""
  /// How many lines there are.
  private var count = 0
  private var bytes: [UInt8] = []
  /// Where the statement begins that waits for more, and how many lines it has; none between two
  /// statements.
  private var statement = (start: 0, lines: 0)
  /// How many of its brackets are open.
  private var brackets = 0
  private var openLoops = 0
  /// Loops beyond the depth limit.
  private var ignoredLoops = 0
  private var stack = StatementStack()
  /// Whether the stack has all that was read, and nothing is wrong with it.
  private var isSound = true
  /// Whether it is not too long to be read, and has no ends of lines but its own.
  private var isReadable = true

  /// Begins without a line; `forms` tells what the verbs of commands take.
  ///
  /// - Parameter mostBytes: How long the source may become; a longer one waits for nothing more, and
  ///   is not read.
  package init(forms: CommandForms, mostBytes: Int = .max) {
    self.forms = forms
    self.mostBytes = mostBytes
  }

  /// Whether there is no line yet.
  package var isEmpty: Bool { count == 0 }

  /// The tree of the source; nil where something is wrong with one of several lines, or it is to be read
  /// as a whole.
  package var script: Script? {
    guard isReadable, count > 0, statement.lines == 0, openLoops == 0, !source.isEmpty else {
      return nil
    }
    if isSound { return Script(source: source, statements: stack.statements) }
    return count == 1 ? Script(parsing: source, forms: forms) : nil
  }

  /// Takes a line without its ending.
  ///
  /// - Returns: Whether the last statement waits for more lines.
  package mutating func append(_ line: String) -> Bool {
    source += count == 0 ? line : "\n" + line
    count += 1
    guard source.utf8.count <= mostBytes else {
      isReadable = false
      return false
    }
    if count > 1 { bytes.append(UInt8(ascii: "\n")) }
    if statement.lines == 0 { statement.start = bytes.count }
    bytes += line.utf8
    statement.lines += 1
    // A carriage return is an end of line in a source, and an ending of its own leaves a line empty.
    if line.utf8.contains(0x0D) || line.utf8.last == UInt8(ascii: "\n") { isReadable = false }
    let isContinued = readBrackets(of: line)
    let isSurelyOpen =
      statement.lines > Self.shortStatement && (brackets > 0 || isContinued)
      && statement.lines & (statement.lines - 1) != 0
    if isSurelyOpen || readStatement() { return true }
    (statement.lines, brackets) = (0, 0)
    return openLoops > 0
  }

  /// Whether a byte can be a bracket, or continue a line.
  private static func mayMatter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Counts the brackets of a line; whether a `\` at its end continues it.
  private mutating func readBrackets(of line: String) -> Bool {
    guard line.utf8.contains(where: Self.mayMatter) else { return false }
    var lexer = Lexer(Array(line.utf8))
    while true {
      let token = lexer.next(in: .formula)
      switch token.kind {
      case .symbol(.openParenthesis), .symbol(.openBracket): brackets += 1
      case .symbol(.closeParenthesis), .symbol(.closeBracket): brackets -= 1
      case .end: return token.isContinued
      default: break
      }
    }
  }

  /// Reads the last statement, and counts the loops that it opens and closes where it is complete.
  ///
  /// - Returns: Whether it waits for more lines.
  private mutating func readStatement() -> Bool {
    let loops = (openLoops, ignoredLoops)
    var parser = Parser(bytes, from: statement.start, forms: forms)
    var lines: [Parser.Line] = []
    var (isIncomplete, isFaulty) = (false, false)
    repeat {
      parser.startLine()
      do throws(Diagnostic) {
        let line = try parser.parseLine()
        switch line {
        case .statement: break
        case .loopStart: open()
        case .loopEnd: close()
        }
        lines.append(line)
      } catch {
        isFaulty = true
        let isContinued = parser.recover().tokens.last?.isContinued == true
        isIncomplete = isIncomplete || error.isIncomplete || isContinued
      }
    } while !parser.isAtEnd
    if isIncomplete {
      (openLoops, ignoredLoops) = loops
    } else {
      isSound = isSound && !isFaulty && ignoredLoops == 0
      if isSound { take(lines) }
    }
    return isIncomplete
  }

  /// Puts lines into the tree. Where a loop is open, another line follows.
  private mutating func take(_ lines: [Parser.Line]) {
    for line in lines {
      switch openLoops > 0 ? line.goingOn : line {
      case .statement(let statement): stack.append(statement)
      case .loopStart(let loop, let edit): stack.open(loop, edit: edit)
      case .loopEnd(let end): isSound = stack.close(with: end) && isSound
      }
    }
  }

  private mutating func open() {
    if openLoops < ScriptParser.maximumLoopDepth { openLoops += 1 } else { ignoredLoops += 1 }
  }

  private mutating func close() {
    if ignoredLoops > 0 { ignoredLoops -= 1 } else if openLoops > 0 { openLoops -= 1 }
  }
}

extension Parser.Line {
  /// The line with another one behind it.
  fileprivate var goingOn: Parser.Line {
    switch self {
    case .statement(let statement): return .statement(statement.placed(.goingOn))
    case .loopStart(let loop, var edit):
      var loop = loop
      loop.headerTokens = Placement.goingOn.tokens(loop.headerTokens)
      if let tokens = edit?.tokens { edit?.tokens = Placement.goingOn.tokens(tokens) }
      return .loopStart(loop, edit: edit)
    case .loopEnd(var end):
      end.tokens = Placement.goingOn.tokens(end.tokens)
      return .loopEnd(end)
    }
  }
}
