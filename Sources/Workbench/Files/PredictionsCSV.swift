import Datasets
import Networks
import TensorEngine

/// Predictions as a table for other programs.
///
/// ```
/// row,age,job,predicted,p_no,p_yes
/// 1,39,clerk,no,0.9123,0.0877
/// ```
///
/// A line for each example, in their order: its number, the columns that it came with, the true
/// answer where it is known, then the class by its name and a column for the probability of each
/// class, or the number. With `confidence=` a column says which are answered. Where a name is there
/// already, the later column gets a line behind it: `predicted_`.
///
/// **Source**: Y. Shafranovich, *Common Format and MIME Type for CSV Files*, RFC 4180 (2005); lines
/// end with LF.
package enum PredictionsCSV {
  /// The table as text.
  ///
  /// Numbers are the shortest decimals that read back as the same: what a network gives has 32 bits,
  /// what stands in a column 64. A missing value is an empty cell. Where the work is called off, the
  /// rest is missing.
  package static func text(of predictions: PredictionsInHand) -> String {
    var columns: [(name: String, cell: (Int) -> String)] = [
      (predictions.noun, { String(predictions.numbers[$0]) })
    ]
    columns += predictions.columns.map { column in (column.name, cell(of: column.cells)) }
    columns += answers(predictions)
    var seen: Set<String> = []
    let names = columns.map { column in
      var name = column.name
      while !seen.insert(name).inserted { name += "_" }
      return field(name)
    }
    var text = names.joined(separator: ",") + "\n"
    var watch = InterruptionWatch()
    for row in predictions.numbers.indices {
      if watch.isAsked(weight: columns.count) { return text }
      for (place, column) in columns.enumerated() {
        if place > 0 { text += "," }
        text += column.cell(row)
      }
      text += "\n"
    }
    return text
  }

  private static func answers(
    _ predictions: PredictionsInHand
  ) -> [(name: String, cell: (Int) -> String)] {
    switch predictions.answers {
    case .numbers(let values, let width):
      return (0..<width).map { place in
        (
          width == 1 ? "predicted" : "predicted_\(place + 1)",
          { number(values[$0 * width + place]) }
        )
      }
    case .classes(let classes, let names):
      let names = (0..<classes.classCount).map(names.className)
      let fields = names.map(field)
      let prefix = classes.areProbabilities ? "p" : "score"
      let predicted: (Int) -> String = { fields[Int(classes.predicted[$0])] }
      var columns = [(name: "predicted", cell: predicted)]
      columns += names.indices.map { index in
        ("\(prefix)_\(names[index])", { number(classes.score($0, index)) })
      }
      if let confidence = predictions.confidence {
        columns.append(("answered", { classes.confidence($0) >= confidence ? "yes" : "no" }))
      }
      return columns
    }
  }

  private static func cell(of cells: NewRows.ReadColumn.RowCells) -> (Int) -> String {
    switch cells {
    case .numbers(let values): return { exact(values[$0]) }
    case .texts(let places, let names):
      let fields = names.map(field)
      return { places[$0] < 0 ? "" : fields[Int(places[$0])] }
    }
  }

  /// A number that a network gave, in 32 bits.
  private static func number(_ value: Double) -> String {
    value.isNaN ? "" : whole(value) ?? Float(value).description
  }

  /// A number of a column.
  private static func exact(_ value: Double) -> String {
    value.isNaN ? "" : whole(value) ?? value.description
  }

  private static func whole(_ value: Double) -> String? {
    value.magnitude < 1e15 ? Int(exactly: value).map { "\($0)" } : nil
  }

  /// A text as a field: in quotes where it holds a separator, a quote, a line end, or blanks at its
  /// ends.
  private static func field(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
      || text.first == " " || text.last == " "
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
