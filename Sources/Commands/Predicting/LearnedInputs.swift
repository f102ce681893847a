import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// What a network takes and answers, by the data that it learned from and not by the data in hand:
/// enough to ask it about new examples in the units of a file.
struct LearnedInputs {
  /// The network, to be asked.
  let network: Network
  /// What the data was like that it learned from.
  let preparation: Preparation
  /// The columns that it takes, and what they become; none of images.
  let layout: TableLayout
  /// The features that are computed from the columns; nil where these are the features.
  private let expansion: FeatureExpansion?
  private let scaling: FeatureScaling?

  /// The network in hand, with what it learned from; one that has not learned goes by the data in
  /// hand.
  ///
  /// - Throws: A `Diagnostic` where there is no network, where it has no layers, or where nothing is
  ///   known of its data.
  init(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    let hand = try execution.network(for: arguments)
    let range = arguments.command.verb.range
    network = hand.network
    guard !network.layers.isEmpty else {
      throw Wording.noLayers(at: range, for: execution.state.data)
    }
    let ofData = execution.state.data.flatMap {
      SavedNetwork.preparation(of: $0, for: hand.network)
    }
    guard let preparation = hand.preparation ?? ofData else {
      throw Diagnostic(
        "nothing is known of the data that \(hand.name) learned from: its columns, its scaling "
          + "and its classes", at: range,
        hints: ["train makes that known; save network keeps it in the file"])
    }
    self.preparation = preparation
    layout = Self.layout(preparation, featureCount: network.inputShape.count)
    expansion = try preparation.features.map { saved throws(Diagnostic) in
      try NetworkFeatures.expansion(saved, at: range)
    }
    scaling = try Self.scaling(preparation, at: range)
  }

  /// Whether it takes images.
  var takesImages: Bool { network.inputShape.rank == 3 }

  /// The names of the classes that it names; none where it gives a number.
  var classNames: [String] { preparation.classNames }

  /// Which of two classes is the one to find.
  var positive: Int { preparation.positiveClass ?? 1 }

  private static func layout(_ preparation: Preparation, featureCount: Int) -> TableLayout {
    let features = preparation.featureNames
    let names = features.isEmpty ? (1...max(1, featureCount)).map { "x\($0)" } : features
    let columns =
      preparation.columns?.map { column in
        let kind: TableLayout.Column.Kind =
          switch column.kind {
          case "onehot": .oneHot(column.texts)
          case "ordinal": .ordinal(column.texts)
          default: .number
          }
        return TableLayout.Column(name: column.name, kind: kind, isFlagged: column.isFlagged)
      }
      ?? (preparation.features?.columns ?? names).map {
        TableLayout.Column(name: $0, kind: .number)
      }
    // What was filled in is known as numbers; how they were found no longer matters.
    return TableLayout(columns: columns, missing: preparation.fill == nil ? .refuse : .mean)
  }

  private static func scaling(
    _ preparation: Preparation, at range: SourceRange
  ) throws(Diagnostic) -> FeatureScaling? {
    let scaler = try preparation.scaling.map { saved throws(Diagnostic) in
      guard let kind = Scaler.Kind(rawValue: saved.kind) else {
        throw Diagnostic(
          "the network's inputs were scaled \(saved.kind), which is not known", at: range)
      }
      return Scaler(kind, shift: saved.shift, scale: saved.scale)
    }
    let fillIns = preparation.fill.map { FillIns(values: $0) }
    return DataPreparation(scaler, fillIns: fillIns).scaling
  }

  /// Examples of columns in the units of their file, with targets that say nothing.
  ///
  /// - Parameter features: What the columns became, example after example; NaN where a value is
  ///   missing.
  /// - Throws: A `Diagnostic` where a computed feature is no number.
  func examples(
    _ features: [Double], named file: String, isNumbered: Bool = true, _ arguments: Arguments,
    at range: SourceRange
  ) throws(Diagnostic) -> Examples {
    var values = features
    do throws(DatasetError) {
      if let expansion {
        values = try expansion.values(of: features, file: file, isNumbered: isNumbered)
      }
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: range)
    }
    return try examples(.doubles(values), arguments, at: range)
  }

  /// Examples of the pixels of images.
  func examples(
    pixels: [UInt8], _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> Examples {
    try examples(.bytes(pixels), arguments, at: range)
  }

  private func examples(
    _ inputs: Inputs, _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> Examples {
    let width = max(1, network.outputShape.count)
    let count = inputs.count / max(1, network.inputShape.count)
    let targets: Targets =
      classNames.isEmpty
      ? .values([Float](repeating: 0, count: count * width), width: width)
      : .classes([Int32](repeating: 0, count: count), count: classNames.count)
    do throws(EngineError) {
      return try Examples(
        inputShape: network.inputShape, inputs: inputs, targets: targets, scaling: scaling)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: range)
    }
  }

  /// What the network makes of some examples.
  func answers(
    to examples: Examples, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> PredictionsInHand.Answers {
    let rows = (0..<Int32(examples.count)).map { $0 }
    let pool = execution.settings.pool
    if !classNames.isEmpty {
      let found = try execution.asking(arguments) { () throws(NetworkError) in
        try network.classPredictions(examples, rows: rows, pool: pool)
      }
      if let found { return .classes(found, names: classNames) }
    }
    let outputs = try execution.asking(arguments) { () throws(NetworkError) in
      try network.numberPredictions(examples, rows: rows, pool: pool)?.outputs
    }
    return .numbers(outputs ?? [], width: max(1, network.outputShape.count))
  }
}
