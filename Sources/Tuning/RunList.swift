package import Networks
package import TensorEngine

/// The trainings of a notebook, numbered from 1 in the order in which they were made.
///
/// A long session does not grow without bound: the latest runs are listed, and the curves of the
/// latest of them are kept. A number stays with its run, whatever has been let go before it.
package struct RunList: Equatable, Sendable {
  private let mostRuns: Int
  private let mostEpochs: Int
  private var records: [RunRecord] = []
  private var epochs = 0
  /// The number of the first run that is still listed.
  package private(set) var first = 1
  /// The number of the first run whose curve is still kept.
  package private(set) var firstWithCurve = 1

  /// An empty list.
  ///
  /// - Parameters:
  ///   - mostRuns: How many runs are listed, at least 1.
  ///   - mostEpochs: How many epochs their curves may have together; the latest run keeps its own
  ///     however many they are.
  package init(mostRuns: Int = 200, mostEpochs: Int = 200_000) {
    self.mostRuns = max(1, mostRuns)
    self.mostEpochs = mostEpochs
  }

  /// The numbers of the runs that are listed.
  package var numbers: Range<Int> { first..<first + records.count }

  /// Whether nothing has been trained yet.
  package var isEmpty: Bool { records.isEmpty }

  /// The run of a number from ``numbers``.
  package subscript(number: Int) -> RunRecord {
    precondition(numbers.contains(number), "a run of the list")
    return records[number - first]
  }

  /// Lists one more run, and lets go what is too much.
  package mutating func append(_ record: RunRecord) {
    records.append(record)
    epochs += record.history.records.count
    if records.count > mostRuns {
      epochs -= records[0].history.records.count
      records.removeFirst()
      first += 1
      firstWithCurve = max(firstWithCurve, first)
    }
    while epochs > mostEpochs, firstWithCurve < numbers.upperBound - 1 {
      let index = firstWithCurve - first
      epochs -= records[index].history.records.count
      records[index].history.records = []
      firstWithCurve += 1
    }
  }

  /// Measures what is still to be measured of the runs that are listed.
  ///
  /// - Throws: As ``RunRecord/measure(_:)``.
  package mutating func measure(_ pool: ThreadPool?) throws(NetworkError) {
    for index in records.indices { try records[index].measure(pool) }
  }
}
