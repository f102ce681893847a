/// Statements as they are read, put together with the loops that they stand in.
struct StatementStack: Sendable {
  /// The statements that stand in no loop, in order.
  private(set) var statements: [Statement] = []
  private var openLoops: [OpenLoop] = []

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

  /// How many loops are open.
  var depth: Int { openLoops.count }

  mutating func append(_ statement: Statement) {
    if openLoops.isEmpty {
      statements.append(statement)
    } else {
      openLoops[openLoops.count - 1].loop.body.append(statement)
    }
  }

  mutating func open(_ loop: Loop, edit: Edit?) {
    openLoops.append(OpenLoop(loop: loop, edit: edit))
  }

  /// Closes the innermost loop.
  ///
  /// - Returns: Whether there is one.
  mutating func close(with end: Parser.LoopEnd) -> Bool {
    guard var open = openLoops.popLast() else { return false }
    open.loop.endTokens = end.tokens
    open.loop.range = open.loop.range.union(end.range)
    append(open.statement)
    return true
  }

  /// Takes the innermost loop for done, though its end is missing.
  ///
  /// - Returns: The loop; nil where none is open.
  mutating func giveUp() -> Loop? {
    guard let open = openLoops.popLast() else { return nil }
    append(open.statement)
    return open.loop
  }
}
