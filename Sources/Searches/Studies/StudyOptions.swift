import Commands
import Language

/// The options of a search that say where its study is kept, and where its trials are trained: no
/// trial differs by them.
enum StudyOptions {
  static let study = CommandOption<String>.word(
    "study", standard: "the file's name", meaning: "what the study is called in its file")
  static let file = CommandOption<String>(
    OptionDefinition(
      name: "file", kind: .word,
      meaning:
        "keeps each trial as it is done, of rungs each bracket, in a file that Optuna opens too; the "
        + "same line goes on with it: study.journal")
  ) { (value, arguments) throws(Diagnostic) in
    guard let path = arguments.text(of: value), path.hasSuffix(StudyFile.ending),
      path.count > StudyFile.ending.count
    else {
      throw Diagnostic(
        "a study is kept in a file that ends in .journal", at: value.range,
        hints: ["file=study.journal"])
    }
    return path
  }

  /// In the order of help.
  static let all = [study.definition, file.definition] + EngineOptions.all
}
