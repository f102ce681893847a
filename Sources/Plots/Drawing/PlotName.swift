import Commands
import Formulas
import Language

/// Reads the name of a plot, which may have several words.
enum PlotName {
  /// - Returns: The plot, and the arguments as if its name were one word.
  static func read(_ arguments: Arguments) throws(Diagnostic) -> (plot: Plot, Arguments) {
    let value = try arguments.value(0, orSay: "plot needs to know what")
    let first = try arguments.word(value, among: PlotTable.words, what: "plot")
    let named = PlotTable.all.filter { $0.words[0] == first }
    let typed = [first] + arguments.values.dropFirst().map { arguments.text(of: $0) ?? "" }
    let fitting = named.filter { typed.starts(with: $0.words) }
    guard let plot = fitting.max(by: { $0.words.count < $1.words.count }) else {
      throw Diagnostic(
        "plot \(first) goes on", at: value.range,
        hints: ["it is typed: \(named.map { "plot \($0.name)" }.joined(separator: ", "))"])
    }
    try checkEnd(of: plot, among: named, arguments)
    var command = arguments.command
    var place = 0
    command.arguments.removeAll { argument in
      guard case .value = argument else { return false }
      defer { place += 1 }
      return place > 0 && place < plot.words.count
    }
    return (
      plot,
      try Arguments(command, of: arguments.definition, evaluator: arguments.evaluator)
    )
  }

  /// Refuses a word behind a plot that takes none, and says which plot may be meant.
  private static func checkEnd(
    of plot: Plot, among named: [Plot], _ arguments: Arguments
  ) throws(Diagnostic) {
    guard plot.values.upperBound == 0, arguments.values.count > plot.words.count else { return }
    let extra = arguments.values[plot.words.count]
    guard let word = arguments.text(of: extra) else { return }
    if named.count > 1 {
      throw Diagnostic(
        "no plot is called \"\(plot.name) \(word)\"", at: extra.range,
        hints: ["it is typed: \(named.map { "plot \($0.name)" }.joined(separator: ", "))"])
    }
    if PlotTable.all.contains(where: { $0.name == word }) {
      throw Diagnostic(
        "plot \(plot.name) stands alone", at: extra.range,
        hints: ["plot \(word) is a plot of its own"])
    }
  }
}
