import Charts
import Language

/// A verb of the command language: what it means, and all that help, completion and errors need
/// to know of it. One file a command; all of them stand in `CommandTable`.
struct CommandDefinition: Sendable {
  /// What a command does: give a cell its result, or work on the notebook itself.
  enum Action: Sendable {
    /// Becomes a cell: a new state and a document.
    case cell(@Sendable (inout Execution, Arguments) throws(Diagnostic) -> Document)
    /// Changes or shows the notebook; never a cell, and so never a part of what is saved.
    case notebook(
      @Sendable (inout NotebookSession, Arguments, RunControl) throws(Diagnostic)
        -> NotebookSession.Outcome)
  }

  let verb: String
  let family: Family
  /// One sentence for the list of commands.
  let summary: String
  /// How it is typed, one form a line.
  let forms: [String]
  /// The words that can follow the verb, for completion and for "did you mean".
  var words: [String] = []
  var options: [OptionDefinition] = []
  /// Lines that run as typed in a fresh session; the last shows this command.
  let example: [String]
  let action: Action

  /// The groups in which `help` lists the commands.
  enum Family: String, CaseIterable, Sendable {
    case data, network, training, looking, judging, notebook
  }
}

/// An option of a command, `name=value`.
struct OptionDefinition: Sendable {
  let name: String
  let kind: Kind
  /// How the default reads in help; `nil` if the option has none.
  var standard: String?
  /// What it does, in a few words.
  let meaning: String

  /// What values it takes.
  enum Kind: Sendable {
    /// A number within bounds.
    case number(Bounds)
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    /// A whole number, or the word `all`.
    case countOrAll
    /// A whole number, or two of them: `2x1`.
    case size
    /// A share from 0 to 1, best written as a percentage.
    case fraction
    case yesOrNo
    case choice([String])
    /// A column, a name, a word of the student's.
    case word
    /// A call such as `early(patience=10)`, or its bare name.
    case call([String])
    /// The address of a server.
    case address
  }

  /// The values that help lists and completion offers.
  var choices: [String] {
    switch kind {
    case .choice(let words), .call(let words): words
    case .yesOrNo: ["yes", "no"]
    case .countOrAll: ["all"]
    case .number, .count, .size, .fraction, .word, .address: []
    }
  }
}

/// The numbers that an option accepts, and how an error says so.
struct Bounds: Sendable {
  let text: String
  let contains: @Sendable (Double) -> Bool

  static let positive = Bounds(text: "greater than 0") { $0 > 0 && $0.isFinite }
  static let notNegative = Bounds(text: "0 or more") { $0 >= 0 && $0.isFinite }
  static let upToOne = Bounds(text: "from 0 to 1") { $0 >= 0 && $0 <= 1 }
  static let any = Bounds(text: "a finite number") { $0.isFinite }
  static let belowOne = Bounds(text: "0 or more and less than 1") { $0 >= 0 && $0 < 1 }

  /// The same bounds with a usual range added: "greater than 0, usually 0.0001 to 1".
  func usually(_ range: String) -> Bounds {
    Bounds(text: "\(text), usually \(range)", contains: contains)
  }
}
