import Charts
import Commands
import Language
import Networks
import Reports

/// A kind of picture. A new one is one file and one line in ``PlotTable``.
package struct Plot: Sendable {
  typealias Draw = @Sendable (Execution, Arguments) throws(Diagnostic) -> PictureReport
  /// As ``Draw``, with axes on which other networks have room too.
  typealias DrawBeside =
    @Sendable (Execution, Arguments, [Network]) throws(Diagnostic) -> PictureReport

  /// One word, or several: "precision recall".
  package let name: String
  /// How many values stand behind its name.
  let values: ClosedRange<Int>
  /// What stands behind its name in help.
  let example: String
  /// The options that it takes.
  let options: [OptionDefinition]
  /// The kinds of names that its values can be.
  let names: [NameKind]
  /// What it shows. The values that it reads begin at 1, behind the name, however many words that
  /// has.
  let draw: Draw
  /// Whether it trains networks of its own first, which can be interrupted.
  let trains: Bool
  /// Whether it shows the network as it is at one moment, and so can show other moments of its
  /// training.
  let showsMoment: Bool
  /// Whether it asks a network about the examples, though it shows no moment of its training.
  let judges: Bool
  private let drawBeside: DrawBeside?

  /// Whether its work can be more than is done unasked.
  var canLast: Bool { trains || showsMoment || judges }

  /// A picture of several charts, or with a table or remarks.
  init(
    named name: String, values: ClosedRange<Int> = 0...0, example: String = "",
    names: [NameKind] = [], options: [OptionDefinition] = [], trains: Bool = false,
    showsMoment: Bool = false, judges: Bool = false, beside: DrawBeside? = nil,
    draw: @escaping Draw
  ) {
    self.name = name
    self.names = names
    self.values = values
    self.example = example
    self.options = options + (showsMoment ? [TrainingMoments.option.definition] : [])
    self.trains = trains
    self.showsMoment = showsMoment
    self.judges = judges
    self.draw = draw
    drawBeside = beside
  }

  /// A picture that is one chart.
  init(
    chartNamed name: String, values: ClosedRange<Int> = 0...0, example: String = "",
    options: [OptionDefinition] = [], trains: Bool = false, showsMoment: Bool = false,
    chart: @escaping @Sendable (Execution, Arguments) throws(Diagnostic) -> Chart
  ) {
    self.init(
      named: name, values: values, example: example, options: options, trains: trains,
      showsMoment: showsMoment
    ) {
      (execution, arguments) throws(Diagnostic) in
      PictureReport(try chart(execution, arguments))
    }
  }

  /// The picture of the network in hand, on axes on which some networks have room.
  func picture(
    _ execution: Execution, _ arguments: Arguments, beside networks: [Network]
  ) throws(Diagnostic) -> PictureReport {
    if let drawBeside { return try drawBeside(execution, arguments, networks) }
    return try draw(execution, arguments)
  }

  /// The words of its name.
  var words: [String] { name.split(separator: " ").map(String.init) }
}
