/// The running sums of one epoch, each batch weighted by its rows.
package struct EpochSums: Equatable, Sendable {
  private var lossSum = 0.0
  private var penaltySum = 0.0
  private var correct = 0
  private var rows = 0

  /// The sums before the first batch.
  package init() {}

  @inline(__always)
  mutating func add(_ measure: BatchMeasure, penalty: Double, rows: Int) {
    lossSum += measure.lossSum
    penaltySum += penalty * Double(rows)
    correct += measure.correct
    self.rows += rows
  }

  func dataLoss(perRow: Int) -> Double { lossSum / Double(max(1, rows * perRow)) }

  var meanPenalty: Double { penaltySum / Double(max(1, rows)) }

  var accuracy: Double { Double(correct) / Double(max(1, rows)) }
}
