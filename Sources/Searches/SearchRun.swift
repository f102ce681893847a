import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// Does what a line of a search says: its plan, and its trials.
struct SearchRun {
  /// From how many settings the work of a search is reckoned.
  static let mostReckoned = 200
  /// How many networks are trained before their scores are taken and they are let go.
  static let mostFitsAtOnce = 256
  /// How many weights these have together, unless those of one trial are more.
  static let mostWeightsAtOnce = 16_000_000

  var line: SearchLine
  var folds: [CrossValidation.Fold]
  /// What part of a nested search it is; nil for a search by itself.
  var part: NestedPart?
  let judgement: Fit.Judgement
  let arguments: Arguments
  let sampler: RandomSampler
  let densities: TPESampler
  let process: GaussianSampler
  let news: SearchNews
  /// The trials of its study that were done before, out of a file.
  var known: [StudyJournal.Trial] = []
  /// Whether what is not known is trained.
  var trains = true
  /// Whether an interrupt leaves the trials that are whole: the line can say how many they are.
  var leavesPart = false
  /// Where its trials are kept as they are done; nil where nowhere.
  var store: StudyStore?
  /// What has its trials trained elsewhere; nil where they are trained here.
  var engine: TrialEngine?

  /// Cuts the folds, or looks for the examples that judge.
  init(
    _ line: SearchLine, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    self.line = line
    self.arguments = arguments
    let data = line.data
    judgement = Fit.Judgement(line.study.criterion, positive: data.positiveClass(for: line.start))
    news = SearchNews(line.study.criterion, execution.control)
    sampler = RandomSampler(line.space, seed: line.seed)
    densities = TPESampler(line.space, seed: line.seed)
    process = GaussianSampler(line.space, seed: line.seed)
    let given = arguments.given(SearchOptions.folds)
    let place = given?.range ?? arguments.command.range
    if let count = line.study.folds {
      folds = try StudyReader.folds(
        count, of: data, stratified: data.isClassification, seed: line.seed, at: place)
    } else {
      folds = []
      guard !data.rows(of: .validation).isEmpty else {
        throw Diagnostic(
          "nothing judges the trials: there is no validation split", at: arguments.command.range,
          hints: [
            "folds=5 at the end judges by folds of the training examples",
            "or before: split train=60% validation=20% test=20%",
          ])
      }
    }
  }

  /// A trial that is to come.
  struct Candidate {
    /// Where it stands in the space of the line; nil for one that the student typed.
    var point: SearchSpace.Point?
    /// What is different about it.
    let options: [Option]
    /// Its network.
    let network: VariedNetwork
  }

  /// The trial with a number; nil where nothing is left to try.
  func candidate(_ number: Int, besides tried: SearchCourse.Tried) -> Candidate? {
    func isTried(_ point: SearchSpace.Point) -> Bool { tried.holds(line.options(of: point)) }
    let point: SearchSpace.Point?
    switch line.method {
    case .manual:
      return Candidate(options: line.round, network: line.trial(line.round))
    case .grid: point = line.space.point(number - line.first)
    case .random, .local, .bayes, .hyperband:
      switch line.sampler {
      case .random:
        point = sampler.point(ofTrial: number, besides: tried.options.count, isTried: isTried)
      case .tpe:
        point = densities.point(ofTrial: number, after: tried.observations, isTried: isTried)
      case .gp:
        point = process.point(ofTrial: number, after: tried.observations, isTried: isTried)
      }
    }
    return point.map { point in
      let options = line.options(of: point)
      return Candidate(point: point, options: options, network: line.trial(options))
    }
  }
}

extension SearchRun {
  /// The trainings of a network, from its own first weights, or from those of a repeat.
  func fits(of network: VariedNetwork, start: Int? = nil) -> [Fit] {
    var variant = network.variant
    if let start { variant = variant.start(start) }
    let data = line.data
    // All trainings of a network see the same of the examples, whatever its first weights are.
    func learned(of rows: [Int32]) -> [Int32] {
      network.examples.map { count in
        Resampling.subset.rows(of: rows, count: count, seed: line.seed, number: 1)
      } ?? rows
    }
    var fits: [Fit]
    if folds.isEmpty {
      fits = [
        Fit(
          variant: variant, training: learned(of: data.rows(of: .training)),
          judging: data.rows(of: .validation))
      ]
    } else {
      fits = Draws.folds(folds).fits(of: variant, examples: nil)
    }
    for place in fits.indices {
      fits[place].judgement = judgement
      guard !folds.isEmpty else { continue }
      fits[place].training = learned(of: fits[place].training)
      guard variant.scaling != nil, let scale = network.scale else { continue }
      fits[place].scaling = nil
      fits[place].variant.scaling = Comparison.OwnScaling(
        scaling(scale, fits[place].training))
    }
    return fits
  }

  /// How a network sees the inputs scaled where `scale=` says so, fitted to what it learns from.
  private func scaling(_ scale: ChosenScale, _ rows: [Int32]) -> FeatureScaling? {
    (try? DataPreparation(scale.kind, fittedTo: line.data.dataset, rows: rows))?.scaling
  }
}
