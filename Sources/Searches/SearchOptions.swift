package import Commands
import Tuning

/// The options that searches have beside what differs between their trials.
package enum SearchOptions {
  /// Into how many folds the training examples are cut.
  package static let folds = CommandOption<Int>.count(
    "folds", in: 2...50, standard: "no folds",
    meaning: "judges each setting by so many folds of the training examples, not by the validation "
      + "split")
  static let repeats = CommandOption<Int>.count(
    "repeats", in: 1...100, usual: 1,
    meaning: "trains each setting from so many first weights")
  static let by = CommandOption<Criterion>.choice(
    "by", standard: "error, or loss of numbers", meaning: "what trials are judged by")
  static let trials = CommandOption<Int>.count(
    "trials", in: 1...100_000, usual: 20,
    meaning: "random, bayes, local: how many settings are drawn")
  static let parallel = CommandOption<Int>.count(
    "parallel", in: 1...64, usual: 1,
    meaning: "bayes: how many settings are chosen before what came of them is seen; more go on at "
      + "once, and each knows less")
  static let factor = CommandOption<Int>.count(
    "factor", in: 2...16, usual: 3,
    meaning: "hyperband: one of so many settings goes on, for so many times the epochs")

  /// In the order of help.
  static let own: [OptionDefinition] = [
    folds.definition, repeats.definition, by.definition, trials.definition, parallel.definition,
    factor.definition,
  ]

  /// All that a search takes: what may differ comes first.
  static let all: [OptionDefinition] =
    VariantMaker.settings.map { option in
      var option = option
      option.standard = "as in the last training"
      return option
    } + own + [WorkConsent.option.definition]

  /// Whether an option has a place behind a method: what goes on with a study has its folds.
  static func takes(_ name: String, behind method: SearchMethod) -> Bool {
    if name == trials.name { return method.takesTrials }
    if name == factor.name { return method == .hyperband }
    if name == parallel.name { return method == .bayes }
    return method == .manual || !method.goesOn
      || ![folds.name, repeats.name, by.name].contains(name)
  }

  /// The options of a line that say what networks are like.
  static func areSettings(_ name: String) -> Bool {
    name != WorkConsent.option.name && !own.contains { $0.name == name }
  }
}
