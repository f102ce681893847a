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
  ///
  /// - Parameter keepsLead: Whether the space and the comments before it come with it.
  static func alone(from first: Token, to last: Token, keepsLead: Bool = false) -> Placement {
    let place = first.range.lowerBound
    let lead = keepsLead ? first.leadingTrivia.reduce(0) { $0 + $1.text.utf8.count } : 0
    let move = { (range: SourceRange) in
      SourceRange(range.lowerBound - place + lead, range.upperBound - place + lead)
    }
    return Placement(range: move) { tokens in
      tokens.map { token in
        var moved = token
        moved.range = move(token.range)
        if !keepsLead, token.range.lowerBound == place { moved.leadingTrivia = [] }
        guard token == last, token.endsLine else { return moved }
        // The end of the line is the end of the source there.
        moved.range = SourceRange(moved.range.lowerBound, moved.range.lowerBound)
        (moved.kind, moved.text) = (.end, "")
        return moved
      }
    }
  }

  /// Where it is, but that another line follows the one that ended the source.
  static var goingOn: Placement {
    let goOn = { (token: Token) in
      guard token.kind == .end else { return token }
      var moved = token
      (moved.kind, moved.text) = (.newline, "\n")
      moved.range = SourceRange(token.range.lowerBound, token.range.lowerBound + 1)
      return moved
    }
    return Placement(range: { $0 }, tokens: { $0.map(goOn) })
  }
}
