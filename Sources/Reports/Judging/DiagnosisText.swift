package import Charts
import Datasets
package import Networks
package import Tuning

/// What `diagnose` says: for each verdict the numbers that triggered it, the rule of thumb, the
/// command to try, and where to read on.
package struct DiagnosisText {
  /// One verdict.
  package struct Judgement {
    /// What was found, with the numbers that say so.
    package let sentence: String
    /// What usually helps; nil where nothing needs to.
    package var advice: String?
    /// The command to try.
    package var command: String?
    /// The term of the glossary under which more is said.
    package var term: String?
    /// Whether a high bias comes from this.
    package var isCauseOfBias = false

    /// The term that its advice points to.
    var shownTerm: String? { advice == nil ? nil : term }

    /// The sentence, and below it what to try.
    package var blocks: [Block] {
      var blocks: [Block] = [.text(sentence)]
      if let advice, let term {
        blocks.append(.text("Try: \(advice)    (explain \(term))"))
      }
      if let command { blocks.append(.text("     \(command)")) }
      return blocks
    }
  }

  /// The commands that fit the network in hand.
  package let commands: DiagnosisCommands

  /// Makes it of its parts.
  package init(commands: DiagnosisCommands) {
    self.commands = commands
  }

  /// "42.9 points", "1 point": differences of percentages.
  package static func points(_ difference: Double) -> String {
    let text = NumberText.fixed(difference * 100, places: 1)
    return text == "1.0" ? "1 point" : "\(text) points"
  }

  /// The errors as bars over their two differences, and what these mean.
  ///
  /// - Parameters:
  ///   - targetIsNoise: Whether the target is what the noise of the data leaves.
  ///   - causes: What a high bias comes from, which is said before it.
  ///   - isGettingWorse: Whether a curve gets worse, beside which no fit is good.
  package func blocks(
    of diagnosis: Diagnosis, targetIsNoise: Bool = false, causes: [Judgement] = [],
    isGettingWorse: Bool = false
  ) -> [Block] {
    let bars = [
      ("train", diagnosis.trainingError), ("validation", diagnosis.validationError),
      ("target", diagnosis.targetError),
    ].map { BarChart.Bar($0.0, $0.1, text: NumberText.percent($0.1, places: 1)) }
    var blocks: [Block] = [
      .chart(
        .bars(
          BarChart(
            bars: bars, maximum: max(1, diagnosis.trainingError, diagnosis.validationError),
            format: .percent, caption: differences(of: diagnosis))))
    ]
    if targetIsNoise {
      blocks.append(
        .text("The target is the noise that Overfit put into this data: no network gets below it."))
    }
    let own = judgements(
      of: diagnosis, hasCauses: !causes.isEmpty, isGettingWorse: isGettingWorse)
    for judgement in causes + own { blocks += judgement.blocks }
    return blocks + chances(of: diagnosis).map { .text($0) }
  }

  /// What would count as high, were there more examples.
  private func chances(of diagnosis: Diagnosis) -> [String] {
    func sentence(_ error: String, _ difference: Double, _ other: String, _ chance: Double)
      -> String
    {
      "The \(error) error is \(Self.points(difference)) above the \(other), which is within chance "
        + "for so few examples (up to \(Self.points(chance)))."
    }
    var sentences: [String] = []
    if diagnosis.isBiasWithinChance {
      sentences.append(sentence("training", diagnosis.bias, "target", diagnosis.biasChance))
    }
    if diagnosis.isVarianceWithinChance {
      sentences.append(
        sentence("validation", diagnosis.variance, "training error", diagnosis.chance))
    }
    return sentences
  }

  /// "bias -1.0 · variance 13.0 points · high above 6.5"
  private func differences(of diagnosis: Diagnosis) -> String {
    func number(_ share: Double) -> String { NumberText.fixed(share * 100, places: 1) }
    return "bias \(number(diagnosis.bias)) · variance \(number(diagnosis.variance)) points · "
      + "high above \(number(diagnosis.bound))"
  }

  /// What bias and variance are called, and what to try.
  func judgements(
    of diagnosis: Diagnosis, hasCauses: Bool, isGettingWorse: Bool
  ) -> [Judgement] {
    var judgements: [Judgement] = []
    if diagnosis.hasHighBias {
      let sentence =
        "High bias: the training error is \(Self.points(diagnosis.bias)) above the target"
      judgements.append(
        hasCauses
          ? Judgement(sentence: "\(sentence); first mend what is named above.")
          : Judgement(
            sentence: "\(sentence).",
            advice: "a bigger network, training longer, another architecture.",
            command: commands.forBias, term: "bias"))
    }
    if diagnosis.hasHighVariance {
      judgements.append(
        Judgement(
          sentence: "High variance: the validation error is \(Self.points(diagnosis.variance)) "
            + "above the training error.",
          advice: commands.adviceForVariance,
          command: commands.forVariance, term: "variance"))
    }
    if diagnosis.hasOddVariance {
      judgements.append(
        Judgement(
          sentence:
            "The validation error is \(Self.points(-diagnosis.variance)) below the training "
            + "error: no variance is below 0; the validation examples are easier than the training "
            + "examples, or the split has put them together.",
          advice: "another split.", command: "split train=60% validation=20% test=20%",
          term: "validation set"))
    } else if diagnosis.isGood, !isGettingWorse {
      let side = diagnosis.bias < 0 ? "below" : "above"
      judgements.append(
        Judgement(
          sentence: "Good fit: the training error is \(Self.points(diagnosis.bias.magnitude)) "
            + "\(side) the target, the validation error "
            + "\(Self.points(diagnosis.variance.magnitude)) "
            + "\(diagnosis.variance < 0 ? "below" : "above") the training error."))
    }
    return judgements
  }
}

extension DiagnosisText {
  func judgement(of finding: DiagnosisReport.Finding) -> Judgement {
    switch finding {
    case .curve(let sign, let loss, let quiet):
      judgement(of: sign, validationLoss: loss).saying(quiet.map(Self.quiet) ?? "")
    case .unscaled(let feature, let mean, let deviation):
      unscaled(feature, mean: mean, deviation: deviation)
    case .worseThanLargest(let name, let share, let accuracy):
      worseThanLargest(name, share: share, accuracy: accuracy)
    case .vanishing(let sign): judgement(of: sign)
    case .units(let sign): judgement(of: sign)
    case .doubleSoftmax(let trap): judgement(of: trap)
    case .imbalance(let imbalance, let names, let recall):
      judgement(of: imbalance, names: names, recall: recall)
    }
  }

  /// What a curve shows.
  ///
  /// - Parameter validationLoss: That of the weights in hand, which tells whether they are those of
  ///   the best epoch.
  package func judgement(of sign: CurveSign, validationLoss: Double?) -> Judgement {
    let number = TrainingText.number
    switch sign {
    case .diverging(let first, let last, let over):
      return Judgement(
        sentence: "Diverging: the training loss grew from \(number(first)) to "
          + "\(Self.end(last, over)).",
        advice: "a smaller rate\(commands.isScaled ? "" : ", scaled features")"
          + "\(commands.settings?.clipping == nil ? ", clipnorm=1" : "").",
        command: commands.forRate(smaller: true), term: "divergence", isCauseOfBias: true)
    case .jumping(let rises, let epochs, let jump):
      return Judgement(
        sentence: "Rate too large: in the second half the training loss rose in \(rises) of "
          + "\(epochs) epochs, jumps by \(NumberText.percent(jump, places: 0)) from one to the "
          + "next, and gets no lower.",
        advice: "a smaller rate, a schedule, a larger batch.",
        command: commands.forRate(smaller: true), term: "learning rate", isCauseOfBias: true)
    case .crawling(let first, let last, let epochs):
      return Judgement(
        sentence: "Rate too small: in \(epochs) epochs the training loss fell from "
          + "\(number(first)) to \(number(last)), steadily but by "
          + "\(NumberText.percent((first - last) / first)) only.",
        advice: "a rate ten times larger, another optimizer.",
        command: commands.forRate(smaller: false), term: "learning rate", isCauseOfBias: true)
    case .unfinished(let from, let to, let epochs, let over):
      return Judgement(
        sentence: "Not done: in the last \(epochs) epochs the training loss still fell from "
          + "\(number(from)) to \(Self.end(to, over)).",
        advice: "training longer.", command: commands.forLongerTraining, term: "epoch")
    case .overfitting(let epoch, let least, let last, let over):
      let curve =
        "the validation loss was least there, \(number(least)), and came to \(Self.end(last, over)), "
        + "while the training loss went on falling."
      if sign.isUndone(by: validationLoss) {
        return Judgement(
          sentence: "Stopped in time, at epoch \(epoch): \(curve) The weights are those of epoch "
            + "\(epoch).")
      }
      return Judgement(
        sentence: "Overfitting since epoch \(epoch): \(curve)",
        advice: commands.stopsEarly
          ? commands.adviceForVariance : "stopping early, regularization, more data.",
        command: commands.stopsEarly ? commands.forVariance : commands.forStopping,
        term: commands.stopsEarly ? "regularization" : "early stopping")
    }
  }

  /// "0.5032, the mean of the last 15 epochs"
  private static func end(_ loss: Double, _ epochs: Int) -> String {
    TrainingText.number(loss) + (epochs > 1 ? ", the mean of the last \(epochs) epochs" : "")
  }

  /// What the units of a layer show.
  package func judgement(of sign: UnitSign) -> Judgement {
    let share = NumberText.percent(sign.share, places: 0)
    switch sign.kind {
    case .dead:
      return Judgement(
        sentence: "Dead units: \(sign.count) of \(sign.total) units of layer \(sign.layer) "
          + "(\(share)) give 0 for every training example, and no gradient reaches them.",
        advice: "a smaller rate, leaky_relu, initializer=he_normal.",
        command: "compare rate=\(commands.smallerRates)", term: "dead unit", isCauseOfBias: true)
    case .saturated:
      return Judgement(
        sentence: "Saturated units: \(share) of the outputs of layer \(sign.layer) lie where the "
          + "activation is flat (\(NumberText.count(sign.count)) of "
          + "\(NumberText.count(sign.total))).",
        advice: commands.adviceForSaturation,
        command: "plot activation tanh sigmoid derivative=yes", term: "saturation",
        isCauseOfBias: true)
    }
  }

  /// What two softmaxes in a row do.
  package func judgement(of trap: DoubleSoftmax) -> Judgement {
    Judgement(
      sentence: "Double softmax: layers \(trap.first) and \(trap.second) both are one, so no "
        + "probability gets above \(NumberText.significant(trap.greatestProbability, digits: 3)) "
        + "and the loss stays above \(NumberText.significant(trap.lossFloor, digits: 5)).",
      advice: "one softmax.", command: "remove \(trap.second)", term: "double softmax",
      isCauseOfBias: true)
  }

  /// What classes of very different sizes do.
  package func judgement(
    of imbalance: ClassImbalance, names: [String], recall: Double?
  ) -> Judgement {
    func name(_ number: Int) -> String { "class \(names.className(number))" }
    let found = recall.map {
      ", and of \(name(imbalance.smallest)) the network finds \(NumberText.percent($0))"
    }
    return Judgement(
      sentence: "Class imbalance: \(name(imbalance.largest)) has "
        + "\(NumberText.count(imbalance.largestCount)) of \(NumberText.count(imbalance.total)) "
        + "training examples, \(name(imbalance.smallest)) "
        + "\(NumberText.count(imbalance.smallestCount)). Always naming the first would be right in "
        + "\(NumberText.percent(imbalance.baseline))\(found ?? "").",
      advice: commands.weighsClasses
        ? "more examples of it; judge by recall or f1."
        : "weights for the classes; judge by recall or f1.",
      command: commands.weighsClasses
        ? "show metrics validation" : "compare class_weight=no,balanced by=f1",
      term: "class imbalance")
  }
}
