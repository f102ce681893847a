import JSON

/// Columns of nodes with lines from column to column: the layers of a network and their units.
///
/// A column of more nodes than there is room for is drawn with its first and its last ones.
package struct DiagramChart: Equatable, Sendable {
  /// Nodes below each other, such as the units of a layer, and how the column before reaches them.
  package struct Column: Equatable, Sendable {
    /// What a node looks like.
    package enum Outline: String, Sendable {
      /// Drawn between round brackets or as a circle, and between square brackets or as a square.
      case round, square
    }

    /// Which nodes of the column before reach a node.
    package enum Link: String, Sendable {
      /// All of them.
      case all
      /// The one beside it, or where there are not as many, one of them.
      case one
    }

    /// What stands over the column, line by line.
    package var heading: [String]
    /// How many nodes there are.
    package var count: Int
    /// What the column's nodes look like, all alike.
    package var outline: Outline
    /// The names of the nodes, drawn beside the first and the last column; empty for none.
    package var labels: [String]
    /// Whether each node is crossed out, and so has no lines; empty for none.
    package var crossedOut: [Bool]
    /// Which nodes of the column before reach a node; without a meaning for the first column.
    package var link: Link

    /// Makes a column of nodes.
    ///
    /// - Parameters:
    ///   - heading: What stands over it, line by line.
    ///   - count: How many nodes there are; a negative number counts as 0, and the column is not
    ///     drawn.
    package init(
      _ heading: [String], count: Int, outline: Outline = .round, labels: [String] = [],
      crossedOut: [Bool] = [], link: Link = .all
    ) {
      self.heading = heading
      self.count = max(count, 0)
      self.outline = outline
      self.labels = labels
      self.crossedOut = crossedOut
      self.link = link
    }

    func isCrossedOut(_ node: Int) -> Bool {
      crossedOut.indices.contains(node) && crossedOut[node]
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// From left to right.
  package var columns: [Column]
  /// What it means that a node is crossed out.
  package var crossedOutName: String
  /// What the chart shows in one line of numbers; empty for one made of the columns.
  package var caption: String

  /// Makes a diagram of columns from left to right.
  package init(
    title: String? = nil, columns: [Column], crossedOutName: String = "crossed out",
    caption: String = ""
  ) {
    self.title = title
    self.columns = columns
    self.crossedOutName = crossedOutName
    self.caption = caption
  }
}

extension DiagramChart {
  var size: Int { columns.reduce(0) { $0 + 4 + $1.labels.count + $1.crossedOut.count } }

  var members: [JSONValue.Member] {
    [
      .init(
        "columns",
        .array(
          columns.map { column in
            [
              "heading": .array(column.heading.map { .string($0) }),
              "count": .integer(column.count), "shape": .string(column.outline.rawValue),
              "labels": .array(column.labels.map { .string($0) }),
              "crossed_out": .integers(
                (0..<min(column.count, column.crossedOut.count)).filter(column.isCrossedOut)),
              "link": .string(column.link.rawValue),
            ]
          }))
    ]
  }
}
