/// Rows of typed cells under column titles.
///
/// A row that is too short is filled with empty cells; cells beyond the last column are not shown.
public struct Table: Equatable, Sendable {
  public var title: String?
  public var columns: [Column]
  public var rows: [[Cell]]
  /// Rows below a second rule, such as totals.
  public var footer: [[Cell]]

  public init(
    title: String? = nil, columns: [Column], rows: [[Cell]], footer: [[Cell]] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  public enum Alignment: Sendable {
    case left
    /// For numbers.
    case right
  }

  public struct Column: Equatable, Sendable {
    public var title: String
    public var alignment: Alignment

    public init(_ title: String, alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// A value and how it reads in its column.
  public struct Cell: Equatable, Sendable {
    public var value: FactValue
    public var text: String

    /// - Parameter text: How the cell reads; if nil, the plain text of the value.
    public init(_ value: FactValue, text: String? = nil) {
      self.value = value
      self.text = text ?? value.text
    }

    public static let empty = Cell(.missing, text: "")

    public static func text(_ text: String) -> Cell { Cell(.text(text)) }

    public static func count(_ count: Int) -> Cell { Cell(.count(count)) }

    public static func number(_ number: Double, text: String? = nil) -> Cell {
      Cell(.number(number), text: text)
    }

    public static func fraction(_ fraction: Double, text: String? = nil) -> Cell {
      Cell(.fraction(fraction), text: text)
    }
  }
}
