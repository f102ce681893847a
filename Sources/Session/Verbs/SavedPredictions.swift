import Charts
import Language
import Workbench

/// `save predictions out.csv`: what the last `predict` of several examples came to, as a table.
enum SavedPredictions {
  static func content(
    of session: NotebookSession, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> SaveCommand.Content {
    guard path.lowercased().hasSuffix(".csv") else {
      throw Diagnostic(
        "predictions are saved in a file that ends in .csv", at: range,
        hints: ["save predictions \(SavedName.stem(of: path)).csv"])
    }
    guard let predictions = session.state.predictions else {
      throw Diagnostic(
        "there are no predictions to save yet", at: range,
        hints: ["predict csv FILE makes some, and so does predict validation"])
    }
    let count = predictions.numbers.count
    return SaveCommand.Content(
      bytes: Array(PredictionsCSV.text(of: predictions).utf8),
      facts: [
        Fact("predictions", .count(count), text: Wording.count(count, "prediction")),
        Fact(
          "asked", .text(predictions.examples),
          text: "of \(predictions.network) for \(predictions.examples)"),
      ])
  }
}
