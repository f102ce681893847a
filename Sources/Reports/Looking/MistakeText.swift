import Charts
import Datasets
package import Networks
import Workbench

/// The most frequent mistakes of a network, in words.
package struct MistakeText {
  /// How often each of them happened; nil where nothing was mistaken.
  package let count: Int?
  private let mistakes: [(truth: Int, predicted: Int)]
  private let names: [String]

  /// Finds the mistakes that happened most often, all that did so equally often.
  package init(_ confusion: ConfusionMatrix, names: [String]) {
    var worst: [(truth: Int, predicted: Int)] = []
    var most = 1
    for truth in 0..<confusion.classCount {
      for predicted in 0..<confusion.classCount where truth != predicted {
        let count = confusion[truth, predicted]
        guard count >= most else { continue }
        if count > most { worst = [] }
        worst.append((truth, predicted))
        most = count
      }
    }
    mistakes = worst
    count = worst.isEmpty ? nil : most
    self.names = names
  }

  /// How one reads the table by its largest mistake; nil where nothing is mistaken.
  var reading: String? {
    guard let count, let worst = mistakes.first else { return nil }
    let (truth, predicted) = (names.className(worst.truth), names.className(worst.predicted))
    return
      "A row is what examples are, a column what they are called: \(NumberText.count(count)) in "
      + "row \(truth) under \(predicted) are of class \(truth) and called \(predicted). What "
      + "stands on the diagonal is right."
  }

  /// "most often mistaken: 4 for 9, 3 times", "0 for 1 and 2 for 3, once each"; nil where nothing is.
  package var text: String? {
    guard let count else { return nil }
    let named = mistakes.prefix(2).map {
      "\(names.className($0.truth)) for \(names.className($0.predicted))"
    }
    let times = count == 1 ? "once" : "\(NumberText.count(count)) times"
    switch mistakes.count {
    case 1: return "most often mistaken: \(named[0]), \(times)"
    case 2: return "most often mistaken: \(named.joined(separator: " and ")), \(times) each"
    default:
      return "most often mistaken: \(named.joined(separator: ", ")), \(times) each, and "
        + "\(Wording.count(mistakes.count - 2, "other")) as often"
    }
  }
}
