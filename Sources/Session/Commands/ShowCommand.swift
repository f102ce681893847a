import Charts
import Datasets
import Language
import Networks
import TensorEngine

/// `show data`, `show example N`, `show network`, `show metrics` and their like.
enum ShowCommand {
  static let definition = CommandDefinition(
    verb: "show", family: .looking,
    summary: "shows the data, an example, the network, what it is worth",
    forms: [
      "show data", "show example 7", "show network", "show weights", "show penalty",
      "show training", "show batches batch=100", "show history", "show metrics validation",
      "show confusion validation", "show session",
    ],
    words: things + ["train", "validation", "test"],
    options: BatchTable.options + [derivation, hash],
    example: ["data circles points=400", "network", "add dense 8 tanh", "show network"],
    action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let value = try arguments.value(0, orSay: "show needs to know what")
    let word = try arguments.word(value, among: things, what: "thing to show")
    try expectOptions(of: word, arguments)
    switch word {
    case "data":
      try arguments.expect(atMost: 1)
      return DataTable.document(of: try execution.data(for: arguments))
    case "example":
      try arguments.expect(atMost: 2)
      return try example(execution, arguments)
    case "network":
      try arguments.expect(atMost: 1)
      return try network(execution, arguments)
    case "weights":
      try arguments.expect(atMost: 1)
      let network = try execution.network(for: arguments).network
      return try arguments.yesOrNo("hash") == true
        ? WeightTable.hashes(of: network) : WeightTable.document(of: network)
    case "penalty":
      try arguments.expect(atMost: 1)
      let examples = execution.state.data?.rows(of: .training).count ?? 0
      return PenaltyTable.document(
        of: try execution.network(for: arguments), examples: examples)
    case "training":
      try arguments.expect(atMost: 1)
      return try training(execution, arguments)
    case "batches":
      try arguments.expect(atMost: 1)
      return try BatchTable.document(execution, arguments)
    case "history": return try history(execution, arguments)
    case "metrics": return try MeasureReader.metrics(&execution, arguments)
    case "confusion": return try MeasureReader.confusion(&execution, arguments)
    default:
      throw Diagnostic(
        "show session tells of this machine and stands on its own", at: arguments.command.range)
    }
  }

  /// What can follow `show`.
  private static let things = [
    "data", "example", "network", "weights", "penalty", "training", "batches", "history",
    "metrics", "confusion", "session",
  ]

  private static let derivation = OptionDefinition(
    name: "derivation", kind: .yesOrNo, standard: "no",
    meaning: "network: where the size of each layer and its parameters come from")

  private static let hash = OptionDefinition(
    name: "hash", kind: .yesOrNo, standard: "no",
    meaning: "weights: a fingerprint of each parameter, which changes with any bit of it")

  /// Refuses options that belong to another thing to show.
  private static func expectOptions(
    of thing: String, _ arguments: Arguments
  ) throws(Diagnostic) {
    let known =
      switch thing {
      case "batches": BatchTable.options.map(\.name)
      case "network": [derivation.name]
      case "weights": [hash.name]
      default: [String]()
      }
    for option in arguments.command.options where !known.contains(option.name.text) {
      throw Diagnostic(
        "show \(thing) has no option \"\(option.name.text)\"", at: option.name.range)
    }
  }

  private static func network(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let network = try execution.network(for: arguments).network
    var document = NetworkTable.document(of: network)
    if try arguments.yesOrNo("derivation") == true {
      document.blocks.append(.table(DerivationTable.table(of: network)))
    }
    return document
  }

  private static func training(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let hand = try execution.network(for: arguments)
    guard let settings = hand.settings else { throw untrained(arguments) }
    return TrainingTable.document(
      of: settings, hand.network, examples: execution.state.data?.rows(of: .training).count)
  }

  private static func untrained(_ arguments: Arguments) -> Diagnostic {
    Diagnostic(
      "the network has not been trained yet", at: arguments.command.range,
      hints: ["train epochs=100 trains it"])
  }

  private static func history(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 2)
    let history = try execution.network(for: arguments).history
    guard !history.records.isEmpty else { throw untrained(arguments) }
    guard arguments.values.count > 1 else { return HistoryTable.document(of: history) }
    let limit = try arguments.count(
      arguments.values[1], what: "the number of epochs shown", in: 2...10_000)
    return HistoryTable.document(of: history, limit: limit)
  }

  private static func example(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let data = try execution.data(for: arguments)
    let value = try arguments.value(1, orSay: "show example needs a number: show example 7")
    let number = try arguments.count(
      value, what: "the example", in: 1...max(1, data.examples.count))
    return ExamplePicture.document(of: number - 1, in: data)
  }

  /// `show session`: facts of the machine, which never stand in a notebook.
  static func session(_ settings: SessionSettings, _ state: SessionState) -> Document {
    Document([
      .facts(
        [
          Fact("seed", .text(String(state.seed)), text: "seed \(state.seed)"),
          Fact(
            "threads", .count(settings.threads), text: Wording.count(settings.threads, "thread")),
          Fact(
            "kernels", .text(Kernels.selected.path.rawValue),
            text: "kernels \(Kernels.selected.path.rawValue)"),
        ] + (state.data.map { DataTable.looks(at: $0) } ?? [])),
      .text("data is looked for in: \(settings.datasetFolders.joined(separator: ", "))"),
    ])
  }
}

/// One example: an image in characters, or its features by name.
enum ExamplePicture {
  static func document(of row: Int, in data: DataInHand) -> Document {
    let dataset = data.dataset
    var facts = [Fact("example", .count(row + 1), text: "example \(row + 1)")]
    switch data.examples.targets {
    case .classes(let classes, _):
      let name = dataset.classNames[Int(classes[row])]
      facts.append(Fact("class", .text(name), text: "class \(name)"))
    case .values(let values, let width):
      let value = Double(values[row * width])
      facts.append(
        Fact(
          dataset.targetName, .number(value),
          text: "\(dataset.targetName) \(NumberText.significant(value, digits: 6))"))
    }
    if let part = DataInHand.Part.allCases.first(where: { data.rows(of: $0).contains(Int32(row)) })
    {
      facts.append(Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"))
    }
    let raw = data.examples.rawInput(at: row).map(Double.init)
    guard dataset.isImages else {
      facts += zip(dataset.featureNames, raw).map { name, value in
        Fact(name, .number(value), text: "\(name) \(NumberText.significant(value, digits: 6))")
      }
      return Document([.facts(facts)])
    }
    let shape = data.examples.inputShape.dimensions
    let caption = facts.map(\.text).joined(separator: " · ")
    return Document([
      .chart(
        .image(
          ImageChart(
            pixels: luminance(raw, channels: shape[2]), width: shape[1], height: shape[0],
            extent: extent(of: raw, in: data), caption: caption)))
    ])
  }

  /// What black and white stand for: 0 and 255 for bytes, else the least and the greatest value.
  private static func extent(of values: [Double], in data: DataInHand) -> Extent {
    guard case .floats = data.examples.inputs, let least = values.min(), let most = values.max(),
      least < most
    else { return Extent(0, 255) }
    return Extent(least, most)
  }

  /// The mean of the channels of each pixel.
  private static func luminance(_ values: [Double], channels: Int) -> [Double] {
    guard channels > 1 else { return values }
    return stride(from: 0, to: values.count, by: channels).map { start in
      values[start..<start + channels].reduce(0, +) / Double(channels)
    }
  }
}

/// The statistics of a data set as a table.
enum DataTable {
  /// The most features that are listed one by one.
  private static let shownFeatures = 20

  static func document(of data: DataInHand) -> Document {
    var document = DataSummary.document(of: data.dataset)
    if data.isDivided || data.dataset.testRows != nil {
      document.blocks.append(.facts(SplitCommand.facts(of: data) + looks(at: data)))
    }
    if let scaler = data.scaler {
      document.blocks.append(
        .facts([
          Fact(
            "scale", .text(scaler.kind.rawValue),
            text: "networks see it scaled: \(scaler.kind.rawValue)")
        ]))
    }
    let columns: [Table.Column] = [
      .init(data.dataset.isImages ? "pixels" : "feature"), .init("min", alignment: .right),
      .init("mean", alignment: .right), .init("max", alignment: .right),
      .init("deviation", alignment: .right),
    ]
    let rows = data.rows(of: .training)
    let statistics = data.dataset.featureStatistics(of: rows)
    if rows.count < data.examples.count {
      document.blocks.append(.text("of the \(NumberText.count(rows.count)) training examples:"))
    }
    let targets = data.dataset.targetStatistics.map { [$0] } ?? []
    document.blocks.append(
      .table(
        Table(columns: columns, rows: (statistics.prefix(shownFeatures) + targets).map(row))))
    if statistics.count > shownFeatures {
      document.blocks.append(.text("… and \(statistics.count - shownFeatures) features more"))
    }
    let classes = data.dataset.classCounts
    if classes.count > 5 {
      let bars = classes.map {
        BarChart.Bar("class \($0.name)", Double($0.count), text: NumberText.count($0.count))
      }
      document.blocks.append(
        .chart(.bars(BarChart(bars: bars, caption: balance(of: classes)))))
    }
    return document
  }

  /// How often the test split has been looked at, where it has.
  static func looks(at data: DataInHand) -> [Fact] {
    guard data.testLooks > 0 else { return [] }
    return [
      Fact(
        "test_looks", .count(data.testLooks),
        text: "test split looked at \(TestLock.times(data.testLooks))")
    ]
  }

  private static func balance(of classes: [ClassCount]) -> String {
    let counts = classes.map(\.count)
    let least = NumberText.count(counts.min() ?? 0)
    let most = NumberText.count(counts.max() ?? 0)
    return "\(classes.count) classes, the smallest of \(least) examples, the largest of \(most)"
  }

  private static func row(_ statistics: FeatureStatistics) -> [Table.Cell] {
    let numbers = [
      statistics.minimum, statistics.mean, statistics.maximum, statistics.deviation,
    ]
    return [.text(statistics.name)]
      + numbers.map { .number($0, text: NumberText.significant($0, digits: 4)) }
  }
}

extension NetworkTable {
  /// "trained for 20 epochs by adam"
  private static func trained(_ training: TrainingState) -> String {
    let optimizer = training.optimizer.map { " by \($0.optimizer.kind.rawValue)" } ?? ""
    return "trained for \(Wording.count(training.epochs, "epoch"))\(optimizer)"
  }
}

/// The layers of a network as a table, with shapes and parameters and how they are counted.
enum NetworkTable {
  static func document(of network: Network) -> Document {
    let columns: [Table.Column] = [
      .init("layer"), .init("output"), .init("parameters", alignment: .right),
      .init("counted as"),
    ]
    let rows = network.summaries.map { layer -> [Table.Cell] in
      [
        .text("#\(layer.number) \(layer.text)\(layer.isFrozen ? " (frozen)" : "")"),
        .text(layer.outputShape.description),
        .count(layer.parameterCount), .text(layer.derivation ?? ""),
      ]
    }
    return Document([
      .facts([
        Fact("network", .text(network.name), text: network.name),
        Fact(
          "input", .text(network.inputShape.description), text: "input \(network.inputShape)"),
        Fact(
          "epochs", .count(network.training.epochs),
          text: network.training.epochs == 0
            ? "not trained yet" : trained(network.training)),
      ]),
      .table(
        Table(
          columns: columns, rows: rows,
          footer: totals(of: network))),
    ])
  }

  /// All parameters, and where not all are trained, how many are.
  private static func totals(of network: Network) -> [[Table.Cell]] {
    let (all, trainable) = (network.parameterCount, network.trainableParameterCount)
    var rows: [(String, Int)] = [("total", all)]
    if trainable != all { rows += [("trainable", trainable), ("not trainable", all - trainable)] }
    return rows.map { [.text($0.0), .empty, .count($0.1), .empty] }
  }
}
