import Charts
import Datasets
package import Language
import Networks
import TensorEngine
package import Tuning
package import Workbench

/// What the plots of repeated trainings have in common: their options, their trainings, and what
/// went wrong.
package enum StudyReader {
  /// The options that all studies share, in the order of help.
  package static let options: [OptionDefinition] = [
    repeats.definition, resample.definition, folds.definition,
  ]

  /// How many networks a study of bias and variance trains at each place.
  package static let usualRepeatsOfBiasVariance = 20
  /// How many networks a curve's study trains at each place.
  package static let usualRepeatsOfCurves = 5
  /// How many networks are trained at each place.
  package static let repeats = repeatsOption(
    in: 2...200,
    standard: "\(usualRepeatsOfBiasVariance) for bias variance, else \(usualRepeatsOfCurves)")

  /// How many networks are trained for each value, within some bounds.
  package static func repeatsOption(
    in range: ClosedRange<Int>, usual: Int? = nil, standard: String? = nil
  ) -> CommandOption<Int> {
    .count(
      "repeats", in: range, usual: usual, standard: standard,
      meaning: "how many networks are trained for each value, from first weights of their own")
  }

  /// How each network's training examples are drawn.
  package static let resample = CommandOption<Resampling>.choice(
    "resample", usual: .bootstrap,
    meaning: "plot bias variance: training sets drawn with replacement, or halves without")
  /// Into how many folds the training examples are cut, instead of repeats.
  package static let folds = CommandOption<Int>.count(
    "folds", in: 2...50, standard: "no folds",
    meaning: "judged by so many folds of the training examples, not by the validation split")

  /// The data and the maker of variants, or what is missing.
  package static func material(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (data: DataInHand, maker: VariantMaker) {
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    return (data, try VariantMaker(hand, data, execution, arguments))
  }

  /// At most so many validation examples judge, evenly spread over all.
  private static let judgeLimit = 2000

  /// The rows that judge.
  package static func judges(_ data: DataInHand, _ arguments: Arguments) throws(Diagnostic)
    -> [Int32]
  {
    let range = arguments.command.range
    _ = try SplitName.part("validation", of: data, at: range)
    let rows = data.rows(of: .validation)
    let count = min(rows.count, judgeLimit)
    return (0..<count).map { rows[$0 * rows.count / max(1, count)] }
  }

  /// The training examples, or some of them, cut into folds, with the scaling in force fitted to what
  /// each of them is not.
  ///
  /// - Throws: A `Diagnostic` at a place, where they can't be cut so.
  package static func folds(
    _ count: Int, of data: DataInHand, rows: [Int32]? = nil, stratified: Bool = false,
    seed: UInt64, at place: SourceRange
  ) throws(Diagnostic) -> [CrossValidation.Fold] {
    do throws(DatasetError) {
      let parts = try Folds(
        of: rows ?? data.rows(of: .training), in: data.examples, count: count,
        stratified: stratified,
        seed: seed)
      var folds: [CrossValidation.Fold] = []
      for number in parts.parts.indices {
        let training = parts.training(without: number)
        folds.append(
          CrossValidation.Fold(
            training: training, validation: parts.parts[number],
            scaling: try data.preparation(fittedTo: training)?.scaling))
      }
      return folds
    } catch {
      throw Diagnostic(Wording.problem(of: error), at: place)
    }
  }

  /// Trains them all. What diverges or can't be trained has no scores, and is said among the
  /// remarks, beside those that could be trained.
  ///
  /// - Returns: The scores of each network, none where the whole was interrupted.
  /// - Throws: A `Diagnostic` where none of them can be trained, as the first of them.
  package static func scores(
    _ study: RepeatedTrainings, of networks: [VariedNetwork], _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> (scores: [[Fit.Score]?], remarks: [String]) {
    let trainings = try execution.trainings(of: study, arguments)
    var scores: [[Fit.Score]?] = []
    var diverged: [String] = []
    var refusals: [(label: String, reason: Diagnostic)] = []
    for (network, outcome) in zip(networks, study.run(trainings)) {
      let label = network.variant.label
      switch outcome {
      case .success(let fits): scores.append(fits)
      case .failure(let error):
        scores.append(nil)
        if case .engine(.diverged) = error {
          diverged.append(label)
        } else {
          let reason = Wording.diagnostic(
            for: error, in: arguments.command, at: arguments.command.range)
          refusals.append((label, reason))
        }
      }
    }
    if let first = refusals.first, refusals.count == scores.count { throw first.reason }
    var remarks = refusals.map { "\($0.label) failed: \($0.reason.message)" }
    if !diverged.isEmpty {
      remarks.append("diverged, and so left out: \(diverged.joined(separator: ", "))")
    }
    return (scores, remarks)
  }

  /// The networks of a study that can be built, and what is said of the others.
  package static func built(
    _ networks: [VariedNetwork]
  ) -> (networks: [VariedNetwork], failures: [String]) {
    let failures = networks.compactMap { network in
      network.refusal.map { "\(network.variant.label) failed: \($0.message)" }
    }
    return (networks.filter { $0.refusal == nil }, failures)
  }
}
