import Charts
import Language
import Searches
import Tuning
import Workbench

/// `save study circles.journal`: the last search with all of its trials, as Optuna keeps studies.
enum SavedStudy {
  static func content(
    of session: NotebookSession, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> SaveCommand.Content {
    guard path.hasSuffix(StudyFile.ending) else {
      throw Diagnostic(
        "a study is saved in a file that ends in .journal", at: range,
        hints: ["save study \(SavedName.stem(of: path)).journal"])
    }
    guard let study = session.state.study else {
      throw Diagnostic(
        "there is no study to save yet", at: range,
        hints: ["search random rate=0.0001..1 log trials=20 makes one"])
    }
    let count = study.study.trials.count
    return SaveCommand.Content(
      bytes: StudyFile.bytes(of: study, path: path, session.settings.clock),
      facts: [Fact("trials", .count(count), text: Wording.count(count, "trial"))])
  }
}
