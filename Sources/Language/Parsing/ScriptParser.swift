/// Reads a source line by line, and puts the lines of loops together.
///
///     script = { line }
///     loop   = "for" word "in" list newline { line } "end"
struct ScriptParser {
  /// How deep loops may be nested.
  static let maximumLoopDepth = 50

  private var parser: Parser
  private var stack = StatementStack()
  /// How many loops beyond the depth limit are open; their lines count as lines of the last one.
  private var ignoredLoops = 0
  private(set) var diagnostics: [Diagnostic] = []

  var statements: [Statement] { stack.statements }

  init(utf8: [UInt8], forms: CommandForms) {
    parser = Parser(utf8, forms: forms)
  }

  mutating func parse() {
    while !parser.isAtEnd {
      parser.startLine()
      do throws(Diagnostic) {
        take(try parser.parseLine())
      } catch {
        let line = parser.recover()
        diagnostics.append(error)
        if let end = line.tokens.last, end.isContinued, !error.isIncomplete {
          diagnostics.append(.openContinuation(before: end))
        }
        stack.append(.malformed(line))
      }
    }
    while let loop = stack.giveUp() { diagnostics.append(.openLoop(loop)) }
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func take(_ line: Parser.Line) {
    switch line {
    case .statement(let statement): stack.append(statement)
    case .loopStart(let loop, let edit): open(loop, edit: edit)
    case .loopEnd(let end): close(with: end)
    }
  }

  private mutating func open(_ loop: Loop, edit: Edit?) {
    guard stack.depth < ScriptParser.maximumLoopDepth else {
      diagnostics.append(.loopsTooDeep(at: loop.range))
      ignoredLoops += 1
      return stack.append(.malformed(parser.wholeLine()))
    }
    stack.open(loop, edit: edit)
  }

  private mutating func close(with end: Parser.LoopEnd) {
    if ignoredLoops > 0 {
      ignoredLoops -= 1
    } else if stack.close(with: end) {
      return
    } else {
      diagnostics.append(.strayEnd(at: end.range))
    }
    stack.append(.malformed(parser.wholeLine()))
  }
}
