import Charts
import Datasets
package import Networks
import TensorEngine
package import Workbench

/// The examples of a split with what a network makes of them: as images where they are, else as a
/// table.
package struct JudgedExamples {
  /// How many images are shown where nothing else is asked for.
  package static let usualImages = 6
  /// How many examples that are no images are shown then, a line each.
  package static let usualLines = 10

  private let part: DataInHand.Part
  private let data: DataInHand
  private let predictions: ClassPredictions

  /// Makes it of what a network answers on a split.
  package init(_ predictions: ClassPredictions, on part: DataInHand.Part, of data: DataInHand) {
    self.part = part
    self.data = data
    self.predictions = predictions
  }

  /// Those that it gets wrong, the most wrong first.
  ///
  /// - Parameter limit: How many are shown; nil for ``usualImages`` or ``usualLines``.
  package func wrong(atMost limit: Int?) -> PictureReport {
    let margins = (0..<predictions.count).map(margin)
    let places = margins.indices.filter { !predictions.isRight($0) }.sorted {
      margins[$0] > margins[$1] || (margins[$0] == margins[$1] && $0 < $1)
    }
    let count = NumberText.count(places.count)
    let share = NumberText.percent(Double(places.count) / Double(max(1, predictions.count)))
    let caption =
      "\(part.rawValue): \(count) of \(NumberText.count(predictions.count)) wrong (\(share))"
    guard let first = places.first else {
      return PictureReport([], remarks: ["\(caption): nothing to show"])
    }
    return report(
      places, atMost: limit,
      caption: "\(caption), the most wrong first, by p(class it says) - p(true class), the margin: "
        + "\(text(of: first)), a margin of \(text(ofMargin: margins[first]))",
      margins: margins)
  }

  /// All of them, the least sure first; of probabilities alone.
  ///
  /// - Parameter limit: How many are shown; nil for 6 images or 10 lines.
  package func unsure(atMost limit: Int?) -> PictureReport {
    let places = predictions.unanswered(at: .infinity)
    guard let first = places.first else {
      return PictureReport([], remarks: ["there is nothing to show"])
    }
    let mean = NumberText.percent(predictions.meanConfidence)
    return report(
      places, atMost: limit,
      caption: "\(part.rawValue): mean confidence \(mean), the least sure first: "
        + text(of: first))
  }

  /// The first of the examples at some places of the split.
  private func report(
    _ places: [Int], atMost limit: Int?, caption: String, margins: [Double] = []
  ) -> PictureReport {
    let shown = Array(
      places.prefix(limit ?? (data.dataset.isImages ? Self.usualImages : Self.usualLines)))
    guard data.dataset.isImages else {
      return PictureReport([], table: table(shown, margins), remarks: [caption])
    }
    let images = shown.map { Chart.image(image($0, margins)) }
    return PictureReport([.grid(ChartGrid(charts: images, columns: 3, caption: caption))])
  }

  /// How far the score of the predicted class is above that of the true one.
  private func margin(of place: Int) -> Double {
    let first = place * predictions.classCount
    let margin =
      predictions.scores[first + Int(predictions.predicted[place])]
      - predictions.scores[first + Int(predictions.truths[place])]
    return margin.isNaN ? -.infinity : margin
  }

  /// A difference of probabilities, or of scores that are none.
  private func text(ofMargin margin: Double) -> String {
    predictions.areProbabilities
      ? NumberText.percent(margin) : NumberText.significant(margin, digits: 3)
  }

  /// "example 812 is 4, taken for 9 with 98.0%"
  private func text(of place: Int) -> String {
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
    let inputs = places.map { data.examples.rawInput(at: row($0)) }
    let texts = features.indices.map { column in
      FileNumber.texts(inputs.map { $0[column] }, digits: 4)
    }
    let rows = places.enumerated().map { line, place -> [Table.Cell] in
      return [.count(row(place) + 1)]
        + features.indices.map {
          .number(inputs[line][$0], text: texts[$0][line])
        } + [.text(name(predictions.truths[place])), .text(name(predictions.predicted[place]))]
        + (hasConfidence ? [.fraction(predictions.confidence(place))] : [])
        + [
          place < margins.count
            ? .number(margins[place], text: text(ofMargin: margins[place]))
            : .text(predictions.isRight(place) ? "right" : "wrong")
        ]
    }
    return Table(columns: columns, rows: rows)
  }
}
