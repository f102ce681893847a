/// What a command has to show: text, facts, tables and charts, as values.
///
/// A ``TextRenderer`` makes characters of it, ``Document/json`` data. Nothing in a document knows a
/// width, a glyph or a colour.
package struct Document: Equatable, Sendable {
  /// The pieces from the top.
  package var blocks: [Block]
  /// The names of classes and features that may stand in pictures, in the order in which they get
  /// letters where they can't be told apart in 7-bit characters.
  package var names: [String]

  /// Makes a document of its pieces, by default an empty one.
  package init(_ blocks: [Block] = [], names: [String] = []) {
    self.blocks = blocks
    self.names = names
  }

  /// The value of the first fact of a name, looking through all the blocks in order.
  package func value(named name: String) -> FactValue? {
    for case .facts(let facts) in blocks {
      if let fact = facts.first(where: { $0.name == name }) { return fact.value }
    }
    return nil
  }
}

/// One piece of a document; a renderer puts each below the one before it.
package enum Block: Equatable, Sendable {
  /// Prose: every line of it wraps to the width and keeps its indentation.
  case text(String)
  /// Lines that are shown as they are, however long.
  case verbatim(String)
  /// Facts on one line, joined by " · ".
  case facts([Fact])
  /// Rows of cells under titles.
  case table(Table)
  /// One picture with its caption.
  case chart(Chart)
  /// Small charts side by side.
  case grid(ChartGrid)
}
