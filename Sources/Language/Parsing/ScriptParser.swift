/// Reads a source line by line, and puts the lines of loops together.
///
///     script = { line }
///     loop   = "for" word "in" list newline { line } "end"
struct ScriptParser {
  /// How deep loops may be nested.
  static let maximumLoopDepth = 50

  private var parser: Parser
  private var openLoops: [OpenLoop] = []
  /// How many loops beyond the depth limit are open; their lines count as lines of the last one.
  private var ignoredLoops = 0
  private(set) var statements: [Statement] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A loop whose `end` was not seen, and what it is the new text of.
  private struct OpenLoop {
    var loop: Loop
    var edit: Edit?

    var statement: Statement {
      guard var edit else { return .loop(loop) }
      edit.range = edit.range.union(loop.range)
      edit.statement = .loop(loop)
      return .edit(edit)
    }
  }

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
        append(.malformed(line))
      }
    }
    while let open = openLoops.popLast() {
      diagnostics.append(.openLoop(open.loop))
      append(open.statement)
    }
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func take(_ line: Parser.Line) {
    switch line {
    case .statement(let statement): append(statement)
    case .loopStart(let loop, let edit): open(loop, edit: edit)
    case .loopEnd(let end): close(with: end)
    }
  }

  private mutating func append(_ statement: Statement) {
    if openLoops.isEmpty {
      statements.append(statement)
    } else {
      openLoops[openLoops.count - 1].loop.body.append(statement)
    }
  }

  private mutating func open(_ loop: Loop, edit: Edit?) {
    guard openLoops.count < ScriptParser.maximumLoopDepth else {
      diagnostics.append(.loopsTooDeep(at: loop.range))
      ignoredLoops += 1
      append(.malformed(parser.wholeLine()))
      return
    }
    openLoops.append(OpenLoop(loop: loop, edit: edit))
  }

  private mutating func close(with end: Parser.LoopEnd) {
    if ignoredLoops > 0 {
      ignoredLoops -= 1
      append(.malformed(parser.wholeLine()))
    } else if var open = openLoops.popLast() {
      open.loop.endTokens = end.tokens
      open.loop.range = open.loop.range.union(end.range)
      append(open.statement)
    } else {
      diagnostics.append(.strayEnd(at: end.range))
      append(.malformed(parser.wholeLine()))
    }
  }
}
