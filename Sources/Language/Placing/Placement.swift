/// Where the pieces of a tree stand that is put into another source.
struct Placement {
  /// A range, as it is there.
  let range: (SourceRange) -> SourceRange
  /// Tokens that stand together, as they are there.
  let tokens: ([Token]) -> [Token]

  /// At no place, and without tokens.
  static var nowhere: Placement {
    Placement(range: { _ in SourceRange(0, 0) }, tokens: { _ in [] })
  }

  /// What begins with `first` and ends with `last`, as a source of its own.
  static func alone(from first: Token, to last: Token) -> Placement {
    let start = first.range.lowerBound
    let move = { (range: SourceRange) in
      SourceRange(range.lowerBound - start, range.upperBound - start)
    }
    return Placement(range: move) { tokens in
      tokens.map { token in
        var moved = token
        moved.range = move(token.range)
        if token.range.lowerBound == start { moved.leadingTrivia = [] }
        guard token == last, token.endsLine else { return moved }
        // The end of the line is the end of the source there.
        moved.range = SourceRange(moved.range.lowerBound, moved.range.lowerBound)
        (moved.kind, moved.text) = (.end, "")
        return moved
      }
    }
  }
}
