/// Rows of typed cells under column titles.
///
/// A row that is too short is filled with empty cells; cells beyond the last column are not shown.
package struct Table: Equatable, Sendable {
  package var title: String?
  package var columns: [Column]
  package var rows: [[Cell]]
  /// Rows below a second rule, such as totals.
  package var footer: [[Cell]]

  package init(
    title: String? = nil, columns: [Column], rows: [[Cell]], footer: [[Cell]] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  package enum Alignment: Sendable {
    case left
    /// For numbers.
    case right
  }

  package struct Column: Equatable, Sendable {
    package var title: String
    /// The term that says what stands in the column; nil where its title says all.
    package var term: String?
    package var alignment: Alignment

    /// A column whose title says all, or of a term with another name.
    package init(_ title: String, term: String? = nil, alignment: Alignment = .left) {
      self.title = title
      self.term = term
      self.alignment = alignment
    }

    /// A column that is called by the term that says what stands in it.
    package init(term: String, alignment: Alignment = .left) {
      self.init(term, term: term, alignment: alignment)
    }
  }

  /// A value and how it reads in its column.
  package struct Cell: Equatable, Sendable {
    package var value: FactValue
    package var text: String

    /// - Parameter text: How the cell reads; if nil, the plain text of the value.
    package init(_ value: FactValue, text: String? = nil) {
      self.value = value
      self.text = text ?? value.text
    }

    package static let empty = Cell(.missing, text: "")

    package static func text(_ text: String) -> Cell { Cell(.text(text)) }

    package static func count(_ count: Int) -> Cell { Cell(.count(count)) }

    package static func number(_ number: Double, text: String? = nil) -> Cell {
      Cell(.number(number), text: text)
    }

    package static func fraction(_ fraction: Double, text: String? = nil) -> Cell {
      Cell(.fraction(fraction), text: text)
    }
  }
}
