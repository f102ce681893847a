import Charts
import Commands
import Language
import Reports
import Workbench

/// `plot roc`, `plot precision recall`: what every threshold would give.
enum RankingPlot {
  private static let classOption = CommandOption<String>.word(
    "class", names: [.classes], standard: "the positive one of two; else the best and the worst",
    meaning: "plot roc, plot precision recall: the class to find among all others")

  static let roc = Plot(
    chartNamed: "roc", values: 0...1, example: " validation", options: [classOption.definition],
    showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (part, classes) = try ranking(execution, arguments)
    return .line(RankingCharts.roc(of: classes, part))
  }

  static let precisionRecall = Plot(
    chartNamed: "precision recall", values: 0...1, example: " validation",
    options: [classOption.definition], showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (part, classes) = try ranking(execution, arguments)
    return .line(RankingCharts.precisionRecall(of: classes, part))
  }

  private static func ranking(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (part: String, classes: [RankedClass]) {
    let split = try JudgedSplit(execution, arguments)
    let classes = try split.network.ranking(on: split.part) { (names) throws(Diagnostic) in
      guard let name = try arguments.value(of: classOption) else { return nil }
      guard let index = names.firstIndex(of: name) else {
        throw Wording.unknownWord(
          name, what: "class", among: names, at: arguments.range(of: classOption))
      }
      return index
    }
    return (split.part.rawValue, classes)
  }
}
