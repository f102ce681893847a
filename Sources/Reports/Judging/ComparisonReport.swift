package import Charts
package import Networks
package import Tuning
package import Workbench

/// What `compare` found: how variants that differ by one thing do.
package struct ComparisonReport: Report {
  /// The variants, in the order in which they were asked for.
  package let variants: [Comparison.Variant]
  /// What came of each variant, from each of the seeds.
  package let outcomes: [[Comparison.Outcome]]
  /// Whether the targets are classes, and so the scores errors; else they are losses.
  package let isClassification: Bool
  /// What was asked to judge by, with the values that it has; nil where the error or the loss judges.
  package var asked: ComparisonScores?
  /// The number that each variant has among the runs of the notebook.
  package var runs: [Int?] = []
  /// Why variants could not be built or trained, in the order of the variants; nil where they
  /// could. None where all could.
  package var refusals: [String?] = []
  /// What was drawn of the variants, each from its first seed.
  package var picture: PictureReport.Picture?

  /// Makes it of the outcomes of some variants, the same number for each.
  package init(
    variants: [Comparison.Variant], outcomes: [[Comparison.Outcome]], isClassification: Bool
  ) {
    self.variants = variants
    self.outcomes = outcomes
    self.isClassification = isClassification
  }

  /// How many first weights each variant was trained from.
  package var seeds: Int { outcomes.first?.count ?? 1 }

  /// The trials from the first seed, of those variants that did not diverge.
  package var trials: [Comparison.Trial] { outcomes.compactMap { try? $0[0].get() } }

  /// The trials of a variant from all seeds; none if one of them diverged.
  package func trials(of variant: Int) -> [Comparison.Trial] {
    let trials = outcomes[variant].compactMap { try? $0.get() }
    return trials.count == seeds ? trials : []
  }

  /// The error of a classification or the loss of a regression.
  package static func score(_ evaluation: Evaluation) -> Double {
    evaluation.error ?? evaluation.dataLoss
  }

  /// What judges: what was asked for, or else the error of classes and the loss of numbers.
  package var criterion: Criterion { asked?.criterion ?? (isClassification ? .error : .loss) }

  /// What a variant came to from each of its seeds; empty where it diverged, where there is no such
  /// split, or where the criterion is not defined.
  package func scores(of variant: Int, on part: DataInHand.Part) -> [Double] {
    let trials = trials(of: variant)
    if let asked { return trials.isEmpty ? [] : asked.values(of: variant, on: part) }
    let evaluations = part == .training ? trials.map(\.training) : trials.compactMap(\.validation)
    return evaluations.map(Self.score)
  }

  /// The variants in the order of the table: as they were asked for, or the best first by what was
  /// asked to judge by, and last those that it can't judge.
  package var order: [Int] {
    guard let criterion = asked?.criterion else { return Array(variants.indices) }
    let judged = variants.indices.map { Spread(scores(of: $0, on: judgingPart)) }
    let known = ComparisonVerdict.order(judged, isLessBetter: criterion.isLessBetter)
    return known + variants.indices.filter { !known.contains($0) }
  }

  private var judgingPart: DataInHand.Part {
    trials.allSatisfy { $0.validation != nil } ? .validation : .training
  }

  /// Which variants did best on the validation examples; nil where nothing says it, or every variant
  /// diverged from one of the seeds.
  package var verdict: ComparisonVerdict? {
    guard trials.allSatisfy({ $0.validation != nil }) else { return nil }
    return ComparisonVerdict(
      variants.indices.map { Spread(scores(of: $0, on: .validation)) },
      isLessBetter: criterion.isLessBetter)
  }

  package var document: Document {
    var blocks: [Block] = []
    if let picture {
      blocks.append(picture.block)
      if seeds > 1 { blocks.append(.text("drawn from the first seed of each")) }
    }
    return Document(blocks + ComparisonText(of: self).blocks)
  }
}
