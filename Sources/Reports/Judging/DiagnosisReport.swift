package import Charts
package import Networks
package import Tuning

/// What `diagnose` found: bias and variance, and what else is to be seen in the curves and the units.
package struct DiagnosisReport: Report {
  /// Something that `diagnose` found besides bias and variance.
  package enum Finding: Sendable {
    /// A sign in the curves; the losses are those of the weights in hand, that of training where
    /// the curve was measured with dropout at work.
    case curve(CurveSign, validationLoss: Double?, quietLoss: Double? = nil)
    /// Inputs in very different units, or far from 0, that nobody has scaled.
    case unscaled(feature: String, mean: Double, deviation: Double)
    /// More validation examples are wrong than if one always named one class: its name, its share,
    /// and the share that is right.
    case worseThanLargest(name: String, share: Double, accuracy: Double)
    /// Gradients that fade over the depth.
    case vanishing(GradientSign)
    /// A sign in the units of a layer.
    case units(UnitSign)
    /// Two softmaxes in a row.
    case doubleSoftmax(DoubleSoftmax)
    /// Classes of very different sizes, with the share of the smallest that is found.
    case imbalance(ClassImbalance, classNames: [String], recall: Double?)
  }

  /// Bias and variance; nil where there is no validation split to measure them by.
  package let diagnosis: Diagnosis?
  /// Whether the target is what the noise of the data leaves.
  package let targetIsNoise: Bool
  /// Whether the errors are shares of the targets' variance.
  package let isRegression: Bool
  /// What else was found, in the order in which it is said.
  package let findings: [Finding]
  private let text: DiagnosisText

  /// Puts together what was found.
  ///
  /// - Parameter commands: The commands that fit the network in hand.
  package init(
    _ diagnosis: Diagnosis?, targetIsNoise: Bool = false, isRegression: Bool = false,
    findings: [Finding] = [],
    commands: DiagnosisCommands = DiagnosisCommands()
  ) {
    self.diagnosis = diagnosis
    self.targetIsNoise = targetIsNoise
    self.isRegression = isRegression
    self.findings = findings
    text = DiagnosisText(commands: commands)
  }

  /// What a high bias comes from is said before it; everything else behind bias and variance.
  package var document: Document {
    guard let diagnosis else { return Document(judgements.flatMap(\.blocks)) }
    return Document(
      text.blocks(
        of: diagnosis, targetIsNoise: targetIsNoise, causes: causes, isGettingWorse: isGettingWorse)
        + (isRegression ? [.text(Self.shareOfVariance)] : [])
        + others.flatMap(\.blocks))
  }

  private static let shareOfVariance =
    "An error here is the share of the target's variance that is left, 1 - R2 on the training "
    + "examples."

  package var explanation: Explanation {
    let said =
      (diagnosis.map {
        causes
          + text.judgements(of: $0, hasCauses: !causes.isEmpty, isGettingWorse: isGettingWorse)
      } ?? []) + others
    return Explanation(
      figures: diagnosis.map {
        DiagnosisFigures.sentences(of: $0, isGettingWorse: isGettingWorse)
      } ?? [],
      terms: said.compactMap(\.shownTerm))
  }

  /// Whether a curve says that going on makes the network worse, beside which no fit is good.
  private var isGettingWorse: Bool {
    findings.contains {
      guard case .curve(let sign, let loss, _) = $0 else { return false }
      return sign.isGettingWorse && !sign.isUndone(by: loss)
    }
  }

  private var judgements: [DiagnosisText.Judgement] { findings.map(text.judgement) }

  private var causes: [DiagnosisText.Judgement] {
    diagnosis?.hasHighBias == true ? judgements.filter(\.isCauseOfBias) : []
  }

  private var others: [DiagnosisText.Judgement] {
    diagnosis?.hasHighBias == true ? judgements.filter { !$0.isCauseOfBias } : judgements
  }
}
