/// What a classifier decides in the characters of a picture, each of which covers several samples.
struct RegionCells {
  struct Decision {
    var classIndex: Int
    var isConfident: Bool
    /// Whether the classifier gave a number at all.
    var isKnown = true
  }

  private let chart: RegionChart
  private let columns: Int
  private let rows: Int
  /// Halfway between a guess and certainty is confident: 75% of two classes, 55% of ten.
  private let threshold: Double

  init(_ chart: RegionChart, columns: Int, rows: Int) {
    self.chart = chart
    self.columns = columns
    self.rows = rows
    threshold = Self.threshold(classCount: chart.classCount)
  }

  static func threshold(classCount: Int) -> Double { 0.5 + 0.5 / Double(max(classCount, 2)) }

  /// The class that most samples in a cell have, and whether their mean confidence is high.
  func decision(column: Int, row: Int) -> Decision? {
    let across = Self.samples(column, of: columns, count: chart.grid.columns)
    let down = Self.samples(row, of: rows, count: chart.grid.rows)
    if across.count == 1, down.count == 1 {
      return decision(sample: down.lowerBound * chart.grid.columns + across.lowerBound)
    }
    var classes: [(classIndex: Int, count: Int, confidence: Double)] = []
    var unknown = 0
    for sampleRow in down {
      for sampleColumn in across {
        let sample = sampleRow * chart.grid.columns + sampleColumn
        guard sample < chart.classes.count else { continue }
        let classIndex = chart.classes[sample]
        let given = sample < chart.confidences.count ? chart.confidences[sample] : 1
        let confidence = given.isFinite ? given : 0
        if !given.isFinite { unknown += 1 }
        if let place = classes.firstIndex(where: { $0.classIndex == classIndex }) {
          classes[place].count += 1
          classes[place].confidence += confidence
        } else {
          classes.append((classIndex, 1, confidence))
        }
      }
    }
    guard
      let most = classes.max(by: { ($0.count, $1.classIndex) < ($1.count, $0.classIndex) })
    else { return nil }
    let mean = most.confidence / Double(most.count)
    return Decision(
      classIndex: min(max(most.classIndex, 0), 999), isConfident: mean >= threshold,
      isKnown: unknown * 2 <= across.count * down.count)
  }

  private func decision(sample: Int) -> Decision? {
    guard chart.classes.indices.contains(sample) else { return nil }
    let given = sample < chart.confidences.count ? chart.confidences[sample] : 1
    return Decision(
      classIndex: min(max(chart.classes[sample], 0), 999),
      isConfident: given.isFinite && given >= threshold, isKnown: given.isFinite)
  }

  /// The samples whose centres lie in a cell, and the nearest one if there are none.
  private static func samples(_ cell: Int, of cells: Int, count: Int) -> Range<Int> {
    // The centre of sample i is at (i + 1/2) / count, so that it lies in cell c if
    // c count <= (i + 1/2) cells < (c + 1) count.
    let first = (2 * cell * count - cells + 2 * cells - 1) / (2 * cells)
    let end = (2 * (cell + 1) * count - cells + 2 * cells - 1) / (2 * cells)
    if first < end { return max(first, 0)..<min(end, count) }
    let nearest = min((2 * cell + 1) * count / (2 * cells), count - 1)
    return nearest..<nearest + 1
  }
}
