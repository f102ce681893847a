import Charts
import Commands
import Language

/// A kind of picture. A new one is one file and one line in ``PlotTable``.
package struct Plot: Sendable {
  typealias Blocks = @Sendable (Execution, Arguments) throws(Diagnostic) -> [Block]

  /// One word, or several: "precision recall".
  package let name: String
  /// How many values stand behind its name.
  let values: ClosedRange<Int>
  /// What stands behind its name in help.
  let example: String
  /// The options that it takes.
  let options: [String]
  /// What it shows. The values that it reads begin at 1, behind the name, however many words that
  /// has.
  let blocks: Blocks
  /// Whether it trains networks of its own first, which can be interrupted.
  let trains: Bool

  /// A picture of several blocks.
  init(
    named name: String, values: ClosedRange<Int> = 0...0, example: String = "",
    options: [String] = [], trains: Bool = false, blocks: @escaping Blocks
  ) {
    self.name = name
    self.values = values
    self.example = example
    self.options = options
    self.trains = trains
    self.blocks = blocks
  }

  /// A picture that is one chart.
  init(
    name: String, values: ClosedRange<Int> = 0...0, example: String = "", options: [String] = [],
    trains: Bool = false,
    chart: @escaping @Sendable (Execution, Arguments) throws(Diagnostic) -> Chart
  ) {
    self.init(named: name, values: values, example: example, options: options, trains: trains) {
      (execution, arguments) throws(Diagnostic) in
      [.chart(try chart(execution, arguments))]
    }
  }

  /// The words of its name.
  var words: [String] { name.split(separator: " ").map(String.init) }
}
