/// A source that comes line by line, and whether it waits for more: what `Script.isIncomplete` says
/// of all lines so far, in a time that grows with the new line alone.
///
/// Only the last statement is read again with each line, and of the loops around it the number is
/// kept. A statement of more than 64 lines is read again where its brackets close and at each power
/// of two; so of a mistake within such brackets is told there, and not at its own line.
package struct SourceGathering: Sendable {
  /// The most lines of a statement that are read again with each new one.
  private static let shortStatement = 64

  private let forms: CommandForms
  private let mostBytes: Int
  /// The lines so far.
  package private(set) var source = ""
  /// How many lines there are.
  private var count = 0
  /// The lines of the statement that waits for more; empty between two statements.
  private var statement = ""
  private var statementLines = 0
  /// How many of its brackets are open.
  private var brackets = 0
  private var openLoops = 0
  /// Loops beyond the depth limit.
  private var ignoredLoops = 0

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

  /// Takes a line without its ending.
  ///
  /// - Returns: Whether the last statement waits for more lines.
  package mutating func append(_ line: String) -> Bool {
    source += count == 0 ? line : "\n" + line
    count += 1
    guard source.utf8.count <= mostBytes else { return false }
    statement += statementLines == 0 ? line : "\n" + line
    statementLines += 1
    let isContinued = readBrackets(of: line)
    let isSurelyOpen =
      statementLines > Self.shortStatement && (brackets > 0 || isContinued)
      && statementLines & (statementLines - 1) != 0
    if isSurelyOpen || readStatement() { return true }
    (statement, statementLines, brackets) = ("", 0, 0)
    return openLoops > 0
  }

  /// Counts the brackets of a line; whether a `\` at its end continues it.
  private mutating func readBrackets(of line: String) -> Bool {
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
    var parser = Parser(Array(statement.utf8), forms: forms)
    var isIncomplete = false
    repeat {
      parser.startLine()
      do throws(Diagnostic) {
        switch try parser.parseLine() {
        case .statement: break
        case .loopStart: open()
        case .loopEnd: close()
        }
      } catch {
        let isContinued = parser.recover().tokens.last?.isContinued == true
        isIncomplete = isIncomplete || error.isIncomplete || isContinued
      }
    } while !parser.isAtEnd
    if isIncomplete { (openLoops, ignoredLoops) = loops }
    return isIncomplete
  }

  private mutating func open() {
    if openLoops < ScriptParser.maximumLoopDepth { openLoops += 1 } else { ignoredLoops += 1 }
  }

  private mutating func close() {
    if ignoredLoops > 0 { ignoredLoops -= 1 } else if openLoops > 0 { openLoops -= 1 }
  }
}
