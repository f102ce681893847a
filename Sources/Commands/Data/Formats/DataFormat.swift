import Datasets
import Language
import Workbench

/// Data that `data WORD …` reads, and how: `data npz FILE`. Each is a file of its own and a line of
/// `DataFormatTable`.
struct DataFormat: Sendable {
  /// What is named behind the word.
  enum Place: String, Sendable {
    case file = "a file"
    case folder = "a folder"
  }

  /// The word behind `data`: "npz".
  let word: String
  /// How it is typed, one form a line.
  let forms: [String]
  /// What is named behind the word; nil where nothing is.
  var place: Place?
  /// The options that it takes beside `classes`, in the order in which help lists them.
  var options: [OptionDefinition] = []
  /// Reads the data set; the errors of its options and of its values point at them.
  let read: @Sendable (Execution, Arguments) throws -> Dataset

  /// The name of the file or folder that is read.
  static func path(
    of place: Place, for word: String, _ arguments: Arguments
  ) throws(Diagnostic) -> String {
    let value = try arguments.value(1, orSay: "data \(word) needs the name of \(place.rawValue)")
    guard let path = value.text else {
      throw Diagnostic("the name of \(place.rawValue) is expected", at: value.range)
    }
    return path
  }

  /// Refuses options that belong to other data sets.
  func allowItsOptions(_ arguments: Arguments) throws(Diagnostic) {
    try DataCommand.allow(
      options.map(\.name) + [ClassChoice.option.name], for: word, arguments)
  }
}
