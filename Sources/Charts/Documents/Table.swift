/// Rows of typed cells under column titles.
///
/// A row that is too short is filled with empty cells; cells beyond the last column are not shown.
package struct Table: Equatable, Sendable {
  /// What stands above the table; nil for nothing.
  package var title: String?
  /// The columns from the left; without any only the title is shown.
  package var columns: [Column]
  /// The rows from the top, each with its cells in the order of the columns.
  package var rows: [[Cell]]
  /// Rows below a second rule, such as totals.
  package var footer: [[Cell]]
  /// How many columns say which row it is: where the table is too wide for one, each of its parts
  /// begins with these.
  package var keyColumns = 1

  /// Makes a table.
  ///
  /// - Parameter footer: The rows below a second rule; without any there is no such rule.
  package init(
    title: String? = nil, columns: [Column], rows: [[Cell]], footer: [[Cell]] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  /// The side that the cells and the title of a column stand at.
  package enum Alignment: Sendable {
    /// For words; only such a column may be wrapped where the table is too wide.
    case left
    /// For numbers.
    case right
  }

  /// What a column is called and how its cells stand.
  package struct Column: Equatable, Sendable {
    /// What stands over the column, and its name in JSON.
    package var title: String
    /// The term that says what stands in the column; nil where its title says all.
    package var term: String?
    /// The side that its title and its cells stand at.
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
    /// The value as data, which JSON shows.
    package var value: FactValue
    /// How the cell reads in a picture made of characters.
    package var text: String
    /// How far the values scatter whose mean it is, which JSON shows behind it; nil for no mean.
    package var deviation: Double?

    /// Makes a cell of a value.
    ///
    /// - Parameter text: How the cell reads; if nil, the plain text of the value.
    package init(_ value: FactValue, text: String? = nil) {
      self.value = value
      self.text = text ?? value.text
    }

    /// A cell without a value that reads as nothing; in JSON it is null.
    package static let empty = Cell(.missing, text: "")

    /// A cell of a word or a sentence.
    package static func text(_ text: String) -> Cell { Cell(.text(text)) }

    /// A cell of a number of things: `60,000`.
    package static func count(_ count: Int) -> Cell { Cell(.count(count)) }

    /// A cell of a number, with six significant digits unless it has a text of its own.
    package static func number(_ number: Double, text: String? = nil) -> Cell {
      Cell(.number(number), text: text)
    }

    /// A cell of a fraction from 0 to 1, as a percentage unless it has a text of its own.
    package static func fraction(_ fraction: Double, text: String? = nil) -> Cell {
      Cell(.fraction(fraction), text: text)
    }
  }
}
