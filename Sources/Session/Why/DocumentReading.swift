import Charts
import Notebooks

/// What each mark, axis and number of a document is, in sentences made of its own data and of the
/// glossary.
struct DocumentReading {
  let document: Document

  var sentences: [String] {
    var sentences: [String] = []
    for sentence in document.blocks.flatMap(reading) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    return sentences
  }

  private func reading(of block: Block) -> [String] {
    switch block {
    case .chart(let chart): chart.reading + CurveMeaning.sentences(of: chart)
    case .grid(let grid): grid.reading
    case .table(let table): reading(of: table)
    case .facts(let facts): facts.compactMap(reading)
    case .text, .verbatim: []
    }
  }

  /// "accuracy 95.0%: The share of examples whose class is predicted rightly."
  private func reading(of fact: Fact) -> String? {
    fact.term.flatMap(Self.meaning).map { "\(fact.text): \($0)" }
  }

  private func reading(of table: Table) -> [String] {
    let rows = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
    let head =
      "A table of \(rows)" + (table.columns.first.map { ", one for each \($0.title)" } ?? "") + "."
    return [head]
      + table.columns.indices.compactMap { column in
        reading(of: column, in: table)
      }
  }

  /// What a column means, and where it is lowest and highest.
  private func reading(of column: Int, in table: Table) -> String? {
    let title = table.columns[column].title
    let meaning = table.columns[column].term.flatMap(Self.meaning)
    var cells: [(label: String, number: Double, text: String)] = []
    for row in table.rows where column < row.count {
      guard column > 0, let number = row[column].value.number else { continue }
      cells.append((row[0].text, number, row[column].text))
    }
    let least = cells.min { $0.number < $1.number }
    let most = cells.max { $0.number < $1.number }
    guard let least, let most, cells.count > 1, least.number < most.number else {
      return meaning.map { "\(title): \($0)" }
    }
    let range =
      "from \(least.text) (\(least.label)) to \(most.text) (\(most.label))"
    return "\(title), \(range)" + (meaning.map { ": \($0)" } ?? ".")
  }

  /// What a fact or a column of this term is.
  private static func meaning(of name: String) -> String? {
    let words = name.lowercased().replacing("_", with: " ")
    return names.first { $0.name == words }?.meaning ?? Glossary.entry(for: words)?.sentence
  }

  /// Terms of facts and columns that the glossary does not have.
  private static let names: [(name: String, meaning: String)] = [
    ("training", "How the network does on the examples it learned from."),
    ("train", "How the network does on the examples it learned from."),
    ("validation", "How it does on examples that it has not learned from, by which one chooses."),
    ("test", "Examples for one last look, when all is chosen."),
    ("validation loss", "The loss on the validation examples, taken after the epoch."),
    ("validation accuracy", "The share of validation examples that are right."),
    ("gap", "Validation less training: the part that does not carry over to new examples."),
    (
      "calibration gap",
      "Accuracy less mean confidence: below 0 the network is surer than it is right."
    ),
    ("weight norm", "The square root of the sum of all squared weights: how large they grew."),
    (
      "zeros",
      "How many weights are exactly 0. Plain steps of L1 swing around 0 and hardly ever end on it: "
        + "show weights counts those near 0 as well."
    ),
    ("zero elements", "How many of the numbers are exactly 0."),
    (
      "margin",
      "The probability of the class it says less that of the true class, by which they are sorted."
    ),
    ("variant", "What is different about this network; all else is the same."),
    ("data loss", "The loss without the penalty."),
    ("penalty", "What the loss gains for large weights."),
    ("bound", "From where on a difference counts as high: half of the target, at least 1 point."),
    ("layer", "A layer with its number, as it was typed."),
    ("shape", "The shape of what goes into the layer, and of what comes out of it."),
    ("training examples", "Examples to learn from."),
    ("validation examples", "Examples to choose by."),
    ("test examples", "Examples for one look at the end."),
    ("all examples", "How many examples the data has."),
    ("points", "How many examples the data has."), ("features", "Numbers of an input."),
    ("target column", "What is predicted of each example: a number, and no class."),
    ("fitted parameters", "Weights and biases that training fits."),
    ("epochs done", "How many times all training examples have been used, of how many."),
    ("classes", "How many classes there are, with their examples."),
    ("stopped", "Why the training ended before its last epoch."),
    ("restored", "The network has the weights of this epoch, and not of the last one."),
    ("run", "The number of a training: plot runs 1,2 draws several."),
    ("options", "The options of the training as they were typed."),
    ("layers", "The network, layer by layer."),
    ("test looks", "How often the test split was looked at; once is right."),
    ("examples", "How many examples were asked."),
  ]
}

extension FactValue {
  /// The number of a value that is one.
  fileprivate var number: Double? {
    switch self {
    case .number(let number), .fraction(let number): number
    case .count(let count): Double(count)
    case .text, .flag, .list, .missing: nil
    }
  }
}
