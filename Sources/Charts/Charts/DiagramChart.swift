import JSON

/// Columns of nodes with lines from column to column: the layers of a network and their units.
///
/// A column of more nodes than there is room for is drawn with its first and its last ones.
public struct DiagramChart: Equatable, Sendable {
  public struct Column: Equatable, Sendable {
    /// What a node looks like.
    public enum Shape: String, Sendable {
      case round, square
    }

    /// Which nodes of the column before reach a node.
    public enum Link: String, Sendable {
      /// All of them.
      case all
      /// The one beside it, or where there are not as many, one of them.
      case one
    }

    /// What stands over the column, line by line.
    public var heading: [String]
    /// How many nodes there are.
    public var count: Int
    public var shape: Shape
    /// The names of the nodes, drawn beside the first and the last column; empty for none.
    public var labels: [String]
    /// Whether each node is crossed out, and so has no lines; empty for none.
    public var crossedOut: [Bool]
    public var link: Link

    public init(
      _ heading: [String], count: Int, shape: Shape = .round, labels: [String] = [],
      crossedOut: [Bool] = [], link: Link = .all
    ) {
      self.heading = heading
      self.count = max(count, 0)
      self.shape = shape
      self.labels = labels
      self.crossedOut = crossedOut
      self.link = link
    }

    func isCrossedOut(_ node: Int) -> Bool {
      crossedOut.indices.contains(node) && crossedOut[node]
    }
  }

  public var title: String?
  /// From left to right.
  public var columns: [Column]
  /// What it means that a node is crossed out.
  public var crossedOutName: String
  public var caption: String

  public init(
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
  var members: [JSONValue.Member] {
    [
      .init(
        "columns",
        .array(
          columns.map { column in
            [
              "heading": .array(column.heading.map { .string($0) }),
              "count": .integer(column.count), "shape": .string(column.shape.rawValue),
              "labels": .array(column.labels.map { .string($0) }),
              "crossed out": .integers(
                (0..<min(column.count, column.crossedOut.count)).filter(column.isCrossedOut)),
              "link": .string(column.link.rawValue),
            ]
          }))
    ]
  }
}
