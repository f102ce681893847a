import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot wrong validation`, `plot unsure validation`: the examples that the network gets most wrong,
/// and those that it is least sure of.
enum MistakePlot {
  static let options = [
    OptionDefinition(
      name: "list", kind: .count(1...24), standard: "6 images, or 10 lines; plot data: 10 to 24",
      meaning: "plot wrong, plot unsure, plot data of images: how many examples are shown")
  ]

  static let wrong = Plot(
    named: "wrong", values: 0...1, example: " validation", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let found = try found(execution, arguments)
    let predictions = found.predictions
    let margins = (0..<predictions.count).map { margin($0, of: predictions) }
    let places = margins.indices.filter { !predictions.isRight($0) }.sorted {
      margins[$0] > margins[$1] || (margins[$0] == margins[$1] && $0 < $1)
    }
    let count = NumberText.count(places.count)
    let share = NumberText.percent(Double(places.count) / Double(max(1, predictions.count)))
    let caption =
      "\(found.part.rawValue): \(count) of \(NumberText.count(predictions.count)) wrong "
      + "(\(share))"
    guard let first = places.first else { return [.text("\(caption): nothing to show")] }
    return try found.blocks(
      places, arguments,
      caption: "\(caption), the most wrong first, by p(class it says) - p(true class), the margin: "
        + "\(found.text(of: first)), a margin of \(found.margin(margins[first]))",
      margins: margins)
  }

  static let unsure = Plot(
    named: "unsure", values: 0...1, example: " validation", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let found = try found(execution, arguments)
    guard found.predictions.areProbabilities else {
      throw Wording.noProbabilities("how sure it is", at: arguments.command.range)
    }
    let places = found.predictions.unanswered(at: .infinity)
    guard let first = places.first else { return [.text("there is nothing to show")] }
    let mean = NumberText.percent(found.predictions.meanConfidence)
    return try found.blocks(
      places, arguments,
      caption: "\(found.part.rawValue): mean confidence \(mean), the least sure first: "
        + found.text(of: first))
  }

  /// How far the score of the predicted class is above that of the true one.
  private static func margin(_ place: Int, of predictions: ClassPredictions) -> Double {
    let scores = predictions.scores[
      place * predictions.classCount..<(place + 1)
        * predictions.classCount]
    let margin =
      scores[scores.startIndex + Int(predictions.predicted[place])]
      - scores[scores.startIndex + Int(predictions.truths[place])]
    return margin.isNaN ? -.infinity : margin
  }

  private static func found(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> JudgedExamples {
    let (part, data) = try MeasureReader.part(execution, arguments)
    let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
      Diagnostic(
        "right and wrong are of classes, and this target is a number",
        at: arguments.command.range, hints: ["predict train lists what is missed, and by how much"])
    }
    if part == .test { execution.looks.happened = true }
    return JudgedExamples(part: part, data: data, predictions: predictions)
  }
}

/// Examples with what a network makes of them: as images where they are, else as a table.
struct JudgedExamples {
  let part: DataInHand.Part
  let data: DataInHand
  let predictions: ClassPredictions

  /// The first of the examples at some places of the split.
  func blocks(
    _ places: [Int], _ arguments: Arguments, caption: String, margins: [Double] = []
  ) throws(Diagnostic) -> [Block] {
    let limit = try arguments.count("list") ?? (data.dataset.isImages ? 6 : 10)
    let shown = Array(places.prefix(limit))
    guard data.dataset.isImages else {
      return [.table(table(shown, margins)), .text(caption)]
    }
    let images = shown.map { Chart.image(image($0, margins)) }
    return [.grid(ChartGrid(charts: images, columns: 3, caption: caption))]
  }

  /// A difference of probabilities, or of scores that are none.
  func margin(_ margin: Double) -> String {
    predictions.areProbabilities
      ? NumberText.percent(margin) : NumberText.significant(margin, digits: 3)
  }

  /// "example 812 is 4, taken for 9 with 98.0%"
  func text(of place: Int) -> String {
    let truth = name(predictions.truths[place])
    let sureness =
      predictions.areProbabilities
      ? " with \(NumberText.percent(predictions.confidence(place)))" : ""
    return "example \(row(place) + 1) is \(truth), taken for \(name(predictions.predicted[place]))"
      + sureness
  }

  private func row(_ place: Int) -> Int { Int(data.rows(of: part)[place]) }

  private func name(_ index: Int32) -> String {
    data.dataset.classNames.className(Int(index))
  }

  /// The image over its three likeliest classes.
  private func image(_ place: Int, _ margins: [Double]) -> ImageChart {
    let row = row(place)
    var chart = ExamplePicture.image(of: row, in: data)
    chart.title = "example \(row + 1): is \(name(predictions.truths[place]))"
    if predictions.areProbabilities {
      chart.bars = ranked(place).prefix(3).map { index in
        let score = predictions.scores[place * predictions.classCount + index]
        return .init(
          name(Int32(index)), score, text: NumberText.percent(score, places: 0))
      }
      if place < margins.count {
        chart.bars.append(
          .init("margin", max(margins[place], 0), text: NumberText.percent(margins[place])))
      }
    }
    chart.caption = text(of: place)
    return chart
  }

  /// The classes from the likeliest on; the first of equals.
  private func ranked(_ place: Int) -> [Int] {
    let first = place * predictions.classCount
    return (0..<predictions.classCount).sorted {
      let (one, other) = (predictions.scores[first + $0], predictions.scores[first + $1])
      return one > other || (one == other && $0 < $1)
    }
  }

  private func table(_ places: [Int], _ margins: [Double]) -> Table {
    let features = data.dataset.featureNames.count <= 4 ? data.dataset.featureNames : []
    let hasConfidence = predictions.areProbabilities
    let columns: [Table.Column] =
      [.init(term: "example", alignment: .right)]
      + features.map { .init($0, alignment: .right) } + [.init("is"), .init("taken for")]
      + (hasConfidence ? [.init("with", alignment: .right)] : [])
      + [margins.isEmpty ? .init("") : .init(term: "margin", alignment: .right)]
    let rows = places.map { place -> [Table.Cell] in
      let input = data.examples.rawInput(at: row(place))
      return [.count(row(place) + 1)]
        + features.indices.map {
          .number(Double(input[$0]), text: NumberText.significant(Double(input[$0]), digits: 4))
        } + [.text(name(predictions.truths[place])), .text(name(predictions.predicted[place]))]
        + (hasConfidence ? [.fraction(predictions.confidence(place))] : [])
        + [
          place < margins.count
            ? .number(margins[place], text: margin(margins[place]))
            : .text(predictions.isRight(place) ? "right" : "wrong")
        ]
    }
    return Table(columns: columns, rows: rows)
  }
}
