package import Charts
import Datasets
package import Language
package import Networks
package import Reports
import TensorEngine
package import Workbench

/// A network beside its data, that is asked for what a picture of it shows. The picture itself is
/// drawn of the answers.
package struct PicturedNetwork {
  /// The most examples whose outputs are looked at, and roughly the most outputs of all layers
  /// together.
  private static let mostExamples = 256
  private static let mostOutputs = 2_000_000

  private let hand: NetworkInHand
  private let data: DataInHand
  private let execution: Execution
  private let command: Command
  private let range: SourceRange

  /// Makes it of a network and the data that it is asked about.
  ///
  /// - Parameter range: What is to blame for a refusal; nil for the whole command.
  package init(
    _ hand: NetworkInHand, on data: DataInHand, _ execution: Execution, _ arguments: Arguments,
    at range: SourceRange? = nil
  ) {
    self.hand = hand
    self.data = data
    self.execution = execution
    command = arguments.command
    self.range = range ?? arguments.command.range
  }

  /// Refuses what the picture of it can't do without.
  package func require(_ requirement: PictureRequirement) throws(Diagnostic) {
    switch requirement {
    case .data(let requirement): try requirement.check(data, at: range)
    case .network(let requirement): try requirement.check(hand.network, at: range)
    case .training:
      guard hand.hasLearned || !hand.history.records.isEmpty else {
        throw Wording.untrained(at: range)
      }
    case .fittingOutputs:
      try asking { () throws(NetworkError) in try hand.network.checkOutputs(fit: data.examples) }
    }
  }

  /// A trainer of a copy, with the settings of the last training or the usual ones.
  package var trainer: Trainer {
    var settings = hand.settings ?? TrainingSettings()
    settings.seed = execution.state.seed
    settings.maximumSteps = nil
    return Trainer(
      network: hand.network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings,
      pool: execution.settings.pool)
  }

  /// Asks it something; its refusal is put into words.
  private func asking<Answer>(
    _ question: () throws(NetworkError) -> Answer
  ) throws(Diagnostic) -> Answer {
    do {
      return try question()
    } catch {
      throw Wording.diagnostic(for: error, in: command, at: range)
    }
  }
}

extension PicturedNetwork {
  /// Which class it gives to each place, with the examples of a split on the plane.
  ///
  /// - Parameter decision: How one of two classes is decided for; nil for the likeliest one.
  package func boundary(
    title: String? = nil, on part: DataInHand.Part = .training,
    decidedBy decision: Decision? = nil
  ) throws(Diagnostic) -> RegionChart {
    let chart = BoundaryChart(of: data, on: part)
    let pool = execution.settings.pool
    let places: Examples
    do {
      places = try data.unlabelled(chart.grid.points.flatMap { [$0.x, $0.y] })
    } catch {
      throw Wording.diagnostic(for: error, in: command, at: range)
    }
    let decide = decision?.choice
    return try asking { () throws(NetworkError) in
      try hand.network.checkOutputs(fit: data.examples)
      let field = try hand.network.choices(places, pool: pool, by: decide)
      let choices = try hand.network.choices(
        data.examples, rows: data.rows(of: part), pool: pool, by: decide)
      return chart.chart(title: title, field: field, choices: choices)
    }
  }

  /// What comes out of its layers for examples of a split, spread evenly over it.
  package func activity(on part: DataInHand.Part? = nil) throws(Diagnostic) -> ActivityCharts {
    let part = part ?? data.usualPart
    try require(.data(.examples(part)))
    let rows = rows(of: part)
    let outputs = try asking { () throws(NetworkError) in
      try hand.network.layerOutputs(data.examples, rows: rows, pool: execution.settings.pool)
    }
    return ActivityCharts(outputs, of: hand.network, count: rows.count, split: part.rawValue)
  }

  /// All rows of a split, or as many of them as can be looked at at once.
  private func rows(of part: DataInHand.Part) -> [Int32] {
    let rows = data.rows(of: part)
    let width = hand.network.summaries.reduce(1) {
      $0 + min($1.outputShape.count, Self.mostOutputs)
    }
    let count = min(Self.mostExamples, max(8, Self.mostOutputs / width))
    return rows.count <= count ? rows : (0..<count).map { rows[$0 * rows.count / count] }
  }

  /// How the loss pulls at its weights: in the batch in hand if that was taken back, else in the
  /// next batch of the coming epoch.
  package func gradients() throws(Diagnostic) -> GradientCharts {
    let gradients: BackwardPass?
    let batch: String
    if let taken = hand.batch?.pass.gradients {
      gradients = taken
      batch = "the batch in hand"
    } else {
      let trainer = trainer
      let rows = trainer.batch(0)
      gradients = try asking { () throws(NetworkError) in
        try trainer.pass(rows: rows, goesBack: true).gradients
      }
      batch = "the next batch, \(Wording.count(rows.count, "example"))"
    }
    try require(.network(.learningKernels))
    return GradientCharts(
      gradients.map(hand.network.kernelGradients) ?? [], of: hand.network, batch: batch)
  }

  /// What it answers on a split.
  ///
  /// - Parameter about: What is about classes: "a confusion matrix is about classes".
  package func predictions(
    on part: DataInHand.Part? = nil, about: String
  ) throws(Diagnostic) -> ClassPredictions {
    let predictions = try asking { () throws(NetworkError) in
      try hand.network.classPredictions(
        data.examples, rows: data.rows(of: part ?? data.usualPart), pool: execution.settings.pool)
    }
    guard let predictions else { throw DataRequirement.refusal(about: about, at: range) }
    return predictions
  }

  /// What it answers on a split, as probabilities.
  ///
  /// - Parameter what: What is about confidence: "coverage".
  package func confidence(
    on part: DataInHand.Part? = nil, for what: String
  ) throws(Diagnostic) -> ClassPredictions {
    let predictions = try predictions(on: part, about: DataRequirement.confidence(what))
    try require(.network(.probabilities(what)))
    return predictions
  }

  /// What it answers on a split where the targets are numbers.
  package func numbers(on part: DataInHand.Part) throws(Diagnostic) -> NumberPredictions {
    let predictions = try asking { () throws(NetworkError) in
      try hand.network.numberPredictions(
        data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
    }
    guard let predictions else { throw Diagnostic("this target is a class", at: range) }
    return predictions
  }

  /// What it answers along a column.
  package func fit(
    _ chart: FitChart, on part: DataInHand.Part
  ) throws(Diagnostic) -> LineChart {
    let predictions = try numbers(on: part)
    let places: Examples
    do {
      places = try data.unlabelled(chart.inputs)
    } catch {
      throw Wording.diagnostic(for: error, in: command, at: range)
    }
    let answers = try asking { () throws(NetworkError) in
      try hand.network.predict(
        places, rows: (0..<Int32(places.count)).map { $0 }, pool: execution.settings.pool
      ).elements
    }
    return chart.chart(answers.map { Double($0) }, predictions: predictions)
  }

  /// The classes whose ranking on a split is drawn.
  ///
  /// - Parameter asked: The class that was asked for, by the names of all; nil for the usual ones.
  package func ranking(
    on part: DataInHand.Part? = nil,
    asked: (_ names: [String]) throws(Diagnostic) -> Int? = { (_) throws(Diagnostic) in nil }
  ) throws(Diagnostic) -> [RankedClass] {
    let predictions = try predictions(on: part, about: DataRequirement.ranking)
    let asked = try asked(data.dataset.classNames)
    try require(.data(.bothSides(part, class: asked)))
    return RankedClass.chosen(
      of: predictions, names: data.dataset.classNames, positive: data.positiveClass(for: hand),
      asked: asked)
  }
}
