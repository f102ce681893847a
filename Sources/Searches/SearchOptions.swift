package import Commands
import Networks
import Tuning

/// The options that searches have beside what differs between their trials.
package enum SearchOptions {
  /// Into how many folds the training examples are cut.
  package static let folds = StudyReader.folds
  static let repeats = StudyReader.repeatsOption(in: 1...100, usual: 1)
  static let by = CriterionReader.option
  /// How many settings are tried.
  package static let trials = CommandOption<Int>.count(
    "trials", in: 1...mostTrials, standard: "\(usualTrials); grid, hyperband: all",
    meaning: "how many settings are tried: of a grid the first ones, of hyperband whole brackets")
  static let sampler = CommandOption<SearchSampler>.choice(
    "sampler", standard: "tpe; hyperband: random",
    meaning:
      "bayes: what learns from the trials before, densities (tpe) or a Gaussian process (gp); "
      + "hyperband: draws by chance (random), or by what came of the brackets before (tpe)"
  )
  static let parallel = CommandOption<Int>.count(
    "parallel", in: 1...64, usual: 1,
    meaning: "bayes, stop=median: how many trials run at once, none of which knows of the others; "
      + "more are sooner done, and each knows less")
  static let nested = CommandOption<Bool>.yesOrNo(
    "nested", usual: false,
    meaning:
      "makes the search again for each fold, on the others, to say what its choice is worth; "
      + "as many times the work as there are folds")
  static let factor = CommandOption<Int>.count(
    "factor", in: 2...16, usual: 3,
    meaning: "hyperband, stop=halving: one of so many settings goes on, for so many times the "
      + "epochs")
  /// How many settings a search tries at the most: what came of each is kept in memory, and told.
  static let mostTrials = 100_000
  /// How many settings are drawn where nobody says.
  static let usualTrials = 20

  /// In the order of help.
  static let own: [OptionDefinition] = [
    folds.definition, repeats.definition, by.definition, nested.definition, trials.definition,
    sampler.definition,
    parallel.definition, factor.definition,
  ]

  /// All that a search takes: what may differ comes first.
  static let all: [OptionDefinition] =
    VariantMaker.settings.map { option in
      var option = option.name == stopName ? stop(option) : option
      option.standard = "as in the last training"
      return option
    } + own + StudyOptions.all + [WorkConsent.option.definition]

  /// What ends a training, and here may be what gives a trial up.
  static let stopName = TrainingSetting.stop.name

  private static func stop(_ option: OptionDefinition) -> OptionDefinition {
    guard case .call(let words) = option.kind else { return option }
    return OptionDefinition(
      name: option.name, kind: .call(["median", "halving"] + words),
      meaning:
        "gives up a trial that is worse than the median of those before after as many epochs "
        + "(median), or all but the best third again and again (halving); else as in train")
  }

  /// Whether an option has a place behind a method: what goes on with a study has its folds.
  static func takes(_ name: String, behind method: SearchMethod) -> Bool {
    if name == trials.name { return method != .manual }
    if name == factor.name { return method != .bayes && method != .manual }
    if name == parallel.name { return method != .hyperband && method != .manual }
    if name == sampler.name { return method == .bayes || method == .hyperband }
    if name == nested.name { return !method.goesOn }
    return method == .manual || !method.goesOn
      || ![folds.name, repeats.name, by.name].contains(name)
  }

  /// The options of a line that say what networks are like.
  static func areSettings(_ name: String) -> Bool {
    name != WorkConsent.option.name && !(own + StudyOptions.all).contains { $0.name == name }
  }
}
